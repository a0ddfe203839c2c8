import type { Parts } from './parts.js';

/** Something that is done every now and then. Safe to run in several processes at once, and to be killed in the middle. */
export interface Job {
  readonly name: string;
  /** Milliseconds between two runs. */
  readonly every: number;
  /** @param closing aborted when the process ends: what is long stops early */
  run(parts: Parts, closing?: AbortSignal): Promise<void>;
}
