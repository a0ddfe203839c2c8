import { read } from '../native.js';
import { shared } from '../store/shared-store.js';
import type { Unit } from './find-units.js';

/** Whether what was found in a page now is the form, the button and the product that were there before. */
export function isSameUnit({ form, button, root, reference }: Unit, found: Unit | undefined): boolean {
  if (!found || !read(form, 'isConnected') || button.form !== form) return false;
  // A form may name no product but its variant, which changes.
  const productOf = (name: string): unknown => shared().store.product(name) ?? name;
  const same = found.button === button && found.root === root;
  return same && productOf(found.reference) === productOf(reference);
}
