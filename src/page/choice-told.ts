import { call } from '../native.js';
import { at, idOf, parsed } from '../platforms/json-data.js';
import type { Choices } from '../platforms/platform.js';

/** A context with all values of an option is short; what is longer is not one of an option. */
const MOST_CHARACTERS = 100_000;

/** Contexts around a pill that are looked at for the option's name. */
const MOST_AROUND = 8;

/** An option and one of its values, as told by what stands for the value or is chosen among them. */
export interface ToldChoice {
  readonly name: string;
  /** Empty where nothing is chosen yet. */
  readonly value: string;
}

/** Fields in which the shopper has chosen: before that, a field may not show what its runtime began with. */
const touched = new WeakSet<EventTarget>();

/** Hears in which fields the shopper chooses. */
export function hearChoices(signal: AbortSignal): void {
  document.addEventListener('change', ({ target }) => target && touched.add(target), {
    capture: true,
    signal,
  });
}

/** Reads by plain attributes, else by the JSON of the runtime that the theme's form is bound to. */
export function choiceTold(element: Element, choices: Choices | undefined): ToldChoice | undefined {
  if (!choices) return undefined;
  const field = (element as HTMLSelectElement).value as string | undefined;
  const plain = element.closest(`[${choices.name}]`)?.getAttribute(choices.name);
  if (plain) return { name: plain, value: (field || element.getAttribute(choices.value)) ?? '' };
  const { context } = choices;
  const name = context && nameAround(element, context.attribute);
  if (!name) return undefined;
  const lower = name.toLowerCase();
  const own = contextOf(element, context.attribute);
  const told =
    typeof field === 'string'
      ? field || (touched.has(element) ? '' : at(own, 'selectedValue'))
      : at(own, 'option', 'value');
  return {
    name: lower.startsWith(context.prefix) ? lower : context.prefix + lower,
    // A runtime keeps what is no text as it came.
    value: idOf(told) ?? '',
  };
}

/** All that is chosen in a form and that no field of it tells. */
export function choicesIn(
  form: HTMLFormElement,
  choices: Choices | undefined,
): Readonly<Record<string, string>> {
  const options = Object.create(null) as Record<string, string>;
  for (const element of choices ? call(form, 'querySelectorAll', choices.selector) : []) {
    const told = choiceTold(element, choices);
    if (told) options[told.name] = told.value;
  }
  return options;
}

function nameAround(element: Element, attribute: string): string | undefined {
  let around: Element | null | undefined = element.closest(`[${attribute}]`);
  for (let tries = 0; around && tries < MOST_AROUND; tries += 1) {
    // The form has a context too, with all variations; no option is told above it.
    if (around.localName === 'form') return undefined;
    const name = idOf(at(contextOf(around, attribute), 'name'));
    if (name !== undefined) return name;
    around = around.parentElement?.closest(`[${attribute}]`);
  }
  return undefined;
}

function contextOf(element: Element, attribute: string): unknown {
  return parsed(element.getAttribute(attribute) ?? '', MOST_CHARACTERS);
}
