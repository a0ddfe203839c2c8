/** Watches over a page that is given hostile strings: that none of them runs, asks for anything, or puts anything in. */
import { expect } from '@open-wc/testing';
import type { ShopPage } from './journey.js';

/** Markup that goes before everything else in the page (`theme` of PageOptions). */
export const CANARY = `<script>
  window.canaries = [];
  window.canary = () => { window.canaries.push(new Error().stack); };
</script>`;

const OURS = 'product-availability, backorder-badge, eta-notice, preorder-button, notify-me-form';
const PUT_IN = '[data-backorder-place], [data-backorder-field], [data-backorder-live]';

/** Elements of the page that are neither ours nor inside ours. */
function othersIn({ document }: ShopPage): readonly string[] {
  return [...document.querySelectorAll('*')]
    .filter((it) => !it.closest(OURS) && !it.matches(PUT_IN))
    .map((it) => it.localName);
}

/** Only these may stand inside our tags, however they are drawn. */
const DRAWN =
  /^(?:span|b|i|button|time|div|p|a|slot|form|label|input|style|backorder-badge|eta-notice|notify-me-form)$/;

/** Call it before the strings come in; what it returns asserts that nothing has happened since. */
export function canaryIn(page: ShopPage): (what: string) => Promise<void> {
  const before = othersIn(page);
  const { href } = page.window.location;
  return async (what) => {
    const { canaries } = page.window as unknown as { canaries: readonly string[] };
    expect(canaries, `${what}: ran`).to.deep.equal([]);
    expect(othersIn(page), `${what}: other elements`).to.deep.equal(before);
    for (const tag of page.document.querySelectorAll(OURS)) {
      for (const it of [...tag.querySelectorAll('*'), ...(tag.shadowRoot?.querySelectorAll('*') ?? [])]) {
        if (!tag.matches('product-availability, preorder-button')) expect(it.localName, what).to.match(DRAWN);
        expect(
          it.getAttributeNames().filter((name) => name.startsWith('on')),
          what,
        ).to.deep.equal([]);
      }
    }
    for (const link of page.document.querySelectorAll('a[part], a[href^="javascript"]')) {
      expect((link as HTMLAnchorElement).protocol, what).to.match(/^https?:$/);
    }
    expect(page.window.location.href, `${what}: address`).to.equal(href);
    expect(page.window.getComputedStyle(page.document.body).display, what).to.equal('block');
    expect((page.window as unknown as { polluted?: unknown }).polluted, what).to.equal(undefined);
    expect(page.heard.errors, `${what}: errors`).to.deep.equal([]);
    const beacons = page.window.performance.getEntriesByType('resource').map(({ name }) => name);
    expect(
      beacons.filter((name) => !name.includes('/availability?') && name.includes('canary')),
      what,
    ).to.deep.equal([]);
    const asked = (await page.log()).map(({ path }) => path);
    expect(
      asked.filter((path) => path.includes('canary')),
      `${what}: requests`,
    ).to.deep.equal([]);
  };
}
