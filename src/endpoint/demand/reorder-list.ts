import type { Reorder } from './demand-schema.js';
import { trusted, markup, type Markup } from './markup.js';

/** Items that the page names at once. */
const SHOWN = 6;
/** And with a click; the CSV file has all. */
const MOST = 100;

/** The list of what to reorder first: bars are as long as the most pressing item needs pieces. */
export function reorderList(all: readonly Reorder[]): Markup {
  const most = Math.max(1, ...all.map((it) => it.owed + it.wanted));
  const more = Math.min(MOST, all.length) - SHOWN;
  return markup`<section class="reorder" aria-labelledby="first">
<h2 id="first">Reorder first</h2>
${
  all.length === 0
    ? markup`<p class="answer">Nothing is short: no pieces are owed, and nobody waits for more than is on the shelf.</p>`
    : markup`<p class="keys"><span>${swatch('owed')} sold and still owed</span><span>${swatch('asked')} asked for</span></p>
<ol class="first">
${all.slice(0, SHOWN).map((it) => line(it, most))}</ol>
${
  more > 0 &&
  markup`<details><summary>${more} more</summary><ol class="first">
${all.slice(SHOWN, MOST).map((it) => line(it, most))}</ol></details>`
}
<p class="soft">Ordered by pieces short. A piece counts a tenth more for each week since the oldest open ask, up to twice.</p>`
}
</section>
`;
}

function line(it: Reorder, most: number): Markup {
  const scale = (pieces: number): string => ((pieces / most) * 100).toFixed(2);
  const bar = `<rect class="track" width="100" height="8"/><rect class="owed" width="${scale(it.owed)}" height="8"/><rect class="asked" x="${scale(it.owed)}" width="${scale(it.wanted)}" height="8"/>`;
  return markup`<li>
<p class="first__name">${itemName(it)}</p>
<p class="first__short">${it.short > 0 ? `${it.short.toLocaleString('en')} short` : 'a few'}</p>
<svg class="first__bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">${trusted(bar)}</svg>
<p class="first__why">${it.why}</p>
</li>
`;
}

/** Title, variant and SKU, each in its own direction of writing. */
export function itemName(it: Pick<Reorder, 'title' | 'variantTitle' | 'sku'>): Markup {
  const { title, variantTitle, sku } = it;
  return markup`<bdi>${title}</bdi>${variantTitle !== undefined && markup`, <bdi>${variantTitle}</bdi>`}${
    sku !== undefined && sku !== variantTitle && markup` <span class="soft"><bdi>${sku}</bdi></span>`
  }`;
}

/** A patch of a chart's colour, for its key. */
export const swatch = (name: 'owed' | 'asked'): Markup =>
  trusted(
    `<svg class="swatch" viewBox="0 0 8 8" aria-hidden="true" focusable="false"><rect class="${name}" width="8" height="8"/></svg>`,
  );
