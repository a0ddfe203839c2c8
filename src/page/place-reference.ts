import type { Place } from '../platforms/platform.js';

/** The product that a piece of page is about: by an attribute on it, or inside it. */
export function referenceIn(element: Element, { attribute, pattern }: Place): string | undefined {
  const holders = [element, ...element.querySelectorAll(`[${attribute}]`)];
  // Of several, such as the links of a card, the first that names a product.
  const told = holders.map((it) => pattern.exec(it.getAttribute(attribute) ?? '')?.[1]).find(Boolean);
  return told === undefined ? undefined : decoded(told);
}

/** A link says `caf%C3%A9` of what the shop itself calls `café`. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
