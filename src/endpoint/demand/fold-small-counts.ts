import type { DemandCell } from './demand-cell.js';
import type { DemandTable } from '../database/people-tables.js';

/** Groups of fewer people are not told by themselves: who knows one of three can guess at the others. */
export const FEWEST = 5;

/** What was held back of one item and kind, until it is enough. */
interface Pot {
  events: number;
  pieces: number;
  readonly since: string;
  /** Where in the result its last week stands. */
  last: number;
}

/**
 * Counts as they may be told to anybody who may read the report. A week's count below five is held back, and told in the
 * first later week of the year in which those held back come to five together.
 *
 * All that a report says is a sum of these, and they do not depend on the period that was asked for: no sum less another
 * sum, of this report or of two, tells a count that was held back.
 *
 * @param rows by week; whole calendar years from their first week on, or they would be folded otherwise than in another
 *   report
 */
export function foldSmallCounts(rows: readonly DemandTable[]): readonly DemandCell[] {
  const pots = new Map<string, Pot>();
  const cells: DemandCell[] = [];
  for (const row of rows) {
    if (row.events >= FEWEST) {
      cells.push(row);
      continue;
    }
    const name = JSON.stringify([row.product, row.variant, row.kind, row.week.slice(0, 4)]);
    const pot = pots.get(name) ?? { events: 0, pieces: 0, since: row.week, last: -1 };
    pot.events += row.events;
    pot.pieces += row.pieces;
    if (pot.events < FEWEST) {
      pot.last = cells.push({ ...row, events: 0, pieces: 0, held: true }) - 1;
      pots.set(name, pot);
    } else {
      cells.push({ ...row, events: pot.events, pieces: pot.pieces, since: pot.since });
      pots.delete(name);
    }
  }
  for (const { last } of pots.values()) {
    const cell = cells[last];
    if (cell) cells[last] = { ...cell, rest: true };
  }
  return cells;
}
