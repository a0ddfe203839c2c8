import { soonAfter } from './soon-after.js';

/**
 * Tells when something in the page may have changed that bears on us: one observer and three listeners for the whole page,
 * however many products it has. Calls come at most once a tick.
 *
 * @param changed called after form fields or buttons may have changed; with `true` when elements have come or gone
 * @param ours tags that we draw in: what comes there brings no product, and is looked at only as a theme may take it out
 * @returns draws something of ours, which is no news
 */
export function watchPage(
  changed: (elements: boolean) => void,
  ours: readonly string[],
  signal: AbortSignal,
): (draw: () => void) => void {
  // A hidden field that a theme fills by script fires no event, but its value is an attribute.
  const isOurs = (node: Node): boolean => ours.includes((node as Element).localName);
  const tell = (records: readonly MutationRecord[]): void => {
    if (signal.aborted) return observer.disconnect();
    const content = records.filter(isContent);
    // Not by `matches`, which may be a form's field.
    const elements = content.some(({ target }) => !isOurs(target));
    // A page that document.open() has begun anew has lost the listeners of its window; where they are still there, they stay the same.
    if (content[0]?.target === document) listen();
    if (content[0] || records.some(({ type }) => type === 'attributes')) changed(elements);
  };
  const observer = new MutationObserver(tell);
  // Of the document itself: a framework that renders all of it puts another root element in.
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributeFilter: ['value', 'disabled', 'aria-checked', 'product', 'variant', 'quantity', 'lang'],
  });
  // On the window: themes listen in capture on the document, and some let nothing pass. Read when the event is over: a theme
  // that writes its id in a handler of its own writes it after us, and some write it without a sign: swatches that are links,
  // steppers of a quantity.
  const afterwards = soonAfter(() => signal.aborted || changed(false), 0);
  const listen = (): void => {
    for (const type of ['change', 'input', 'click']) {
      addEventListener(type, afterwards, { capture: true, signal });
    }
  };
  listen();
  const kept: MutationRecord[] = [];
  return (draw) => {
    const before = observer.takeRecords();
    draw();
    // Tags that we have put in are still to be drawn.
    const tags = observer.takeRecords().filter(({ addedNodes }) => [...addedNodes].some(isOurs));
    if (kept.push(...before, ...tags)) queueMicrotask(() => tell(kept.splice(0)));
  };
}

/** Text that changes, such as a price or our own words, is none of our business; elements that come and go are. */
function isContent({ addedNodes, removedNodes }: MutationRecord): boolean {
  return [...addedNodes, ...removedNodes].some((node) => node instanceof HTMLElement);
}
