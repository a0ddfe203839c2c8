/** A global of the page’s scripts; `undefined` where there is none, or its getter throws. */
export function globalOf(name: string): unknown {
  try {
    return (globalThis as unknown as Readonly<Record<string, unknown>>)[name];
  } catch {
    // A getter of somebody else's.
    return undefined;
  }
}

/** Text as JSON; `undefined` for what is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not our page to mend.
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
