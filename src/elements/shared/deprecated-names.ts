/** A tag, or an attribute of one, that still works and will go. */
export interface DeprecatedName {
  /** The tag that goes; with `attribute`, the tag that has it, which stays. */
  readonly tag: string;
  readonly attribute?: string;
  /** What to write in its place. */
  readonly now: string;
  /** The version that comes without it. */
  readonly until: string;
}

/**
 * What goes with the next major version; each name is kept by keep-names.ts until then. None now: `undefined` rather than an
 * empty list, so that a bundler leaves out what would read it.
 */
export const deprecatedNames: readonly DeprecatedName[] | undefined = undefined;
