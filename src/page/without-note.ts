import { languageAt } from '../elements/shared/page-language.js';
import { withMore } from '../messages/en-more.js';
import { say } from '../messages/say.js';
import { shared } from '../store/shared-store.js';

/** On the words beside a way to buy. */
const NOTE = 'data-backorder-without';

const DESCRIBED = 'aria-describedby';

/** A theme that takes the words out each time has its way. */
const MOST_INSERTIONS = 20;

const notes = new WeakSet<Element>();
let count = 0;

/**
 * Says beside a way to buy that the order will not show what was promised: seen by all, and read out with the control. Nothing is
 * lost in silence.
 */
export class WithoutNote {
  readonly #control: Element;
  readonly #element = made();
  #promise = '';
  #insertions = 0;

  constructor(control: Element) {
    this.#control = control;
  }

  /** @param promise what was told: "Pre-order: Ships on 12 December" */
  show(promise: string): void {
    this.#promise = promise;
    const language = languageAt(this.#control, shared().store);
    // What is known at once is said at once: nothing shall jump.
    if (!(language instanceof Promise)) this.#write(language, promise);
    else {
      void language.then((it) => {
        if (promise === this.#promise) this.#write(it, promise);
      });
    }
  }

  release(): void {
    this.#promise = '';
    this.#element.remove();
    describe(this.#control, this.#element.id, false);
  }

  #write(language: Parameters<typeof withMore>[0], promise: string): void {
    const note = this.#element;
    const text = say(withMore(language), 'express.without', { promise });
    if (note.lang !== language.tag) note.lang = language.tag;
    if (note.textContent !== text) note.textContent = text;
    if (this.#control.nextElementSibling !== note && this.#insertions < MOST_INSERTIONS) {
      this.#insertions += 1;
      this.#control.after(note);
    }
    describe(this.#control, note.id, true);
  }
}

/** Takes out words of ours that came with a copied piece of page. */
export function removeCopies(): void {
  for (const it of document.querySelectorAll(`[${NOTE}]`)) {
    if (notes.has(it)) continue;
    const { previousElementSibling: control } = it;
    if (control) describe(control, it.id, false);
    it.remove();
  }
}

/** A theme may describe its control by words of its own, which stay. */
function describe(control: Element, id: string, described: boolean): void {
  const before = control.getAttribute(DESCRIBED);
  const others = (before ?? '').split(/\s+/).filter((it) => it && it !== id);
  const after = [...others, ...(described ? [id] : [])].join(' ');
  if (after === (before ?? '')) return;
  if (after) control.setAttribute(DESCRIBED, after);
  else control.removeAttribute(DESCRIBED);
}

function made(): HTMLElement {
  const note = document.createElement('span');
  note.id = `backorder-without-${(count += 1)}`;
  note.setAttribute(NOTE, '');
  // By property, since a content security policy may forbid style attributes.
  note.style.cssText = 'display:block;font-size:.9em';
  notes.add(note);
  return note;
}
