/** What our tags show in a page, however they are drawn: plain in the light DOM, or by their element in its shadow. */
import { waitFor, type ShopPage } from './journey.js';

const clean = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The text of one tag; of the element with its shadow root, what is rendered there. */
export function textOf(element: Element): string {
  const { shadowRoot } = element;
  if (!shadowRoot) return clean(element.textContent);
  const slots = [...shadowRoot.querySelectorAll('slot')].flatMap((slot) =>
    slot.assignedNodes({ flatten: true }),
  );
  const own = [...shadowRoot.childNodes].filter((it) => it.nodeName !== 'STYLE');
  return clean([...own, ...slots].map((it) => it.textContent).join(' '));
}

/** The text of the first such tag in a page; empty when there is none. */
export function shown(page: ShopPage, selector: string): string {
  const element = page.document.querySelector(selector);
  return element ? textOf(element) : '';
}

/** What the page's live region says. */
export const said = (page: ShopPage): string =>
  page.document.querySelector('[data-backorder-live]')?.textContent ?? '';

/** Keeps what the page's live region says from now on, in order; each text once for each time that it is put in. */
export async function listen(page: ShopPage): Promise<readonly string[]> {
  const region = await waitFor(() => page.document.querySelector('[data-backorder-live]'), 'a live region');
  const heard: string[] = [];
  new MutationObserver(() => {
    if (region.textContent) heard.push(region.textContent);
  }).observe(region, { childList: true, characterData: true, subtree: true });
  return heard;
}
