import { report } from '../report.js';

const LOADERS: Readonly<Record<string, () => Promise<unknown>>> = {
  // The provider first: elements that are defined before it would look for it in vain.
  'product-availability': () =>
    import('../elements/product-availability/product-availability-define.js'),
  'backorder-badge': basic,
  'eta-notice': basic,
  'preorder-button': () => import('../elements/preorder-button/preorder-button-define.js'),
  'notify-me-form': () => import('../elements/notify-me-form/notify-me-form-define.js'),
};

const TAGS = Object.keys(LOADERS);

// Those that nearly every page needs together come together.
function basic(): Promise<unknown> {
  return import('./basic-elements.js');
}

const failed = new Set<string>();

/** Marks an element whose code is to come only when a shopper asks for it. */
export const UNLOADED = 'data-backorder-unloaded';

/**
 * Registers those of our tags that stand in the page, fetching what is needed for them. Never rejects.
 *
 * @returns whether any was registered
 */
export async function loadElements(): Promise<boolean> {
  const present = TAGS.filter(
    (tag) => !customElements.get(tag) && !failed.has(tag) && document.querySelector(`${tag}:not([${UNLOADED}])`),
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
  return present.length > 0;
}
