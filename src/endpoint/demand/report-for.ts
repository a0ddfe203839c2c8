import type { Parts } from '../parts.js';
import { demandPeriod } from './demand-period.js';
import type { DemandQuery } from './demand-query.js';
import { demandReport } from './demand-report.js';
import type { DemandReport } from './demand-schema.js';
import { readDemand } from './read-demand.js';

/** The report that was asked for, of now. */
export async function reportFor(
  { database, now }: Pick<Parts, 'database' | 'now'>,
  { from, to, product = [] }: DemandQuery,
  exact: boolean,
): Promise<DemandReport> {
  const at = now();
  const period = demandPeriod(from, to, at);
  return demandReport(await readDemand(database, period, product, at), period, { exact, now: at });
}
