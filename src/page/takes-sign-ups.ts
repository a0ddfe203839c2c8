import { loadElement } from './load-elements.js';
import { shared } from '../store/shared-store.js';

/**
 * Whether there is somewhere to send sign-ups to: an origin that the page allows, or the page itself. The form looks more
 * closely before it sends anything. A target without an address is looked at by a file of its own; until that is here, no.
 */
export function takesSignUps(form?: HTMLElement): boolean {
  const { store, config } = shared();
  const { signUp, target } = store;
  const origin = originOf(signUp?.url);
  if (!signUp || origin) {
    return (
      form?.matches('[target=page],[target=form]') ||
      (!!origin && [location.origin, ...config.signUpOrigins].includes(origin))
    );
  }
  if (!target) void loadElement('sign-up-gate');
  return !!target?.(form);
}

/** The origin of an address of the page's; empty when there is none. */
export function originOf(address: string | undefined): string {
  try {
    return address ? new URL(address, document.baseURI).origin : '';
  } catch {
    return '';
  }
}
