import { call } from '../native.js';
import type { Plans, ReadJson } from '../platforms/platform.js';
import type { Unit } from './find-units.js';
import { preorderPlans } from './preorder-plans.js';

/** Milliseconds that the shop may take. */
const LONGEST = 5000;
const MOST_CHARACTERS = 2_000_000;

/**
 * Asks the shop itself for the JSON of a product, once each. Never rejects: nothing comes of what cannot be read.
 *
 * @param asked addresses that were asked before
 */
export async function askProduct(
  { form, root }: Unit,
  plans: Plans,
  asked: Set<string>,
): Promise<Awaited<ReturnType<ReadJson>>> {
  try {
    const holders = plans.addresses.flatMap((name) => {
      const found = call(form, 'closest', `[${name}]`) ?? call(root, 'querySelector', `[${name}]`);
      return found?.getAttribute(name) ?? [];
    });
    const path = [...holders, location.pathname].map((it) => plans.pattern.exec(it)?.[1]).find(Boolean);
    const url = path === undefined ? undefined : new URL(path + plans.json, document.baseURI);
    // Nobody else is told what the shopper looks at.
    if (!url || url.origin !== location.origin || asked.has(url.href)) return [];
    asked.add(url.href);
    const reply = await fetch(url, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(LONGEST),
    });
    const text = reply.ok ? await reply.text() : '';
    if (!text || text.length > MOST_CHARACTERS) return [];
    return await plans.read(JSON.parse(text), preorderPlans());
  } catch {
    return [];
  }
}
