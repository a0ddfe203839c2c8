import { parseDocument, type AvailabilityDocument } from '../availability/document.js';
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

/**
 * The calendar of a merchant who tells one comes in a file of its own, before anything of that document is shown.
 *
 * @returns when it is there; nothing where there is nothing to wait for
 */
export function planOf(json: unknown, from: string): Promise<void> | undefined {
  // One that tells none any more takes back what an earlier one told.
  if (!(json as { delivery?: unknown } | undefined)?.delivery && !shared().store.reckonFor) return undefined;
  return import('./plan-delivery.js').then(
    (it) => it.planDelivery(json, from),
    () => undefined,
  );
}
