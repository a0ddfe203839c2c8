/**
 * Something from outside that could not be used. Parsers give problems back and never throw: one bad field
 * makes that field unknown and leaves the rest as it is.
 */
export interface Problem {
  /** Stable name of the kind of problem, such as `bad-field`; explained in the README. */
  readonly code: ProblemCode;
  /** Where it was, such as `products[2].onHand`. */
  readonly path: string;
  /** What would have been right, in words. */
  readonly expected: string;
  /** What came, shortened. */
  readonly got: string;
}

/** The kinds of problem that reading an availability document can meet. */
export type ProblemCode = 'bad-document' | 'bad-version' | 'bad-field';

/** A value that was read, with what had to be left out of it; or the one problem that made it useless. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problem: Problem };

const LONGEST_QUOTE = 60;

/** Describes an outside value for a message: short, on one line, never throwing. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, LONGEST_QUOTE));
  if (Array.isArray(value)) return 'a list';
  return value === Object(value) ? 'an object' : String(value);
}

export function problem(code: ProblemCode, path: string, expected: string, value: unknown): Problem {
  return { code, path, expected, got: describe(value) };
}
