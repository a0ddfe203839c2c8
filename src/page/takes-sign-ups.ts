import { shared } from '../store/shared-store.js';

/**
 * Whether there is somewhere to send sign-ups to: an origin that the page allows, or the page itself. The form looks more
 * closely before it sends anything.
 */
export function takesSignUps(form?: Element): boolean {
  const { store, config } = shared();
  const origin = originOf(store.signUp?.url);
  return (
    form?.getAttribute('target') === 'page' ||
    (!!origin && [location.origin, ...config.signUpOrigins].includes(origin))
  );
}

/** The origin of an address of the page's; empty when there is none. */
export function originOf(address: string | undefined): string {
  try {
    return address ? new URL(address, document.baseURI).origin : '';
  } catch {
    return '';
  }
}
