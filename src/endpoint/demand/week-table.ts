import type { DemandKind } from './demand-cell.js';
import type { DemandCount, DemandCounts } from './demand-schema.js';
import { markup, type Markup } from './markup.js';
import { dayText } from './weekly-chart.js';

/** What people call the kinds. */
export const KIND_NAMES: Readonly<Record<DemandKind, string>> = {
  backordered: 'Backordered',
  released: 'Cancelled',
  asked: 'Asked for',
  told: 'Told',
  converted: 'Bought',
  left: 'Gave up',
};

/** In the order of columns: what charts show stands first, where it is seen without scrolling on a telephone too. */
export const COLUMNS: readonly DemandKind[] = [
  'backordered',
  'asked',
  'released',
  'told',
  'converted',
  'left',
];

/** The figures of a chart as a table: it says the same, to whoever cannot see the bars or wants the numbers. */
export function weekTable(
  caption: string,
  weeks: readonly ({ readonly week: string } & DemandCounts)[],
): Markup {
  return markup`<details><summary>As a table</summary>
<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table>
<caption>${caption}, pieces by week</caption>
<thead><tr><th scope="col">Week of</th>${COLUMNS.map((kind) => markup`<th scope="col">${KIND_NAMES[kind]}</th>`)}</tr></thead>
<tbody>
${weeks.map(
  (
    it,
  ) => markup`<tr><th scope="row">${dayText(it.week)}</th>${COLUMNS.map((kind) => markup`<td>${piecesCell(it[kind])}</td>`)}</tr>
`,
)}</tbody>
</table></div></details>`;
}

/** Pieces, or that they are of fewer than five people. */
export function piecesCell({ events, pieces, folded }: DemandCount): Markup {
  const few = markup`<span aria-hidden="true">&lt;&thinsp;5</span><span class="hidden">by fewer than 5 people</span>`;
  if (events === 0 && folded) return few;
  return markup`${pieces.toLocaleString('en')}`;
}
