import type { Language, MessageName } from './catalogue.js';

/** Values for the `{braces}` of a message. A number named `count` also chooses the plural form. */
export type Values = Readonly<Record<string, string | number>>;

/**
 * Says a message in a language. Values go in as they are and are not read again, so a product name with braces in it
 * stays a product name; braces that have no value stay as written.
 */
export function say(language: Language, name: MessageName, values: Values = {}): string {
  const message = language.messages[name] ?? '';
  const form = typeof message === 'string' ? message : pluralForm(language.tag, message, values.count);
  return form.replace(/\{(\w+)\}/g, (braces, key: string) =>
    Object.hasOwn(values, key) ? shown(language.tag, values[key] as string | number) : braces,
  );
}

function pluralForm(
  tag: string,
  forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>,
  count: string | number | undefined,
): string {
  const category = typeof count === 'number' ? new Intl.PluralRules(tag).select(count) : 'other';
  return forms[category] ?? forms.other ?? '';
}

/** A number in the digits of the language, which may also be asked for in its tag: only Intl knows. */
function shown(tag: string, value: string | number): string {
  // Four digits may be a year.
  return typeof value === 'string' ? value : value.toLocaleString(tag, { useGrouping: value > 9999 });
}
