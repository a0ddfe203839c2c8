import { allowedAddress } from '../outbox/allowed-address.js';
import { shared } from '../store/shared-store.js';

/** Whether there is somewhere to send sign-ups to: an address that the page allows, or the page itself. */
export function takesSignUps(form?: Element): boolean {
  const { store, config } = shared();
  const url = store.signUp?.url;
  return (
    form?.getAttribute('target') === 'page' ||
    (url !== undefined && allowedAddress(url, location.href, config.signUpOrigins) !== undefined)
  );
}
