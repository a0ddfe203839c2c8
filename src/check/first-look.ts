import type { BrowserContext } from 'puppeteer-core';
import { checkDocument, checkEndpoint } from './endpoint.js';
import type { Findings } from './findings.js';
import type { Settings, Snapshot } from './snapshot.js';
import type { System } from './systems.js';
import { referencesOf, Visit } from './visit.js';

/** What all further visits start from. */
export interface Shop {
  readonly context: BrowserContext;
  readonly url: string;
  readonly systems: readonly System[];
  readonly system: System;
  readonly settings: Settings;
  /** Address of the script's file. */
  readonly src: string;
  /** The product of the main form. */
  readonly main: string;
  /** All that the page has asked for. */
  readonly references: readonly string[];
  /** With the script, as the page is. */
  readonly first: Snapshot;
  /** What went wrong in it. */
  readonly told: readonly string[];
}

/** Visits the page as it is. Gives nothing where the rest cannot be tried. */
export async function firstLook(
  findings: Findings,
  context: BrowserContext,
  url: string,
  systems: readonly System[],
): Promise<Shop | undefined> {
  let visit: Visit;
  try {
    visit = await Visit.open(context, url, systems);
  } catch (error) {
    findings.note('page', false, String(error));
    return undefined;
  }
  if (
    !findings.note(
      'page',
      visit.status < 400,
      visit.status ? `status ${visit.status}` : 'it was still loading',
    )
  )
    return undefined;
  const { page, missing, told } = visit;
  const { src, ran } = await page.evaluate(() => globalThis.backorderCheck.script());
  const settings = await page.evaluate(() => globalThis.backorderCheck.settings());
  const name = await page.evaluate(() => globalThis.backorderCheck.system());
  const system = systems.find((it) => it.name === name) as System;
  const first = await visit.snapshot();
  const address = visit.asked[0];
  await visit.close();

  findings.note('script', !!src && !missing.length, missing.join(', ') || src || 'no such tag');
  findings.note('ran', ran);
  const source = settings.endpoint ?? (settings.inline && 'the page itself');
  const off = settings.off ? 'switched off' : settings.broken ? 'the settings script is not JSON' : '';
  findings.note('settings', !!source && !off, off || source || 'no endpoint and no document in the page');
  findings.note('system', true, name === 'html' ? 'none: read as any shop' : name);
  noteForm(findings, first);

  const references = [
    ...new Set([...(address ? referencesOf(address) : []), ...(first.reference ? [first.reference] : [])]),
  ];
  if (settings.endpoint) {
    const whole = `${settings.endpoint}${settings.endpoint.includes('?') ? '&' : '?'}products=`;
    await checkEndpoint(findings, address ?? whole + encodeURIComponent(references.join()), url, references);
  } else if (settings.inline) checkDocument(findings, settings.inline, references);
  if (!ran || !src || !source || off || !first.button || !first.reference) return undefined;
  const main = first.reference;
  return { context, url, systems, system, settings, src, main, references, first, told };
}

function noteForm(findings: Findings, first: Snapshot): void {
  const { forms, words, reference, quantity, choice, express } = first;
  findings.note('form', forms > 0, `${forms} in the page`);
  if (!forms) return;
  if (!findings.note('button', first.button, words && `“${words}”`)) return;
  findings.note('product', !!reference, reference);
  if (quantity) findings.note('quantity', true, quantity);
  else findings.skip('quantity', 'none: one piece is assumed');
  const options = Object.entries(choice.options).map((it) => it.join(': '));
  const chosen = choice.id ?? options.join(', ');
  if (chosen) findings.note('variant', true, chosen);
  else findings.skip('variant', 'none: a product without variants');
  const told = express ? `${express} beside the button: left as they are unless the policy says so` : 'none';
  findings.note('express', true, told);
}
