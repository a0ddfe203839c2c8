import { mergeRecords } from '../availability/merge-records.js';
import { readStructuredData } from '../sources/structured-data.js';
import { shared } from './shared-store.js';

/** Takes in what the page's structured data hints at. A chunk of its own, for pages that have no document. */
export function takeHints(): void {
  for (const { names, record } of readStructuredData()) {
    for (const name of names) {
      shared().store.putPageRecord(name, { source: 'structured-data', record }, mergeRecords);
    }
  }
}
