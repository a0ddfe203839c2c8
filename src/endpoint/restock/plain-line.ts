const LONGEST = 150;
/** Control characters, separators of lines, marks that turn the order of writing, halves of characters. */
const ODD = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Cs}]+/gu;
/** What mail programs make links of by themselves. */
const LIKE_A_LINK = /(?<=\p{L}|\d)([.:])(?=\p{L}|\/\/)/gu;
/** Invisible, and no line is broken there. */
const JOINER = '\u2060';

/** A text of the shop's, such as a product's title, as one line of a mail. */
export function plainLine(text: string): string {
  const line = text.replace(ODD, ' ').replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

/** The same, and no mail program will make a link of what looks like one: the only links are the ones that we write. */
export function linkless(text: string): string {
  return plainLine(text).replace(LIKE_A_LINK, `$1${JOINER}`);
}
