import { oneOfTwo } from './documents.js';
import type { Findings } from './findings.js';
import type { Shop } from './first-look.js';
import { answering } from './in-stock.js';
import type { Choice, Control, Snapshot } from './snapshot.js';
import { Visit } from './visit.js';

/** Variants that are tried until one can be ordered. */
const MOST = 6;

interface Other {
  readonly control: Control;
  readonly choice: Choice;
  /** The theme's own words for it. */
  readonly words: string;
}

/** The first choice is on the shelf, another on backorder. */
export async function checkVariants(
  findings: Findings,
  shop: Shop,
  own: Snapshot,
): Promise<readonly string[]> {
  const other = await findOther(shop, own);
  if (!other) {
    findings.skip('variant-change', 'no other variant that can be ordered');
    return [];
  }
  const answer = oneOfTwo(shop.main, own.choice, other.choice);
  const visit = await Visit.open(shop.context, shop.url, shop.systems, answering(shop, answer));
  const { control } = other;
  const at = `${control.name || 'choice'} ${control.value}`;
  const isTheirs = ({ words, state }: Snapshot): boolean => words === own.words && state !== 'backorder';
  const isOurs = ({ words, state }: Snapshot): boolean => words !== other.words && state === 'backorder';
  const steps: readonly [string, () => Promise<void>, (now: Snapshot) => boolean][] = [
    ['at first', () => Promise.resolve(), isTheirs],
    [`at ${at}`, () => visit.choose(control), isOurs],
    [`back at ${control.now}`, () => visit.choose(control, control.now), isTheirs],
  ];
  let told = '';
  for (const [name, act, fits] of steps) {
    await act();
    const { now, came } = await visit.until(fits);
    if (came) continue;
    told = `${name}: “${now.words}”, state ${now.state || 'none'}`;
    break;
  }
  findings.note('variant-change', !told, told || at);
  await visit.close();
  return visit.told;
}

/** Another variant that the theme itself sells, found on the page without the script. */
async function findOther(shop: Shop, own: Snapshot): Promise<Other | undefined> {
  const visit = await Visit.open(shop.context, shop.url, shop.systems, { without: shop.src });
  try {
    for (const control of (await visit.controls()).slice(0, MOST)) {
      await visit.choose(control);
      const before = JSON.stringify(own.choice);
      const { came } = await visit.until((it) => JSON.stringify(it.choice) !== before && !!it.words, 3000);
      await visit.page.waitForNetworkIdle({ idleTime: 500, timeout: 3000 }).catch(() => undefined);
      const { choice, off, words, button } = await visit.snapshot();
      if (came && button && !off && isWhole(own.choice, choice)) return { control, choice, words };
    }
    return undefined;
  } finally {
    await visit.close();
  }
}

/** A combination that does not exist has no id, where there was one. */
const isWhole = (own: Choice, other: Choice): boolean => own.id === undefined || other.id !== undefined;
