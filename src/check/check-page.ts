import type { Browser } from 'puppeteer-core';
import { checkBackorder } from './beyond-shelf.js';
import { Findings, type Finding } from './findings.js';
import { firstLook, type Shop } from './first-look.js';
import { answering, boxes, checkInStock, visitBare, type Bare } from './in-stock.js';
import { loadSystems } from './systems.js';
import { checkVariants } from './variants.js';
import { Visit } from './visit.js';

const CLOSED =
  'the theme’s own button is off: give the address of a product, or of a variant, that can be ordered';

/**
 * Looks at a product page as it is, without the script, and with documents that the check answers itself. Nothing is put into
 * the shop's cart.
 *
 * @param quickView selector of what opens a quick view
 */
export async function checkPage(
  browser: Browser,
  url: string,
  { quickView }: { readonly quickView?: string | undefined } = {},
): Promise<readonly Finding[]> {
  const findings = new Findings();
  const context = await browser.createBrowserContext();
  try {
    const shop = await firstLook(findings, context, url, await loadSystems());
    if (shop) await checkShop(findings, shop, quickView);
    return findings.all();
  } catch (error) {
    // What was found until then is told all the same.
    return findings.all(`the check stopped: ${String(error)}`);
  } finally {
    await context.close();
  }
}

async function checkShop(findings: Findings, shop: Shop, quickView: string | undefined): Promise<void> {
  const bare = await visitBare(shop);
  const told = [...shop.told];
  if (bare.before.off)
    for (const id of ['same-add', 'label', 'variant-change'] as const) findings.skip(id, CLOSED);
  else {
    told.push(...(await checkInStock(findings, shop, bare)));
    told.push(...(await checkBackorder(findings, shop, bare, quickView)));
    told.push(...(await checkVariants(findings, shop, bare.before)));
  }
  await checkFailed(findings, shop, bare);
  const ours = new Set(told.filter((it) => !bare.errors.includes(it)));
  findings.note('errors', ours.size === 0, [...ours].slice(0, 5).join('; '));
}

/** The endpoint fails: the page is the theme's. */
async function checkFailed(findings: Findings, shop: Shop, bare: Bare): Promise<void> {
  if (!shop.settings.endpoint) {
    findings.skip('failed', 'the document stands in the page');
    return;
  }
  const visit = await Visit.open(shop.context, shop.url, shop.systems, answering(shop, 'error'));
  const { words, box, state, fields } = await visit.snapshot();
  const told = [
    words === bare.before.words ? '' : `“${words}” in place of “${bare.before.words}”`,
    boxes(bare.before.box, box),
    state && `state ${state}`,
    fields.length ? `fields ${fields.join(', ')}` : '',
  ].filter(Boolean);
  findings.note('failed', !told.length, told.join('; '));
  await visit.close();
}
