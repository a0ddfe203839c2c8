import { call, read } from '../native.js';
import type { Platform } from '../platforms/platform.js';
import type { AddButton } from '../elements/shared/label-text.js';

/** One place of a page where one product can be put into the cart. */
export interface Unit {
  readonly form: HTMLFormElement;
  readonly button: AddButton;
  /** What the theme repeats as a whole: the scope of this product's elements. */
  readonly root: Element;
  /** Product or variant, by any of its names. */
  readonly reference: string;
}

/**
 * The product forms under a root. A form counts when it has a submit control of its own and says which product it is for; forms
 * without a control (such as one for instalments) and forms of other kinds do not.
 *
 * @param main the page's own product, for the first form that does not name one
 * @param named the product of a form that does not say itself
 */
export function findUnits(
  root: ParentNode,
  platform: Platform,
  main: string | undefined,
  named?: (form: HTMLFormElement) => string | undefined,
): readonly Unit[] {
  const units: Unit[] = [];
  for (const form of root.querySelectorAll(platform.form)) {
    if (!(form instanceof HTMLFormElement)) continue;
    const button = buttonOf(form, platform);
    const reference = referenceOf(form, platform, named) ?? (units.length === 0 ? main : undefined);
    if (button && reference !== undefined) {
      units.push({ form, button, reference, root: rootOf(form, platform) });
    }
  }
  return units;
}

/** The form's add button: by the form's own list, which knows those that stand outside it and point here by `form=`. */
export function buttonOf(form: HTMLFormElement, platform: Platform): AddButton | undefined {
  const controls = (controlsOf(form) as AddButton[]).filter((it) => /^(?:submit|button)$/.test(it.type));
  // The most particular part of the selector decides, not the order in the page.
  for (const selector of platform.button.split(', ')) {
    const found = controls.find((it) => it.matches(selector) && !it.matches(platform.express));
    if (found) return found;
  }
  return undefined;
}

/** The product that a form is for: by an attribute on or around it, by a field of its own. */
export function referenceOf(
  form: HTMLFormElement,
  platform: Platform,
  named?: (form: HTMLFormElement) => string | undefined,
): string | undefined {
  for (const attribute of platform.productAttributes) {
    const value = attributeAround(form, attribute);
    if (value) return value;
  }
  return (
    attributeAround(form, 'product', 'product-availability') ||
    valueOf(form, platform.product) ||
    named?.(form) ||
    valueOf(form, platform.variant) ||
    undefined
  );
}

function attributeAround(form: HTMLFormElement, name: string, tag = ''): string | null | undefined {
  const around = call(form, 'closest', `${tag}[${name}]`);
  return around && call(around, 'getAttribute', name);
}

/**
 * The controls of a form. Where all may stand inside, not by the form's own list, which the browser would keep from then on: a form
 * without an id has none outside, but for those that a parser could not leave in a table.
 */
function controlsOf(form: HTMLFormElement): readonly Element[] {
  const inside = call(form, 'getAttribute', 'id')
    ? []
    : ([...call(form, 'querySelectorAll', 'input,select,textarea,button')] as HTMLInputElement[]).filter(
        (it) => it.form === form,
      );
  return inside.some((it) => it.localName === 'button') ? inside : [...read(form, 'elements')];
}

/** The value of the first of the named fields that a form has; of radios and boxes the chosen one. */
export function valueOf(form: HTMLFormElement, names: readonly string[]): string | undefined {
  return fieldOf(fieldsOf(form), names)?.value;
}

/** What a form sends: its fields, without the radios and boxes that are not chosen. */
export function fieldsOf(form: HTMLFormElement): readonly HTMLInputElement[] {
  return (controlsOf(form) as HTMLInputElement[]).filter(
    ({ type, checked }) => checked || !/^(?:radio|checkbox)$/.test(type),
  );
}

/**
 * The first of the named ones among fields, rather one that is sent than one that is disabled. Not by `form.elements[name]`: fields
 * may be named like anything.
 */
export function fieldOf(
  fields: readonly HTMLInputElement[],
  names: readonly string[],
): HTMLInputElement | undefined {
  for (const name of names) {
    const all = fields.filter((it) => it.name === name);
    if (all[0]) return all.find((it) => it.matches(':enabled')) ?? all[0];
  }
  return undefined;
}

function rootOf(form: HTMLFormElement, platform: Platform): Element {
  return call(form, 'closest', platform.root) ?? form;
}
