import type { Words } from '../words/words.js';
import type { Prepared } from './prepare-message.js';

/** A sentence with its place filled in. What is filled in is never read as a place itself. */
export function fill(sentence: string, value: string): string {
  return sentence.replace(/\{\w+\}/, () => value);
}

/** What a message says of its item, each a line: the price, and the quantity where it is more than one. */
export function itemLines({ item, signUp, spoken: { words, language } }: Prepared): readonly string[] {
  const price = priceOf(item, language);
  const count = Number(signUp.quantity);
  return [
    ...(price === undefined ? [] : [fill(words.price, price)]),
    ...(count > 1 ? [fill(words.quantity, new Intl.NumberFormat(language).format(count))] : []),
  ];
}

/** A subject: where the shop has no title for the item, its own name stands there. */
export function subjectOf({ kind, item, spoken }: Prepared, shop: string): string {
  return fill(spoken.words[`${kind}.subject` satisfies keyof Words], item.title ?? shop);
}

function priceOf({ price, currency }: Prepared['item'], language: string): string | undefined {
  if (price === undefined || !currency || !/^[A-Z]{3}$/i.test(currency)) return undefined;
  const format = new Intl.NumberFormat(language, { style: 'currency', currency });
  const { maximumFractionDigits = 2 } = format.resolvedOptions();
  return format.format(price / 10 ** maximumFractionDigits);
}
