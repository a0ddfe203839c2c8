import { csv, type CsvValue } from './csv.js';
import { KINDS } from './demand-cell.js';
import type { DemandCount, DemandCounts, DemandItem, DemandReport } from './demand-schema.js';
import { FEWEST } from './fold-small-counts.js';
import { decimalOf } from './money.js';

const ITEM = ['product', 'variant', 'sku', 'title', 'variant_title'];
const COUNTS = KINDS.flatMap((kind) => [`${kind}_events`, `${kind}_pieces`]);

/** A row for each item and week in which anything was. */
export function weekCsv({ items }: DemandReport): string {
  const rows = items.flatMap((it) => it.weeks.map((week) => [week.week, ...named(it), ...figures(week)]));
  return csv([['week', ...ITEM, ...COUNTS], ...rows]);
}

/** A row for each item, with the estimate, and its place among those to reorder. */
export function itemCsv({ items, reorderFirst }: DemandReport): string {
  const rows = items.map((it) => {
    const at = reorderFirst.findIndex(
      (other) => other.product === it.product && other.variant === it.variant,
    );
    const { lostRevenue: lost } = it;
    return [
      ...named(it),
      ...figures(it.totals),
      it.notBought,
      lost && Number(decimalOf(lost.amount, lost.currency)),
      lost?.currency,
      at < 0 ? undefined : at + 1,
      reorderFirst[at]?.short,
    ];
  });
  const head = [...ITEM, ...COUNTS, 'not_bought_pieces', 'lost_revenue', 'currency', 'reorder_rank', 'short'];
  return csv([head, ...rows]);
}

const named = (it: DemandItem): CsvValue[] => [it.product, it.variant, it.sku, it.title, it.variantTitle];

const figures = (counts: DemandCounts): CsvValue[] => KINDS.flatMap((kind) => figure(counts[kind]));

/** What is held back is no nothing: a sum over the column leaves it out, and its reader sees so. */
function figure({ events, pieces, folded }: DemandCount): CsvValue[] {
  return events === 0 && folded ? [`fewer than ${FEWEST}`, undefined] : [events, pieces];
}

/** The table, to be kept as a file. */
export function csvReply(report: DemandReport, by: 'week' | 'item'): Response {
  const name = `demand-${report.from}-to-${report.to}.csv`;
  return new Response(by === 'item' ? itemCsv(report) : weekCsv(report), {
    headers: {
      vary: 'accept',
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
}
