import { labelOf, partsOf, read, write, type AddButton, type LabelText } from './label-text.js';

const COUNT = /\d/;

/** Hebrew, Arabic and their neighbours. */
const FROM_THE_RIGHT = /[\u0590-\u08ff]/;

/** On a button with our words: what was there before, what is there now, the name before. Themes copy and store their markup. */
const MARK = 'data-backorder-was';

/** Between the three; in no label. */
const BETWEEN = '\u2028';

interface Change {
  readonly text: LabelText;
  readonly before: string;
  readonly after: string;
}

/**
 * Changes the words on a shop's own button and takes them back. Icons, prices and everything else on it stay. Where the
 * theme writes its own words again, they are corrected once for each offer; after that the theme has its way.
 */
export class ButtonLabel {
  readonly #button: AddButton;
  readonly #watch: MutationObserver;
  #watched = false;
  #wanted: string | undefined;
  #beside = false;
  #change: Change | undefined;
  #name: { readonly before: string; readonly after: string; readonly part?: string | undefined } | undefined;
  #corrections = 0;
  #pressed = false;
  /** What the theme has said while its button was off: for the moment, as that it is adding. */
  #passing: string | undefined;

  constructor(button: AddButton) {
    this.#button = button;
    this.#watch = new MutationObserver(() => this.#correct());
    this.#recall();
  }

  /** Takes over the copy of a button that had our words on it, which are not the theme's. */
  #recall(): void {
    const [before = '', after, name] = this.#button.getAttribute(MARK)?.split(BETWEEN) ?? [];
    const text = after === undefined ? undefined : labelOf(this.#button);
    if (!text || read(text) !== after) return;
    this.#change = { text, before, after };
    if (name) this.#name = { before: name, after: this.#button.ariaLabel ?? '' };
  }

  /** Shows `words` in place of the theme's own; before them where `beside`. */
  show(words: string, beside = false): void {
    this.#corrections = 1;
    this.#pressed = false;
    this.#wanted = words;
    this.#beside = beside;
    this.#write();
  }

  /** The shopper has pressed: what the theme says to that is news, until it says again what it had said at first. */
  pressed(): void {
    this.#corrections = 1;
    this.#pressed = true;
  }

  /** Gives the theme its own words back, unless it has written others since. */
  restore(): void {
    this.#watch.disconnect();
    this.#watched = false;
    this.rest();
    this.#change = undefined;
  }

  /** The same for now: a theme that is adding will yet put back what it had found, which were our words; it gets its own then. */
  rest(): void {
    this.#wanted = undefined;
    const last = this.#change;
    for (const text of [last?.text, labelOf(this.#button)]) {
      // Words that are the same are not written again: that would be a change, and seen as one.
      if (last && text && read(text) === last.after && last.before !== last.after) write(text, last.before);
    }
    if (this.#name && this.#button.ariaLabel === this.#name.after) this.#button.ariaLabel = this.#name.before;
    this.#button.removeAttribute(MARK);
    this.#name = undefined;
  }

  #write(): void {
    const words = this.#wanted;
    if (words === undefined) return;
    // Ours may be words that do not look like any.
    const text = this.#isOurs() ? this.#change?.text : labelOf(this.#button);
    if (text) this.#put(text, words);
    if (!this.#watched) {
      this.#watched = true;
      this.#watch.observe(this.#button, {
        childList: true,
        characterData: true,
        subtree: true,
        attributeFilter: ['value', 'disabled'],
      });
    }
    // What we have written is no news.
    this.#watch.takeRecords();
  }

  #put(text: LabelText, wanted: string): void {
    const now = read(text);
    // In whichever text: a theme that has said that it is adding puts back what it had found.
    const last = this.#change;
    const passing = now === this.#passing && !this.#button.disabled;
    const before = last && (now === last.after || passing) ? last.before : now;
    const [edge, middle, end] = partsOf(before);
    const words = this.#beside ? `${wanted}: ${middle}` : wanted;
    // Else a price of a shop that reads from the left would be turned round by our letters: 145€ for €145.
    const turned = FROM_THE_RIGHT.test(words) && !FROM_THE_RIGHT.test(middle);
    const after = edge + words + (turned ? end.replace(/(?=[\p{Sc}A-Z\d])/u, '\u200e') : end);
    if (now !== after) write(text, after);
    // Its words are its value, which the form may send.
    if (text instanceof HTMLInputElement && text.name)
      import('./own-value.js').then((it) => it.sendOwnValues(MARK, BETWEEN)).catch(() => undefined);
    this.#change = { text, before, after };
    this.#rename(middle, words);
    this.#button.setAttribute(MARK, [before, after, this.#name?.before ?? ''].join(BETWEEN));
  }

  /** A name given by the theme must go on to begin with what is seen, or voice control cannot press the button. */
  #rename(old: string, words: string): void {
    const { ariaLabel } = this.#button;
    // What is not ours the theme has written, as when another variant is chosen.
    const name = ariaLabel === this.#name?.after ? this.#name?.before : ariaLabel;
    if (!name) return;
    // Where the theme has said something else meanwhile, the words that were in it at first.
    const part = name.includes(old) ? old : this.#name?.part;
    const after = part ? name.replace(part, () => words) : words;
    this.#name = { before: name, after, part };
    if (ariaLabel !== after) this.#button.ariaLabel = after;
  }

  #isOurs(): boolean {
    const change = this.#change;
    return !!change?.text.isConnected && read(change.text) === change.after;
  }

  #correct(): void {
    const text = labelOf(this.#button);
    const change = this.#change;
    if (this.#button.disabled) {
      if (text) this.#passing = read(text);
    } else if (this.#wanted === undefined) this.rest();
    else if (!text || this.#isOurs()) {
      // A theme that is still loading shows no words at all; there is nothing to correct yet.
    } else if (change && text instanceof Text && text.parentElement?.closest('font')) {
      // A translator has wrapped our words and put its own there: those are still ours to take back.
      this.#change = { ...change, text, after: text.data };
    } else if (
      change &&
      ((this.#pressed && read(text) !== change.before) ||
        (COUNT.test(partsOf(read(text))[1]) && !COUNT.test(change.before)))
    ) {
      // "Adding…" or "1 in cart" is the news that the shopper has pressed for.
    } else if (this.#corrections) {
      this.#corrections = 0;
      this.#write();
    }
  }
}
