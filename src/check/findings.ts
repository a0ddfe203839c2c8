import { CHECKS, type CheckId } from './checks.js';

/** What became of one check. */
export interface Finding {
  readonly id: CheckId;
  /** Holds, does not, or could not be tried. */
  readonly outcome: 'holds' | 'fails' | 'skipped';
  /** The sentence that holds or not. */
  readonly sentence: string;
  /** What was seen. */
  readonly found: string;
  /** What to do; only where it does not hold. */
  readonly mend?: string;
}

/** Findings as they are made. Those that were never made could not be tried. */
export class Findings {
  readonly #made = new Map<CheckId, Finding>();

  /** Notes a check; `found` is what was seen. The first word on a check stays. */
  note(id: CheckId, holds: boolean, found = ''): boolean {
    this.#put(id, holds ? 'holds' : 'fails', found);
    return holds;
  }

  skip(id: CheckId, why: string): void {
    this.#put(id, 'skipped', why);
  }

  #put(id: CheckId, outcome: Finding['outcome'], found: string): void {
    if (this.#made.has(id)) return;
    const [sentence, mend] = CHECKS[id];
    this.#made.set(id, { id, outcome, sentence, found, ...(outcome === 'fails' && { mend }) });
  }

  /** All of them, in the order of the table; `why` those that were not made could not be tried. */
  all(why = 'an earlier check has to hold first'): readonly Finding[] {
    const ids = Object.keys(CHECKS) as CheckId[];
    for (const id of ids) this.skip(id, why);
    return ids.map((id) => this.#made.get(id) as Finding);
  }
}
