import type { Messages } from './catalogue.js';
import { messages as english } from './en.js';

const PLAIN = 'abcdefghijklmnopqrstuvwxyz';
/** Letters that look like those above, so that a text stays readable. */
const ODD = [...'áƀçđéƒĝĥîĵķĺɱñöþǫŕšţûṽŵẋýž'];

/** What makes a text two fifths longer, as many a language does. */
const FILLING = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen ';

/**
 * A text as a language that nobody speaks: accents on all letters, two fifths longer, in brackets. What is on a page
 * without brackets was never given out to be translated; a bracket that is cut off shows where there is no room.
 */
export function pseudo(text: string): string {
  const words = text.split(/(\{\w+\})/).map((part) => (part.startsWith('{') ? part : accented(part)));
  const more = FILLING.slice(0, Math.ceil(text.replace(/\{\w+\}/g, '').length * 0.4)).trim();
  return `[${words.join('')} ${accented(more)}]`;
}

function accented(text: string): string {
  return text.replace(/[a-z]/gi, (it) => {
    const odd = ODD[PLAIN.indexOf(it.toLowerCase())] ?? it;
    return PLAIN.includes(it) ? odd : odd.toUpperCase();
  });
}

function pseudoMessage(message: Messages[keyof Messages]): unknown {
  return typeof message === 'string'
    ? pseudo(message)
    : Object.fromEntries(Object.entries(message).map(([form, text]) => [form, pseudo(text)]));
}

/** All messages so, as en-XA. */
export const messages = Object.fromEntries(
  Object.entries(english).map(([name, message]) => [
    name,
    pseudoMessage(message as Messages[keyof Messages]),
  ]),
) as unknown as Messages;
