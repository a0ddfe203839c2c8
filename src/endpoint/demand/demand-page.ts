import { byProduct, byWeek, type ProductDemand } from './by-product.js';
import type { DemandCount, DemandReport } from './demand-schema.js';
import { headline } from './headline.js';
import { itemTable } from './item-table.js';
import { markup, type Markup } from './markup.js';
import type { Page } from './page-frame.js';
import { reorderList, swatch } from './reorder-list.js';
import { periodForm } from './period-form.js';
import { weekTable } from './week-table.js';
import { weeklyChart, type Weekly } from './weekly-chart.js';

/** Products that get a drawing of their own. */
const CHARTS = 12;

/** Who the page is for, and by which link it was opened. */
export interface DemandPageOptions {
  readonly shop: string;
  readonly link: string;
  /** When the link ends, in milliseconds since 1970. */
  readonly expires: number;
  /** What was wrong with the period that was asked for. */
  readonly problem?: string | undefined;
}

/** The report as a page. It has no script: whoever can open it can read all of it, and print it. */
export async function demandPage(report: DemandReport, options: DemandPageOptions): Promise<Page> {
  const products = byProduct(report.items, report.weeks);
  const cards: Markup[] = [];
  for (const product of products.slice(0, CHARTS)) cards.push(await card(product));
  const body = markup`
<header>
<p class="eyebrow"><bdi>${options.shop}</bdi></p>
<h1>Demand</h1>
${headline(report)}
${periodForm(report, options)}
</header>
<main>
${reorderList(report.reorderFirst)}
${report.items.length > 0 && (await weekly(report))}
${
  cards.length > 0 &&
  markup`<section aria-labelledby="products">
<h2 id="products">By product</h2>
${KEYS}
<p class="soft">Each drawing has a scale of its own.</p>
<div class="cards">
${cards}</div>
</section>
<section aria-labelledby="all">
<h2 id="all">All items</h2>
${itemTable(report.items)}
</section>`
}
<section class="notes" aria-label="How it is counted">
<p><strong>Lost revenue:</strong> ${report.howEstimated}</p>
${
  !report.exact &&
  markup`<p><strong>Fewer than 5:</strong> a week in which fewer than five people did something is not told by itself. It is counted with a later week of the same year, as soon as they are five together.</p>`
}
<p>Weeks begin on Monday, UTC. Stock and what to reorder are as of ${instantText(Date.parse(report.asOf))}. This link ends at ${instantText(options.expires)}.</p>
</section>
</main>`;
  return { title: `Demand: ${options.shop}`, body };
}

const KEYS = markup`<p class="keys"><span>${swatch('owed')} backordered</span><span>${swatch('asked')} asked for</span></p>`;

async function weekly(report: DemandReport): Promise<Markup> {
  const weeks = byWeek(report.items, report.weeks);
  const data = dataOf(weeks);
  return markup`<section aria-labelledby="weekly">
<h2 id="weekly">Week by week</h2>
${KEYS}
<figure class="sheet">
<div class="chart--wide">${await weeklyChart(data, 1080, 240)}</div>
<div class="chart--narrow">${await weeklyChart(data, 340, 200)}</div>
<figcaption class="hidden">${summaryOf('All products', data)}</figcaption>
${weekTable('All products', weeks)}
</figure>
</section>
`;
}

async function card(product: ProductDemand): Promise<Markup> {
  const data = dataOf(product.weeks);
  const { backordered, asked } = product.totals;
  return markup`<figure class="sheet">
<h3><bdi>${product.title}</bdi></h3>
<p class="soft card__total">${countText(backordered)} backordered, ${countText(asked)} asked for</p>
${await weeklyChart(data, 340, 150)}
<figcaption class="hidden">${summaryOf(product.title, data)}</figcaption>
${weekTable(product.title, product.weeks)}
</figure>
`;
}

/** What a drawing shows, in a sentence. */
function summaryOf(name: string, { weeks, backordered, asked }: Weekly): string {
  const sums = weeks.map((_, at) => (backordered[at] ?? 0) + (asked[at] ?? 0));
  const most = Math.max(...sums);
  const when = weeks[sums.indexOf(most)] ?? '';
  return `Bar chart: ${name}, pieces backordered and asked for in ${weeks.length} weeks; most, ${most}, in the week of ${when}. The table below has the figures.`;
}

const dataOf = (weeks: ProductDemand['weeks']): Weekly => ({
  weeks: weeks.map((it) => it.week),
  backordered: weeks.map((it) => it.backordered.pieces),
  asked: weeks.map((it) => it.asked.pieces),
});

const countText = ({ events, pieces, folded }: DemandCount): string =>
  events === 0 && folded ? 'fewer than 5' : pieces.toLocaleString('en');

const instantText = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 16).replace('T', ', ')} UTC`;
