/**
 * Something from outside that could not be used. Parsers give problems back and never throw: one bad field
 * makes that field unknown and leaves the rest as it is.
 */
export interface Problem {
  /** Stable name of the kind of problem, such as `bad-field`; explained in the README. */
  readonly code: ProblemCode;
  /** Where it was, such as `products[2].onHand`. */
  readonly path: string;
  /** What would have been right, in short, where the code alone does not tell; `explainProblem` has the words. */
  readonly expected?: Expected;
  /** What came. */
  readonly value: unknown;
}

/** What a reader wanted to see. */
export type Expected =
  | 'all its fields'
  | 'at least one day'
  | 'country'
  | 'country beside'
  | 'five observed'
  | 'place'
  | 'public key'
  | 'text and version'
  | 'share'
  | 'time'
  | 'time zone'
  | `min up to max, max up to ${number}`
  | `up to ${number} entries`
  | 'address'
  | 'date'
  | 'id'
  | 'instant'
  | 'lead time'
  | 'list'
  | 'object'
  | 'text'
  | 'truth'
  | `from ${number}`
  | readonly string[];

/** The kinds of problem that reading an availability document can meet. */
export type ProblemCode = 'bad-document' | 'bad-version' | 'bad-field';

/** A value that was read, with what had to be left out of it; or the one problem that made it useless. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problem: Problem };

/** A problem with one field, the most usual kind. */
export function badField(path: string, expected: Expected, value: unknown): Problem {
  return { code: 'bad-field', path, expected, value };
}
