import type { Outcome } from './outcome.js';
import type { Prepared } from './prepare-message.js';

/** Brings messages to shoppers in one way. Never rejects. */
export interface Sender {
  send(prepared: Prepared): Promise<Outcome>;
  close(): void;
}
