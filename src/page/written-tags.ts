/**
 * What editors write and preview: elements of ours as plain HTML, and samples for an editor's canvas. The loader fetches it for
 * pages that have either; from then on it looks by itself.
 *
 * @module backorder-elements/written-tags
 */
import { isEditor } from './is-editor.js';
import type { endSamples, showSample } from './sample-state.js';
import { upgradeWritten, WRITTEN } from './written-tag.js';

interface Samples {
  readonly showSample: typeof showSample;
  readonly endSamples: typeof endSamples;
}

const PREVIEWED = [
  'product-availability',
  'backorder-badge',
  'eta-notice',
  'preorder-button',
  'notify-me-form',
]
  .map((tag) => `${tag}[data-preview]`)
  .join();

let waiting = false;
let samples: Promise<Samples> | undefined;

function look(): void {
  waiting = false;
  for (const host of document.querySelectorAll<HTMLElement>(WRITTEN)) upgradeWritten(host);
  // Shoppers never fetch the samples, though an editor may have left the attribute behind.
  if (!isEditor() || !(samples || document.querySelector(PREVIEWED))) return;
  samples ??= import('./sample-state.js');
  samples.then(
    (it) => {
      it.endSamples();
      document.querySelectorAll<HTMLElement>(PREVIEWED).forEach(it.showSample);
    },
    () => undefined,
  );
}

look();
new MutationObserver(() => {
  if (waiting) return;
  waiting = true;
  setTimeout(look);
}).observe(document, {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: [
    'data-backorder',
    'data-product',
    'data-variant',
    'data-quantity',
    'data-for',
    'data-preview',
  ],
});
