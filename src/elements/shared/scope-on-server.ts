import { AvailabilityStore } from '../../store/availability-store.js';
import { Scope } from '../../store/scope.js';
import { SCOPE_ATTRIBUTES, type OwnSettings } from './scope-settings.js';

/** A scope of an element that is rendered on a server: made of what the element itself was told, and shared with no other page. */
export function scopeOnServer(host: HTMLElement, own: OwnSettings): Scope {
  for (const name of SCOPE_ATTRIBUTES) {
    const told = host.getAttribute(name);
    if (told !== null) own.set(name, told);
  }
  const scope = new Scope(new AvailabilityStore());
  scope.set(own.forScope());
  return scope;
}
