import type { CartRequest } from './cart-request.js';
import { differences } from './cart-request.js';
import { inStock, type Answer } from './documents.js';
import type { Findings } from './findings.js';
import type { Shop } from './first-look.js';
import type { Snapshot } from './snapshot.js';
import { Visit, type Way } from './visit.js';

/** The page without the script: what everything else is held against. */
export interface Bare {
  readonly before: Snapshot;
  readonly adds: readonly CartRequest[];
  readonly errors: readonly string[];
}

/** A way to visit in which the check answers in place of the shop's endpoint, or of the document in the page. */
export function answering(shop: Shop, answer: Answer | 'error'): Way {
  const { endpoint, inline } = shop.settings;
  return { endpoint, answer, ...(inline !== undefined && { inline: shop.references }) };
}

export async function visitBare(shop: Shop): Promise<Bare> {
  const visit = await Visit.open(shop.context, shop.url, shop.systems, { without: shop.src });
  const before = await visit.snapshot();
  const adds = before.off ? [] : await visit.press();
  await visit.close();
  return { before, adds, errors: visit.errors };
}

/** Everything is on the shelf: the page is the theme's. */
export async function checkInStock(findings: Findings, shop: Shop, bare: Bare): Promise<readonly string[]> {
  const answer = inStock(shop.main, shop.first.choice);
  const visit = await Visit.open(shop.context, shop.url, shop.systems, answering(shop, answer));
  const { words, box } = await visit.snapshot();
  findings.note(
    'same-label',
    words === bare.before.words,
    words === bare.before.words ? `“${words}”` : `“${words}” in place of “${bare.before.words}”`,
  );
  findings.note('same-box', isSame(box, bare.before.box), boxes(bare.before.box, box));
  const adds = await visit.press();
  noteAdd(findings, 'same-add', bare, adds, []);
  await visit.close();
  return visit.told;
}

/** Holds an add against the theme's own. Gives whether they are one each. */
export function noteAdd(
  findings: Findings,
  id: 'same-add' | 'add',
  bare: Bare,
  adds: readonly CartRequest[],
  ours: readonly string[],
  more = '',
): void {
  const [own, add] = [bare.adds[0], adds[0]];
  if (!own) findings.skip(id, 'without the script the button sends nothing to a cart');
  else if (!add) findings.note(id, false, 'nothing is sent');
  else if (adds.length !== bare.adds.length) {
    findings.note(id, false, `${adds.length} requests in place of ${bare.adds.length}`);
  } else {
    const told = differences(own, add, ours) || more;
    findings.note(id, !told, told || `${add.method} ${add.path}`);
  }
}

const isSame = (a: Snapshot['box'], b: Snapshot['box']): boolean =>
  (['x', 'y', 'width', 'height'] as const).every((it) => Math.abs(a[it] - b[it]) < 1);

/** Where a button was and where it is. */
export function boxes(before: Snapshot['box'], after: Snapshot['box']): string {
  const print = ({ x, y, width, height }: Snapshot['box']): string =>
    [x, y, width, height].map(Math.round).join(' ');
  return isSame(before, after)
    ? ''
    : `x, y, width, height ${print(after)}; without the script ${print(before)}`;
}
