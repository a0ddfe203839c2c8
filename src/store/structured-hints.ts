import { readStructuredData } from '../sources/structured-data.js';
import { PageRecords } from './page-records.js';
import { shared } from './shared-store.js';

/** Takes in what the page's structured data hints at. A chunk of its own, for pages that have no document. */
export function takeHints(): void {
  PageRecords.of(shared().store).put(
    readStructuredData().flatMap(({ names, record }) =>
      names.map((name) => ({ name, source: 'structured-data', record }) as const),
    ),
  );
}
