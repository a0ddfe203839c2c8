import type { DemandItem } from './demand-schema.js';
import { markup, type Markup } from './markup.js';
import { moneyText } from './money.js';
import { itemName } from './reorder-list.js';
import { COLUMNS, KIND_NAMES, piecesCell } from './week-table.js';

/** Items that the page lists; the file has all of them. */
const MOST = 200;

/** Every item with its sums and the estimate. */
export function itemTable(items: readonly DemandItem[]): Markup {
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="Table of all items"><table class="all">
<caption>Pieces in the period</caption>
<thead><tr><th scope="col">Item</th>${COLUMNS.map((kind) => markup`<th scope="col">${KIND_NAMES[kind]}</th>`)}<th scope="col">Lost revenue</th></tr></thead>
<tbody>
${items.slice(0, MOST).map(row)}</tbody>
</table></div>
${items.length > MOST && markup`<p class="soft">${items.length - MOST} more are in the CSV file.</p>`}`;
}

function row(it: DemandItem): Markup {
  return markup`<tr><th scope="row">${itemName(it)}</th>${COLUMNS.map((kind) => markup`<td>${piecesCell(it.totals[kind])}</td>`)}<td>${lostText(
    it,
  )}</td></tr>
`;
}

function lostText({ lostRevenue: lost, notBought, totals }: DemandItem): string {
  if (notBought === 0 && totals.asked.folded) return '–';
  return lost ? moneyText(lost.amount, lost.currency) : 'no price';
}
