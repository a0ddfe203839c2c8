import { carried } from './cart-request.js';
import { onBackorder, PROMISED } from './documents.js';
import type { Findings } from './findings.js';
import type { Shop } from './first-look.js';
import { answering, boxes, noteAdd, type Bare } from './in-stock.js';
import type { Snapshot } from './snapshot.js';
import { Visit } from './visit.js';

/** Milliseconds for which the words have to stay. */
const STEADY = 2500;

/** Everything is on backorder. */
export async function checkBackorder(
  findings: Findings,
  shop: Shop,
  bare: Bare,
  quickView: string | undefined,
): Promise<readonly string[]> {
  const answer = onBackorder(shop.main, shop.first.choice);
  const visit = await Visit.open(shop.context, shop.url, shop.systems, answering(shop, answer));
  const own = bare.before.words;
  const isOurs = ({ state, words }: Snapshot): boolean => state === 'backorder' && words !== own;
  const { now, came } = await visit.until(isOurs);
  const told = came ? `“${own}” → “${now.words}”` : `“${now.words}”, state ${now.state || 'none'}`;
  findings.note('label', came, told);
  if (!came) {
    await visit.close();
    return visit.told;
  }
  await noteSteady(findings, visit, now.words);
  noteDate(findings, await visit.snapshot());
  // Words of another length may make it wider.
  const later = await visit.snapshot();
  const moved = Math.abs(later.box.y - bare.before.box.y) >= 1;
  findings.note('place', !moved, moved ? boxes(bare.before.box, later.box) : '');
  const names = namesOf(shop);
  if (!names.length) findings.skip('fields', `${shop.system.name} drops what it does not know`);
  else {
    const missing = names.filter((it) => !later.fields.includes(it));
    const seen = missing.length ? `missing: ${missing.join(', ')}` : names.join(', ');
    findings.note('fields', !missing.length, seen);
  }
  await noteQuickView(findings, visit, quickView);
  const adds = await visit.press();
  const lost = names.filter((it) => adds[0] && !carried(adds[0], names).includes(it));
  noteAdd(findings, 'add', bare, adds, names, lost.length ? `not sent: ${lost.join(', ')}` : '');
  await visit.close();
  return visit.told;
}

async function noteSteady(findings: Findings, visit: Visit, words: string): Promise<void> {
  const { now, came } = await visit.until((it) => it.words !== words, STEADY);
  // Corrected once more is fine; a theme that goes on has its way.
  const { came: back } = came ? await visit.until((it) => it.words === words, 300) : { came: true };
  const { came: again } =
    came && back ? await visit.until((it) => it.words !== words, STEADY) : { came: false };
  findings.note('steady', back && !again, back && !again ? '' : `“${words}” became “${now.words}”`);
}

function noteDate(findings: Findings, { notice, language }: Snapshot): void {
  const year = Number(PROMISED.slice(0, 4));
  let local = String(year);
  try {
    local = new Intl.NumberFormat(language || 'en', { useGrouping: false }).format(year);
  } catch {
    // No language that is known.
  }
  const shown = notice.includes(String(year)) || notice.includes(local);
  findings.note('date', shown, notice ? `“${notice}”` : 'no notice in sight');
}

/** Names of the fields that carry the promise on this page. */
function namesOf({ settings, system }: Shop): readonly string[] {
  const { text = 'properties[Availability]', record = 'properties[_backorder]' } = system.lineFields ?? {};
  return [settings.textField ?? text, settings.recordField ?? record].filter(Boolean);
}

async function noteQuickView(findings: Findings, visit: Visit, opener: string | undefined): Promise<void> {
  if (!opener) {
    findings.skip('quick-view', 'name what opens it with --quick-view SELECTOR');
    return;
  }
  const { backorders } = await visit.snapshot();
  const there = await visit.page.evaluate((selector) => {
    const found = document.querySelector<HTMLElement>(selector);
    found?.click();
    return !!found;
  }, opener);
  const { came } = await visit.until((it) => there && it.backorders > backorders, there ? 5000 : 0);
  findings.note('quick-view', came, there ? (came ? '' : 'no further button on backorder') : `no ${opener}`);
  await visit.page.keyboard.press('Escape');
}
