// For tests of elements: a page of their own for each test, a clock that stands still, and what a shopper sees and hears.
import type { AvailabilityDocument } from '../../src/availability/document.js';
import type { State } from '../../src/availability/state.js';
import { speak } from '../../src/elements/shared/announcement.js';
import { shared } from '../../src/store/shared-store.js';
import { NOW } from './arbitraries.js';
import { quietConsole } from './quiet.js';
import { told } from './told.js';

const KEY = Symbol.for('backorder-elements.store.1');

/** Each state, as a record and a policy that lead to it at {@link NOW}. */
export const SIX: Readonly<Record<State, { readonly record: object; readonly policy: object }>> = {
  'in-stock': { record: { onHand: 5 }, policy: {} },
  backorder: { record: { onHand: 0, restock: '2026-12-12' }, policy: { sell: 'backorder' } },
  preorder: { record: { status: 'preorder', release: '2027-Q1' }, policy: { sell: 'preorder' } },
  'coming-soon': { record: { status: 'coming-soon', release: '2027-02' }, policy: {} },
  'sold-out': { record: { onHand: 0 }, policy: {} },
  unknown: { record: {}, policy: {} },
};

/** A document with a product for each state, named after it, and somewhere for sign-ups to go. */
export const sixProducts = (more: object = {}): AvailabilityDocument =>
  told(
    Object.entries(SIX).map(([id, { record, policy }]) => ({ id, ...record, policy })),
    { signUp: { url: '/sign-ups', privacyUrl: '/privacy' }, ...more },
  );

let turn = 0;

/** Has the page's store take in a document, as a newer answer than all before. */
export function tell(document: AvailabilityDocument): void {
  shared().store.put(document, (turn += 1));
}

/** Puts markup into the page; gives its first element. */
export function put<T extends Element = HTMLElement>(html: string): T {
  const place = document.createElement('main');
  place.dataset.test = '';
  place.innerHTML = html;
  document.body.append(place);
  return place.firstElementChild as T;
}

/** For a whole `describe`: a fresh page for each test, in British English, on a Wednesday in November 2026. */
export function elementPage(): void {
  quietConsole();

  beforeEach(() => {
    delete (globalThis as { [KEY]?: unknown })[KEY];
    shared().store.clock.now = () => NOW;
    document.documentElement.lang = 'en-GB';
    turn = 0;
  });

  afterEach(async () => {
    for (const place of document.querySelectorAll('main[data-test]')) place.remove();
    // What is put off for a moved element is over by then.
    await soon();
    // What is still to be said would be said to the next test.
    speak(() => '', '');
    document.querySelector('[data-backorder-live]')?.remove();
  });
}

/** Lets everything that is due run: promises, updates, observers. Enough to prove that nothing happens. */
export const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Waits until a condition holds, and says which when it never does. */
export async function until(condition: () => unknown, what = String(condition)): Promise<void> {
  const end = performance.now() + 15_000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The text that can be seen in an element, through shadow roots and slots; white space as one blank. */
export function seen(element: Element | null): string {
  return element ? textIn(element).replace(/\s+/g, ' ').trim() : '';
}

function textIn(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element) || getComputedStyle(node).display === 'none') return '';
  if (node instanceof HTMLSlotElement) {
    const assigned = node.assignedNodes();
    return (assigned.length ? assigned : [...node.childNodes]).map(textIn).join('');
  }
  const inside = [...(node.shadowRoot ?? node).childNodes].map(textIn).join('');
  return getComputedStyle(node).display.startsWith('inline') ? inside : ` ${inside} `;
}

/** One of the parts that an element draws. */
export const part = (host: Element, name: string): HTMLElement | null =>
  host.shadowRoot?.querySelector<HTMLElement>(`[part=${name}]`) ?? null;

/** The element that has the focus, through shadow roots. */
export function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}
