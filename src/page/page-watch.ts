import { soonAfter } from './soon-after.js';

/**
 * Tells when something in the page may have changed that bears on us: one observer and two listeners for the whole page,
 * however many products it has. Calls come at most once a tick.
 *
 * @param changed called after form fields or buttons have changed; with `true` when elements have come or gone
 * @param ours tags that we draw in: what comes there brings no product, and is looked at only as a theme may take it out
 */
export function watchPage(
  changed: (elements: boolean) => void,
  ours: readonly string[],
  signal: AbortSignal,
): void {
  // A hidden field that a theme fills by script fires no event, but its value is an attribute.
  const observer = new MutationObserver((records) => {
    const content = records.filter(isContent);
    // Not by `matches`, which may be a form's field.
    const elements = content.some(({ target }) => !ours.includes((target as Element).localName));
    if (content[0] || records.some(({ type }) => type === 'attributes')) changed(elements);
  });
  observer.observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['value', 'disabled', 'aria-checked', 'product', 'variant', 'quantity', 'lang'],
  });
  // On the window: themes listen in capture on the document, and some let nothing pass. Read when the event is over: a theme
  // that writes its id in a handler of its own writes it after us, and some write it without a sign.
  const afterwards = soonAfter(() => signal.aborted || changed(false), 0);
  for (const type of ['change', 'input'] as const) {
    addEventListener(type, afterwards, { capture: true, signal });
  }
  signal.addEventListener('abort', () => observer.disconnect());
}

/** Text that changes, such as a price or our own words, is none of our business; elements that come and go are. */
function isContent({ addedNodes, removedNodes }: MutationRecord): boolean {
  return [...addedNodes, ...removedNodes].some((node) => node instanceof HTMLElement);
}
