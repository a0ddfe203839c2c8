/**
 * Hands properties that were set before a tag was defined to the class's accessors, which they would hide otherwise.
 * Called in the constructor.
 */
export function rescueProperties(element: object, names: readonly string[]): void {
  const own = element as Record<string, unknown>;
  for (const name of names) {
    if (!Object.hasOwn(own, name)) continue;
    const value = own[name];
    delete own[name];
    own[name] = value;
  }
}

/** A name from an attribute or from a page's script, which may pass a number or null. */
export function nameOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) || undefined : undefined;
}
