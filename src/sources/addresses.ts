import { addressFor, LONGEST_URL } from './address-for.js';

/** What is longer is no id. */
const LONGEST_REFERENCE = 200;

/** The addresses that ask for all the references that can be ids, none too long. */
export function addresses(url: string, references: readonly string[]): readonly string[] {
  const usable = [...new Set(references)].filter((it) => it.length <= LONGEST_REFERENCE).sort();
  if (!usable.length) return [];
  const whole = addressFor(url, usable);
  if (whole.length <= LONGEST_URL || usable.length === 1) return [whole];
  const half = usable.length / 2;
  return [...addresses(url, usable.slice(0, half)), ...addresses(url, usable.slice(half))];
}
