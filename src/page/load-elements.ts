import { report } from '../report.js';

const LOADERS: Readonly<Record<string, () => Promise<unknown>>> = {
  'product-availability': basic,
  'backorder-badge': basic,
  'eta-notice': basic,
  'preorder-button': basic,
  'notify-me-form': () => import('../elements/notify-me-form/notify-me-form-define.js'),
};

/** All our tags. */
export const TAGS: readonly string[] = Object.keys(LOADERS);

// Those that nearly every page needs together come together.
function basic(): Promise<unknown> {
  return import('./basic-elements.js');
}

const failed = new Set<string>();

/** Registers those of our tags that stand under a root, fetching what is needed for them. Never rejects. */
export async function loadElements(root: ParentNode = document): Promise<void> {
  const present = TAGS.filter(
    (tag) => !customElements.get(tag) && !failed.has(tag) && root.querySelector(tag),
  );
  await Promise.all(
    present.map((tag) =>
      (LOADERS[tag] as () => Promise<unknown>)().catch(() => {
        failed.add(tag);
        report(
          'element-missing',
          `the file with <${tag}> did not come; what stands inside the tag is shown in its place.`,
          tag,
        );
      }),
    ),
  );
}
