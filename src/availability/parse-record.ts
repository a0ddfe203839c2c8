import type { Problem } from './problem.js';
import { fieldsOf } from './read.js';
import { readRecord, UNKNOWN_RECORD, type AvailabilityRecord } from './record.js';

/** Parses one record by itself, for those who set it as a property. */
export function parseRecord(value: unknown): {
  readonly record: AvailabilityRecord;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const get = fieldsOf(value, 'record', problems);
  return { record: get ? readRecord(get) : UNKNOWN_RECORD, problems };
}
