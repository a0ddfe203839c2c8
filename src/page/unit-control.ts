import { AddControl } from '../elements/shared/add-control.js';
import type { Scope } from '../store/scope.js';
import { shared } from '../store/shared-store.js';
import type { Unit } from './find-units.js';

/** What decorates a product's button; one inside `<preorder-button>` is that element's, once it is registered. */
export function controlFor({ button }: Unit, scope: Scope): AddControl | undefined {
  if (button.closest('preorder-button') && customElements.get('preorder-button')) return undefined;
  return new AddControl(button, scope, shared().config.lineFields);
}
