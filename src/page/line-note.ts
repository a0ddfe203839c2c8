import { languageAt } from '../elements/shared/page-language.js';
import { withMore } from '../messages/en-more.js';
import { Scope } from '../store/scope.js';
import { shared } from '../store/shared-store.js';
import type { FoundLine } from './cart-glance.js';
import { cartLineWords, type LineNews } from './cart-line-words.js';

/** On what we put into a line. */
export const NOTE = 'data-backorder-said';

/** A theme that takes the note out each time has its way. */
const MOST_INSERTIONS = 20;

/** Parts of a line that hold no text of their own. */
const FRAMES = 'table, thead, tbody, tr, ul, ol, dl';

/** A few words in one line of a cart. */
export class LineNote {
  readonly #line: Element;
  readonly #after: readonly string[];
  readonly #scope = new Scope(shared().store);
  readonly #drawn: () => void;
  readonly #stop: () => void;
  #found: FoundLine | undefined;
  #told = '';
  #turn = 0;
  #insertions = 0;
  #element: HTMLElement | undefined;

  /**
   * @param line the line, or what a theme has marked in it
   * @param after selectors of what the words go after in it; without any they come last
   * @param drawn called whenever it has been looked at again
   */
  constructor(line: Element, after: readonly string[] = [], drawn: () => void = () => undefined) {
    this.#line = line;
    this.#after = after;
    this.#drawn = drawn;
    this.#stop = this.#scope.subscribe(() => this.#draw());
  }

  /** What is in the page. */
  get element(): HTMLElement | undefined {
    return this.#element;
  }

  /** What is known apart from the line. */
  get news(): LineNews {
    const { store, offer, settings } = this.#scope;
    const { timeZone } = store.lookup(settings.product ?? '', {}).policy;
    return { offer, now: store.clock.now(), timeZone };
  }

  /** Shows what was promised with the line. */
  show(found: FoundLine): void {
    const told = JSON.stringify(found);
    if (told !== this.#told) {
      this.#told = told;
      this.#found = found;
      const { reference: product, record } = found;
      const { now = 0, later = 1 } = record.split ?? {};
      this.#scope.set({ product, quantity: found.quantity ?? now + later });
    }
    this.#draw();
  }

  /** Takes everything out again. */
  release(): void {
    this.#turn += 1;
    this.#stop();
    this.#element?.remove();
    this.#element = undefined;
  }

  #draw(): void {
    const turn = (this.#turn += 1);
    void Promise.resolve(languageAt(this.#line, shared().store)).then((language) => {
      if (turn !== this.#turn || !this.#found) return;
      const spoken = withMore(language);
      const { sentences, altered } = cartLineWords(this.#found, this.news, spoken);
      const repeated = !altered && this.#isPrinted([sentences[0], this.#found.text]);
      this.#write(shared().store.disabled || repeated ? [] : sentences, spoken.tag);
      this.#drawn();
    });
  }

  /** Whether the theme shows the same words itself. */
  #isPrinted(texts: readonly (string | undefined)[]): boolean {
    const whole = this.#line.closest('tr, li, article, [role=row], [role=listitem]') ?? this.#line;
    const copy = whole.cloneNode(true) as Element;
    for (const it of copy.querySelectorAll(`[${NOTE}]`)) it.remove();
    const shown = plain(copy.textContent);
    return texts.some((it) => it && shown.includes(plain(it)));
  }

  #write(sentences: readonly string[], tag: string): void {
    if (!sentences.length) {
      this.#element?.remove();
      return;
    }
    const note = (this.#element ??= made());
    if (note.lang !== tag) note.lang = tag;
    const before = [...note.children].map((it) => it.textContent);
    if (before.join('\n') !== sentences.join('\n')) note.replaceChildren(...sentences.map(sentence));
    this.#place(note);
  }

  #place(note: HTMLElement): void {
    const line = this.#line;
    const after = this.#after.map((it) => line.querySelector(it)).find(Boolean);
    const inside = after ? undefined : roomIn(line);
    const there = after ? after.nextElementSibling === note : note.parentElement === inside;
    if (there || this.#insertions >= MOST_INSERTIONS) return;
    this.#insertions += 1;
    if (after) after.after(note);
    else inside?.append(note);
  }
}

/** Text may stand in cells and list items only. */
function roomIn(line: Element): Element {
  if (!line.matches(FRAMES)) return line;
  const cells = [...line.querySelectorAll('td, th, li, dd')];
  return cells.find((it) => it.querySelector('a[href]') && it.textContent.trim()) ?? cells.at(-1) ?? line;
}

function made(): HTMLElement {
  const note = document.createElement('span');
  note.setAttribute(NOTE, '');
  // By property, since a content security policy may forbid style attributes.
  note.style.cssText = 'display:block;font-size:.9em';
  return note;
}

function sentence(text: string): HTMLElement {
  const element = document.createElement('span');
  // English on a page that is read from the right keeps its own order, and the page's side.
  element.dir = 'auto';
  element.style.cssText = 'display:block;text-align:-webkit-match-parent;text-align:match-parent';
  element.textContent = text;
  return element;
}

const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();
