import type { PreorderPlans } from '../platforms/shopify/selling-plans.js';
import { JSON_SETTINGS, type LazySettings } from './lazy-settings.js';

const TAG = 'script[data-preorder-plans]';

/**
 * Which selling plans the merchant calls pre-orders: `data-preorder-plans="Ships in May, early-bird-app"` on the script tag, or
 * `preorderPlans` in the JSON settings; names or ids of plans, of their groups, or of the apps that made them. Read here and not
 * with the other settings, since only shops with such plans need it.
 */
export function preorderPlans(): PreorderPlans | undefined {
  const told = fromJson() ?? document.querySelector<HTMLElement>(TAG)?.dataset.preorderPlans;
  const list: readonly unknown[] = Array.isArray(told)
    ? told
    : typeof told === 'string'
      ? told.split(',')
      : [told];
  const names = list
    .filter((it) => typeof it === 'string' || typeof it === 'number')
    .map((it) => String(it).trim())
    .filter(Boolean);
  return names.length ? { apps: names, groups: names, plans: names } : undefined;
}

function fromJson(): unknown {
  try {
    const json = JSON.parse(document.querySelector(JSON_SETTINGS)?.textContent ?? '{}') as unknown;
    return Object.hasOwn(json as object, 'preorderPlans') ? (json as LazySettings).preorderPlans : undefined;
  } catch {
    // The reader of the other settings says so.
    return undefined;
  }
}
