import type { DemandCount, DemandReport } from './demand-schema.js';
import { markup, type Markup } from './markup.js';
import { moneyText } from './money.js';

/** The answer in a sentence, and the period's figures. */
export function headline(report: DemandReport): Markup {
  const { totals, reorderFirst } = report;
  const [first] = reorderFirst;
  const answer =
    first && first.short > 0
      ? markup`<p class="answer">Order <strong><bdi>${first.title}</bdi>${first.variantTitle !== undefined && markup`, <bdi>${first.variantTitle}</bdi>`}</strong> first: ${first.short.toLocaleString('en')} ${first.short === 1 ? 'piece' : 'pieces'} short.</p>`
      : '';
  const share = totals.told.events > 0 ? Math.round((100 * totals.converted.events) / totals.told.events) : 0;
  return markup`${answer}
<section aria-label="In this period"><dl class="figures">
${figure('Backordered', pieces(totals.backordered), `${from(totals.backordered, 'order')}${cancelled(totals.released)}`)}
${figure('Asked for', pieces(totals.asked), from(totals.asked, 'person'))}
${figure('Bought once told', `${share}%`, `${people(totals.converted)} of ${people(totals.told)} who were told`)}
${figure('Lost revenue, estimated', money(report), estimateNote(report))}
</dl></section>`;
}

const figure = (name: string, number: string | Markup, note: string): Markup =>
  markup`<div class="figure"><dt>${name}</dt><dd class="figure__number">${number}</dd><dd class="soft">${note}</dd></div>`;

const isFew = ({ events, folded }: DemandCount): boolean => events === 0 && folded !== undefined;

const pieces = (count: DemandCount): string => (isFew(count) ? 'A few' : count.pieces.toLocaleString('en'));

const people = (count: DemandCount): string =>
  isFew(count) ? 'fewer than 5' : count.events.toLocaleString('en');

function from(count: DemandCount, who: 'order' | 'person'): string {
  const many = who === 'order' ? 'orders' : 'people';
  if (isFew(count)) return `pieces, from fewer than 5 ${many}`;
  const more = count.folded ? ', and a few more' : '';
  const unit = count.pieces === 1 ? 'piece' : 'pieces';
  return `${unit}, from ${count.events.toLocaleString('en')} ${count.events === 1 ? who : many}${more}`;
}

const cancelled = (count: DemandCount): string => (count.pieces > 0 ? `; ${count.pieces} cancelled` : '');

/** One currency after the other, each on its own: they are never added up. */
function money({ lostRevenue }: DemandReport): Markup {
  if (lostRevenue.length === 0) return markup`–`;
  return markup`${lostRevenue.map((it) => markup`<span>${moneyText(it.amount, it.currency)}</span>`)}`;
}

const estimateNote = ({ notPriced }: DemandReport): string =>
  `asked for and not bought, at today's prices${notPriced > 0 ? `; ${notPriced} more pieces have no price` : ''}`;
