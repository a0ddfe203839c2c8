/** What stands at a path of globals of the page’s scripts; `undefined` where there is none, or a getter throws. */
export function globalAt(...path: readonly string[]): unknown {
  try {
    return path.reduce<unknown>((at, name) => (at as Readonly<Record<string, unknown>>)[name], globalThis);
  } catch {
    // Nothing there, or a getter of somebody else's.
    return undefined;
  }
}

/** JSON as text, to see whether it has changed. */
export function textOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '';
  }
}
