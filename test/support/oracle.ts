/**
 * The oracle of fail-open. A page "fails open" when it sells exactly as it would without our script. So the same page is
 * opened twice, with the script tag and without. At each step both must have the same add button (box, visibility, what is
 * hit at its centre, label, disabled) and the theme's boxes in the same places, and the button, pressed, must send the same
 * request (method, path, fields in their order, body).
 *
 *   const oracle = await openOracle({ endpoint: 'refused' });
 *   await oracle.check('at once');                       // as soon as the buttons are there
 *   await waitFor(() => oracle.page.reports.length > 0); // whatever shows that the script has given up
 *   await oracle.check('after giving up');
 *   oracle.quiet();                                      // nothing uncaught; at most one warning of ours
 *
 * `failsOpen(options)` is that in one call, with the give-up time of the source. It works on any theme: give the fixture page by
 * `page` and the theme's control by `button`. What a theme adds to its request that differs from press to press (a token, a time)
 * is named in `ignore`. Pressing is by click(), which takes the way of a real press through the theme's handlers; that a real
 * pointer would reach the button is what the hit at its centre proves. Checks press the button: pages keep standing, because
 * the test shop answers 204 (`cart: 'stay'`).
 */
import { expect } from '@open-wc/testing';
import { openPage, pause, waitFor, type Heard, type PageOptions, type ShopPage } from './journey.js';

/** What a shopper has of an add button. */
export interface ButtonFacts {
  readonly box: readonly number[];
  readonly display: string;
  readonly visibility: string;
  readonly opacity: string;
  readonly pointerEvents: string;
  /** Whether a press at its centre hits it. */
  readonly hit: boolean;
  readonly label: string;
  readonly name: string | null;
  readonly disabled: boolean;
  readonly ariaDisabled: string | null;
}

export function factsOf({ button, window, document }: ShopPage): ButtonFacts {
  const { left, top, width, height } = button.getBoundingClientRect();
  const style = window.getComputedStyle(button);
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  return {
    // In the document, since scroll positions may differ; to the tenth of a pixel, since engines round.
    box: [left + window.scrollX, top + window.scrollY, width, height].map((it) => Math.round(it * 10) / 10),
    display: style.display,
    visibility: style.visibility,
    opacity: style.opacity,
    pointerEvents: style.pointerEvents,
    hit: hit !== null && button.contains(hit),
    label: (button.textContent || button.value).trim(),
    name: button.getAttribute('aria-label'),
    disabled: button.disabled,
    ariaDisabled: button.getAttribute('aria-disabled'),
  };
}

/** Where everything of the theme's stands: an empty place of ours that is not empty shows here. */
export function boxesOf({ document, window }: ShopPage): readonly string[] {
  const theirs = [...document.body.querySelectorAll('*')].filter(
    (it) =>
      !/^(?:script|style|template)$|-/.test(it.localName) &&
      // Not it.closest, which may be a field of a form.
      !Element.prototype.closest.call(it, '[data-backorder-place],[data-backorder-live]'),
  );
  return theirs
    .filter(
      (it) =>
        !it.parentElement ||
        !Element.prototype.closest.call(
          it.parentElement,
          'product-availability,backorder-badge,eta-notice,preorder-button,notify-me-form',
        ),
    )
    .map((it) => {
      const { left, top, width, height } = it.getBoundingClientRect();
      const box = [left + window.scrollX, top + window.scrollY, width, height].map((edge) =>
        Math.round(edge),
      );
      return `${it.localName}${it.className ? `.${it.className}` : ''} ${box.join(' ')}`;
    });
}

/** What a press sends: the shop's log of it, without what says which of the two pages it was. */
export async function pressed(page: ShopPage, ignore: readonly string[] = []): Promise<readonly object[]> {
  const before = (await page.carted(0)).length;
  const { disabled } = page.button;
  page.button.click();
  // That a dead button sends nothing shows only after a while.
  const adds = await page.carted(before + 1, disabled ? 150 : 3000).catch(() => page.carted(0));
  return adds.slice(before).map(({ method, path, query, fields, headers, body }) => ({
    method,
    path,
    query,
    type: headers['content-type']?.replace(/boundary=.*/, ''),
    fields: fields.filter(([name]) => !ignore.includes(name)),
    ...(fields.length === 0 && { body }),
  }));
}

/** Nothing uncaught, and at most `warnings` warnings of ours. */
export function expectQuiet({ errors, console }: Heard, warnings = 1): void {
  expect(errors, 'uncaught errors').to.deep.equal([]);
  const ours = console.filter((text) => text.includes('backorder'));
  expect(ours.length, `warnings: ${ours.join('; ')}`).to.be.at.most(warnings);
}

/** Nothing of ours in the page: no spinner, no empty place. */
export function expectNothingOfOurs({ document }: ShopPage): void {
  const ours = [...document.body.querySelectorAll('*')].filter(
    (it) => it.localName.includes('-') || it.getAttributeNames().some((name) => name.includes('backorder')),
  );
  expect(ours.map((it) => it.outerHTML)).to.deep.equal([]);
}

export class Oracle {
  /** The page with our script. */
  readonly page: ShopPage;
  /** The same without it. */
  readonly without: ShopPage;
  readonly #ignore: readonly string[];

  constructor(page: ShopPage, without: ShopPage, ignore: readonly string[]) {
    this.page = page;
    this.without = without;
    this.#ignore = ignore;
  }

  /** Compares what is seen. */
  look(step: string): void {
    expect(factsOf(this.page), `${step}: the button`).to.deep.equal(factsOf(this.without));
    expect(boxesOf(this.page), `${step}: the page`).to.deep.equal(boxesOf(this.without));
  }

  /** Compares what is seen and what a press sends. */
  async check(step: string): Promise<void> {
    this.look(step);
    const [ours, theirs] = [
      await pressed(this.page, this.#ignore),
      await pressed(this.without, this.#ignore),
    ];
    expect(ours, `${step}: the request`).to.deep.equal(theirs);
    this.look(`${step}, pressed`);
  }

  quiet(warnings = 1): void {
    expectQuiet(this.page.heard, warnings);
  }
}

/** Opens the same page twice, with our script and without. */
export async function openOracle(options: PageOptions, ignore: readonly string[] = []): Promise<Oracle> {
  const [page, without] = await Promise.all([openPage(options), openPage({ ...options, script: false })]);
  return new Oracle(page, without, ignore);
}

/**
 * Opens the page, and checks it at once, when `until` holds (the script has given up), and a moment later, when whatever was
 * still to come has had its chance.
 */
export async function failsOpen(
  options: PageOptions,
  until: (page: ShopPage) => unknown = (page) => page.reports.length > 0,
  { warnings = 1, ignore = [] }: { warnings?: number; ignore?: readonly string[] } = {},
): Promise<Oracle> {
  const oracle = await openOracle(options, ignore);
  await oracle.check('at once');
  await waitFor(() => until(oracle.page), `giving up (${String(until)})`);
  await oracle.check('after giving up');
  await pause(100);
  await oracle.check('a moment later');
  oracle.quiet(warnings);
  return oracle;
}
