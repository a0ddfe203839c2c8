import { known } from './read.js';
import type { AvailabilityRecord } from './record.js';

/** Where a record came from, the most trusted first. */
export const SOURCES = ['document', 'platform-api', 'inline-json', 'dom', 'structured-data'] as const;

/** Where a record came from. */
export type SourceName = (typeof SOURCES)[number];

/** A record with its source. */
export interface SourcedRecord {
  readonly source: SourceName;
  readonly record: AvailabilityRecord;
}

/** Fields that speak of the same stock: they come from one source together, or they would contradict each other. */
const STOCK = ['onHand', 'tracked', 'availableForBackorder', 'availableToSell', 'status'] as const;
const REST = ['orderable', 'restock', 'release', 'quantity'] as const;

/**
 * One record out of what several sources told. The more trusted source decides; among equals the newer one. The
 * stock fields are taken from one source as a whole, the others one by one, `asOf` with the dates. The page's structured data gives a
 * hint only: it is too often wrong to sell by. A shop system's refusal (`orderable: false`, `availableToSell`) always stands.
 */
export function mergeRecords(told: readonly SourcedRecord[]): AvailabilityRecord {
  const order = [...told].sort(
    (a, b) =>
      SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source) || (b.record.asOf ?? 0) - (a.record.asOf ?? 0),
  );
  const merged = Object.create(null) as Record<string, unknown>;
  const stock = order.find(
    ({ source, record }) =>
      source !== 'structured-data' && STOCK.some((field) => record[field] !== undefined),
  );
  for (const field of STOCK) take(merged, field, stock?.record);
  for (const { source, record } of order) {
    if (source === 'structured-data') {
      if (merged.hint === undefined && record.status) merged.hint = record.status;
      if (merged.restock === undefined) take(merged, 'restock', record);
      if (merged.release === undefined) take(merged, 'release', record);
      continue;
    }
    for (const field of REST) if (merged[field] === undefined) take(merged, field, record);
    if (record.orderable === false) merged.orderable = false;
    // So does what it takes at most.
    if (source !== 'document') cap(merged, record);
  }
  // Its age is that of its dates, which are what age withholds: fresh stock does not make an old date young.
  const dated = order.filter(({ record: { restock, release } }) =>
    [restock, release].some((it) => it && (it === merged.restock || it === merged.release)),
  );
  const ages = (dated.length ? dated : stock ? [stock] : order).flatMap(({ record }) => record.asOf ?? []);
  return known({ ...merged, asOf: ages.length ? Math.min(...ages) : undefined });
}

function cap(merged: Record<string, unknown>, { availableToSell }: AvailabilityRecord): void {
  // Beside a state without a count it would say nothing more.
  if (typeof availableToSell !== 'number' || merged.onHand === undefined) return;
  const told = merged.availableToSell;
  merged.availableToSell = typeof told === 'number' ? Math.min(told, availableToSell) : availableToSell;
}

function take(
  into: Record<string, unknown>,
  field: keyof AvailabilityRecord,
  from?: AvailabilityRecord,
): void {
  if (from?.[field] !== undefined) into[field] = from[field];
}
