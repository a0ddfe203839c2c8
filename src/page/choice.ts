import type { Selection } from '../availability/find-variant.js';
import { known } from '../availability/read.js';
import { piecesOf } from '../availability/pieces-of.js';
import type { Platform } from '../platforms/platform.js';
import { fieldOf, fieldsOf } from './find-units.js';

/** What the shopper has chosen in a product form. */
export interface Choice {
  readonly selection: Selection;
  readonly quantity: number;
}

/** Reads a form as it stands: the variant by its id field, else by the values of its option fields; the quantity. */
export function readChoice(form: HTMLFormElement, platform: Platform): Choice {
  const fields = fieldsOf(form);
  // WooCommerce writes 0 where nothing is chosen.
  const id = fieldOf(fields, platform.variant)?.value.replace(/^0$/, '');
  return {
    selection: known(id ? { id, sku: id } : { options: optionsOf(fields, platform) }),
    quantity: piecesOf(fieldOf(fields, platform.quantity)?.value) ?? 1,
  };
}

/** Values of everything else that can be chosen in the form, by name and by the name inside brackets: `options[Color]`. */
function optionsOf(
  fields: readonly HTMLInputElement[],
  platform: Platform,
): Readonly<Record<string, string>> {
  const options: [string, string][] = [];
  const others = [...platform.variant, ...platform.product, ...platform.quantity];
  for (const field of fields) {
    // Radios and boxes among them are chosen.
    if (!/^(?:radio|checkbox|select-)/.test(field.type) || others.includes(field.name)) continue;
    options.push([field.name, field.value]);
    const inner = /\[([^\]]+)\]$/.exec(field.name)?.[1];
    if (inner !== undefined) options.push([inner, field.value]);
  }
  return known(Object.fromEntries(options)) as Readonly<Record<string, string>>;
}
