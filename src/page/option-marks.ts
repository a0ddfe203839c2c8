import type { Selection } from '../availability/find-variant.js';
import { isSaid } from '../elements/shared/promise-words.js';
import type { Platform } from '../platforms/platform.js';
import { Scope } from '../store/scope.js';
import { shared } from '../store/shared-store.js';
import type { Unit } from './find-units.js';

/** On an option value that leads to something that is not simply in stock, and on its label: the state. */
const MARK = 'data-backorder-option';

/** What the shopper has chosen besides. */
const CHOSEN = 'input[type=radio]:checked, select';

/** More values than these are no swatches. */
const MOST = 60;

/** What is chosen in a form, with what its fields do not tell. */
type Complete = (form: HTMLFormElement, reference: string, selection: Selection) => Selection;

/**
 * Marks the radios of a product form, which most themes draw as swatches, with what choosing them would lead to, given what else
 * is chosen. A theme shows it as it likes; values that lead to something in stock bear no mark.
 */
export class OptionMarks {
  readonly #platform: Platform;
  readonly #complete: Complete;
  readonly #marked = new Set<Element>();

  constructor(platform: Platform, complete: Complete) {
    this.#platform = platform;
    this.#complete = complete;
  }

  /** Looks again: what is chosen and what is known change. */
  look(units: readonly Unit[]): void {
    const marks = new Map<Element, string>();
    for (const unit of units) {
      const radios = fieldsOf(unit.form, 'input[type=radio]');
      if (radios.length > MOST) continue;
      for (const radio of radios) {
        const state = this.#stateBy(unit, radio);
        if (!state) continue;
        for (const element of [radio, ...(radio.labels ?? [])]) marks.set(element, state);
      }
    }
    for (const element of this.#marked) if (!marks.has(element)) this.#unmark(element);
    for (const [element, state] of marks) {
      this.#marked.add(element);
      if (element.getAttribute(MARK) !== state) element.setAttribute(MARK, state);
    }
  }

  release(): void {
    for (const element of this.#marked) this.#unmark(element);
  }

  #unmark(element: Element): void {
    element.removeAttribute(MARK);
    this.#marked.delete(element);
  }

  /** The state to which a value leads, where that is one of those that we speak of. */
  #stateBy({ form, reference }: Unit, radio: HTMLInputElement): string | undefined {
    const { variant } = this.#platform;
    const selection: Selection = variant.includes(radio.name)
      ? { id: radio.value, sku: radio.value }
      : { options: Object.fromEntries([...fieldsOf(form, CHOSEN), radio].flatMap(namedValues)) };
    const complete = this.#complete(form, reference, selection);
    const scope = new Scope(shared().store);
    scope.set({ product: reference, selection: complete });
    // Of a value that is not resolved to one variant nothing is said.
    const { state } = scope.offer;
    return scope.variant !== undefined && isSaid(state) ? state : undefined;
  }
}

/** Fields of a form, wherever they stand; not by form.elements, which may be a field. */
function fieldsOf(form: HTMLFormElement, selector: string): readonly HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(selector)].filter((it) => it.form === form);
}

/** By the field's name, and by the name inside its brackets: `options[Color]`. */
function namedValues({ name, value }: HTMLInputElement): readonly (readonly [string, string])[] {
  const inner = /\[([^\]]+)\]$/.exec(name)?.[1];
  return [[name, value] as const, ...(inner === undefined ? [] : [[inner, value] as const])];
}
