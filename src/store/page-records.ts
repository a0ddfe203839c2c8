import { mergeRecords, type SourcedRecord } from '../availability/merge-records.js';
import type { AvailabilityRecord } from '../availability/record.js';
import type { AvailabilityStore } from './availability-store.js';

/** What a page tells of a product or variant, by one of its names. */
export interface PageRecord extends SourcedRecord {
  readonly name: string;
}

const kept = new WeakMap<AvailabilityStore, PageRecords>();

/**
 * What the page itself tells, in its JSON or its structured data, put together with what the document tells. A part of the
 * store that comes only to pages that tell something.
 */
export class PageRecords {
  readonly #store: AvailabilityStore;
  readonly #byName = new Map<string, readonly PageRecord[]>();

  /** The page's one collection. */
  static of(store: AvailabilityStore): PageRecords {
    const found = kept.get(store) ?? new PageRecords(store);
    kept.set(store, found);
    return found;
  }

  constructor(store: AvailabilityStore) {
    this.#store = store;
    store.fromPage = (own, names) => this.#together(own, names);
  }

  /** Takes in what was found. What the same source told of the same name before is forgotten. */
  put(records: readonly PageRecord[]): void {
    for (const record of records) {
      const others = (this.#byName.get(record.name) ?? []).filter((it) => it.source !== record.source);
      this.#byName.set(record.name, [...others, record]);
    }
    if (!records.length) return;
    this.#store.facts += 1;
    this.#store.refreshAll();
  }

  /** All that was told of what goes by these names, the document's own record included. */
  told(
    own: AvailabilityRecord | undefined,
    names: readonly (string | undefined)[],
  ): readonly SourcedRecord[] {
    const told = [...new Set(names)].flatMap((name) =>
      name === undefined ? [] : (this.#byName.get(name) ?? []),
    );
    return own ? [{ source: 'document', record: own }, ...told] : told;
  }

  #together(
    own: AvailabilityRecord | undefined,
    names: readonly (string | undefined)[],
  ): AvailabilityRecord | undefined {
    const told = this.told(own, names);
    return told.length > (own ? 1 : 0) ? mergeRecords(told) : own;
  }
}
