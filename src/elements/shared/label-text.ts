/** A shop's own add-to-cart control: a button, or an input whose value is its label. */
export type AddButton = HTMLButtonElement | HTMLInputElement;

/** What holds a label. */
export type LabelText = Text | HTMLInputElement;

/** Texts inside a button that are not its label: hidden ones, pictures, and what only loads. */
const NOT_LABEL =
  'svg,style,script,template,[hidden],[aria-hidden=true],.hidden,[class*=visually-hidden],[class*=sr-only],[class*=spinner],[class*=price]';

/** A price or count at the end of a label, with what joins it: " – €149.00". It stays when the words change. */
const TAIL = /[-\s–—|·•:(]*(?:[A-Z]{2,3}\s?)?\p{Sc}?\s?\d[\d.,\s'’]*\s?(?:\p{Sc}|[A-Z]{2,3}\b)?\)?\s*$/u;

const WORD = /\p{L}{2}/u;

/** Where a button's words are: its first text with a word in it that is a label and nothing else. */
export function labelOf(button: AddButton): LabelText | undefined {
  if (button instanceof HTMLInputElement) return button;
  const texts = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    const holder = text.parentElement?.closest(NOT_LABEL);
    const hidden = holder && button.contains(holder) && holder !== button;
    if (!hidden && WORD.test(partsOf(text.data)[1])) return text;
  }
  return undefined;
}

/** A label in three: white space before, the words, and a price or white space after. */
export function partsOf(label: string): readonly [string, string, string] {
  const start = label.search(/\S|$/);
  const rest = label.slice(start);
  const tail = rest.search(TAIL);
  const end = tail < 0 ? rest.trimEnd().length : tail;
  return [label.slice(0, start), rest.slice(0, end), rest.slice(end)];
}

export function read(text: LabelText): string {
  return text instanceof HTMLInputElement ? text.value : text.data;
}

export function write(text: LabelText, words: string): void {
  if (text instanceof HTMLInputElement) text.value = words;
  else text.data = words;
}
