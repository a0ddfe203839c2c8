import { parseDocument, type AvailabilityDocument } from '../availability/document.js';

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
