import { parseDocument, type AvailabilityDocument } from '../availability/document.js';
import { report } from '../report.js';

/** Parses a document, if there is one, and tells the developer what had to be left out of it. `from` says where it came from. */
export function readDocument(json: unknown, from: string): AvailabilityDocument | undefined {
  if (json === undefined) return undefined;
  const result = parseDocument(json);
  const problems = result.ok ? result.problems : [result.problem];
  for (const { code, path, expected, got } of problems.slice(0, 5)) {
    const effect = result.ok ? 'the field counts as not told' : 'the page stays as the theme made it';
    report(
      code,
      `${path} in the availability document (${from}): expected ${expected}, got ${got}; ${effect}.`,
      from + path,
    );
  }
  return result.ok ? result.value : undefined;
}
