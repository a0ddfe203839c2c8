import { call } from '../native.js';
import type { Selection } from '../availability/find-variant.js';
import { isSaid } from '../elements/shared/promise-words.js';
import type { Platform } from '../platforms/platform.js';
import { Scope } from '../store/scope.js';
import { shared } from '../store/shared-store.js';
import { choiceTold } from './choice-told.js';
import type { Unit } from './find-units.js';

/** On what stands for an option value that leads to something that is not simply in stock: the state. */
const MARK = 'data-backorder-option';

/** What the shopper has chosen besides. */
const CHOSEN = 'input[type=radio]:checked, select';

/** More values than these, of radios or of one select, are no swatches. */
const MOST = 60;

type Options = Readonly<Record<string, string>>;

/** What choosing such values in a form would lead to, with what its fields do not tell. */
type Suppose = (form: HTMLFormElement, reference: string, options: Options) => Selection;

/** A value that can be chosen. */
interface Value {
  /** What stands for it: a radio and its labels, an option of a select, a pill. */
  readonly elements: readonly Element[];
  /** The field's name, where the value is one of a field that names a variant. */
  readonly field: string;
  readonly value: string;
  readonly options: Options;
}

/**
 * Marks what stands for the values of a product's options with what choosing them would lead to, given what else is chosen: radios
 * with their labels, which most themes draw as swatches, options of selects, and pills that are no fields. A theme shows it as it
 * likes; values that lead to something in stock bear no mark. It is an attribute and nothing else: themes find values by the
 * words of an option, and copy options when others are chosen.
 */
export class OptionMarks {
  readonly #platform: Platform;
  readonly #suppose: Suppose;

  constructor(platform: Platform, suppose: Suppose) {
    this.#platform = platform;
    this.#suppose = suppose;
  }

  /** Looks again: what is chosen and what is known change. */
  look(units: readonly Unit[]): void {
    const marks = new Map<Element, string>();
    for (const unit of units) {
      const chosen = Object.fromEntries(fieldsOf(unit.form, CHOSEN).flatMap(pairsOf));
      for (const value of this.#valuesIn(unit.form)) {
        const state = this.#stateBy(unit, chosen, value);
        if (state) for (const element of value.elements) marks.set(element, state);
      }
    }
    // Also those that came with an option that the theme has copied.
    for (const element of marked()) if (!marks.has(element)) element.removeAttribute(MARK);
    for (const [element, state] of marks) {
      if (element.getAttribute(MARK) !== state) element.setAttribute(MARK, state);
    }
  }

  release(): void {
    for (const element of marked()) element.removeAttribute(MARK);
  }

  #valuesIn(form: HTMLFormElement): readonly Value[] {
    const { choices, quantity, product } = this.#platform;
    const radios = fieldsOf(form, 'input[type=radio]').map((radio) => ({
      elements: [radio, ...(radio.labels ?? [])],
      field: radio.name,
      value: radio.value,
      options: Object.fromEntries(pairsOf(radio)),
    }));
    const selects = fieldsOf(form, 'select')
      .filter(({ name }) => ![...quantity, ...product].includes(name))
      .map((select) => {
        const name = select.name || choiceTold(select, choices)?.name || '';
        return [...(select as unknown as HTMLSelectElement).options]
          .filter(({ value }) => value !== '')
          .map((option) => ({
            elements: [option],
            field: name,
            value: option.value,
            options: Object.fromEntries(named(name, option.value, option.text)),
          }));
      });
    const pills = [...(choices?.all ? call(form, 'querySelectorAll', choices.all) : [])].flatMap((pill) => {
      const { name, value } = choiceTold(pill, choices) ?? {};
      if (!name || !value) return [];
      return [{ elements: [pill], field: '', value, options: { [name]: value } }];
    });
    return [radios, ...selects, pills].filter(({ length }) => length <= MOST).flat();
  }

  /** The state to which a value leads, where that is one of those that we speak of. */
  #stateBy({ form, reference }: Unit, chosen: Options, value: Value): string | undefined {
    const selection: Selection = this.#platform.variant.includes(value.field)
      ? { id: value.value, sku: value.value }
      : this.#suppose(form, reference, { ...chosen, ...value.options });
    const scope = new Scope(shared().store);
    scope.set({ product: reference, selection });
    // Of a value that is not resolved to one variant nothing is said.
    const { state } = scope.offer;
    return scope.variant !== undefined && isSaid(state) ? state : undefined;
  }
}

const marked = (): NodeListOf<Element> => document.querySelectorAll(`[${MARK}]`);

/** Fields of a form, wherever they stand; not by form.elements, which may be a field. */
function fieldsOf(form: HTMLFormElement, selector: string): readonly HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(selector)].filter((it) => it.form === form);
}

type Pair = readonly [string, string];

function pairsOf(field: HTMLInputElement | HTMLSelectElement): readonly Pair[] {
  const words =
    field instanceof HTMLSelectElement
      ? field.selectedOptions[0]?.text
      : field.title || field.labels?.[0]?.textContent;
  return named(field.name, field.value, words ?? '');
}

/** By the field's name, by the name inside its brackets: `options[Color]`; and what the shopper reads, where values are ids. */
function named(name: string, value: string, words: string): readonly Pair[] {
  // What is told of no option would be taken for a value of any.
  if (!name) return [];
  const inner = /\[([^\]]+)\]$/.exec(name)?.[1];
  const all: Pair[] = [
    [name, value],
    [`${name} in words`, words.trim()],
  ];
  return inner === undefined ? all : [...all, [inner, value]];
}
