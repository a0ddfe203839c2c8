import { call } from '../native.js';
import type { Scope } from '../store/scope.js';
import { shared } from '../store/shared-store.js';

/** The scope of a provider around a form, once it has come to life; the form follows it. */
export function scopeAround(form: Element): Scope | undefined {
  const provider = call(form, 'closest', 'product-availability');
  return provider ? shared().scopes.at(provider) : undefined;
}
