import type { DemandTable } from '../database/people-tables.js';

/** What is counted, in the order in which reports tell it. */
export const KINDS = ['backordered', 'released', 'asked', 'told', 'converted', 'left'] as const;

export type DemandKind = DemandTable['kind'];

/** One count of one item in one week, as it may be told. */
export interface DemandCell extends Readonly<DemandTable> {
  /** With those of earlier weeks that were too few to be told by themselves: the first of these weeks. */
  readonly since?: string;
  /** Not told here, since it was fewer than five; `events` and `pieces` are 0. */
  readonly held?: true;
  /** The last of those that were held and are told in no later week either. */
  readonly rest?: true;
}
