import { report } from '../report.js';
import type { tagsInNeed } from './tags-in-need.js';

const LOADERS = {
  'product-availability': () => import('../elements/product-availability/product-availability-define.js'),
  'backorder-badge': () => import('../elements/backorder-badge/backorder-badge-define.js'),
  'eta-notice': () => import('../elements/eta-notice/eta-notice-define.js'),
  'preorder-button': () => import('../elements/preorder-button/preorder-button-define.js'),
  'notify-me-form': () => import('../elements/notify-me-form/notify-me-form-define.js'),
  // No tag, and fetched in the same way.
  'sign-up-gate': () => import('./sign-up-gate.js'),
} as const;

/** The tags that a page cannot do without from the start, where it has them; the others are drawn plain until they are used. */
const AT_ONCE = 'product-availability, preorder-button:not(:has(button, input))';

const failed = new Set<string>();

/**
 * Fetches and registers one of our tags. Never rejects: without its file, what stands inside the tag is shown in its place.
 *
 * @returns whether the tag is registered now and was not before
 */
export async function loadElement(tag: keyof typeof LOADERS): Promise<boolean> {
  if (customElements.get(tag) || failed.has(tag)) return false;
  try {
    await LOADERS[tag]();
    return true;
  } catch {
    failed.add(tag);
    report('element-missing', `<${tag}> did not come.`, tag);
    return false;
  }
}

/**
 * Those of our tags in the page that are needed at once.
 *
 * @param inNeed tells which of our tags cannot wait
 */
export function neededTags(inNeed: typeof tagsInNeed): readonly string[] {
  const atOnce = [...document.querySelectorAll(AT_ONCE)].map((it) => it.localName);
  return [...atOnce, ...inNeed(Object.keys(LOADERS))];
}

/** Registers some of our tags. */
export async function loadElements(tags: readonly string[]): Promise<boolean> {
  const all = Object.keys(LOADERS) as (keyof typeof LOADERS)[];
  const found = await Promise.all(all.filter((tag) => tags.includes(tag)).map(loadElement));
  return found.some(Boolean);
}
