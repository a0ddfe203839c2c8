import { parseDocument, type AvailabilityDocument } from '../availability/document.js';
import type { planDelivery } from './plan-delivery.js';
import { shared } from './shared-store.js';

/** Parses a document, if there is one, and tells the developer what had to be left out of it. `from` says where it came from. */
export function readDocument(json: unknown, from: string): AvailabilityDocument | undefined {
  if (json === undefined) return undefined;
  const result = parseDocument(json);
  const problems = result.ok ? result.problems : [result.problem];
  if (problems.length) {
    // The words for it come only where there is something to tell.
    import('./report-problems.js').then(
      (it) => it.reportProblems(problems, from, result.ok),
      () => undefined,
    );
  }
  return result.ok ? result.value : undefined;
}

/** Comes once a document of this page has told how the merchant ships: one that tells it no more takes that back. */
let calendar: Promise<{ readonly planDelivery: typeof planDelivery }> | undefined;

/** A document that a store takes in, and when it has: there may be nothing to wait for. */
export interface Taken {
  readonly document: AvailabilityDocument;
  readonly ready: Promise<void> | void;
}

/**
 * Reads a document and has the store take it in. Where a merchant tells how they ship, that comes in a file of its own, before
 * anything of the document is shown.
 *
 * @param turn as for the store's `put`
 */
export function takeDocument(json: unknown, from: string, turn?: number): Taken | undefined {
  const document = readDocument(json, from);
  if (!document) return undefined;
  const put = (): void => shared().store.put(document, turn);
  if ((json as { readonly delivery?: unknown }).delivery) calendar ??= import('./plan-delivery.js');
  // One promise for all, so that documents are taken in as they came.
  const ready = calendar?.then((it) => it.planDelivery(json, from, turn, put)).catch(put);
  return { document, ready: ready ?? put() };
}
