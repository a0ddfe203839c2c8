import { textOf, type Graph, type Node } from './graph.js';

/** Groups are repeated inside their variants, so the id that they bear tells which is which, before the node does. */
const keyOf = (group: Node): unknown => textOf(group, 'productGroupID') ?? group;

/**
 * A way from a group to its variants, whichever side points at the other: `hasVariant`, `isVariantOf`,
 * `inProductGroupWithID`.
 */
export function membersIn({ of }: Graph, products: readonly Node[]): (group: Node) => readonly Node[] {
  const found = new Map<unknown, Set<Node>>();
  const put = (key: unknown, variant: Node): void => {
    found.set(key, (found.get(key) ?? new Set()).add(variant));
  };
  for (const product of products) {
    for (const variant of of(product, 'hasVariant')) put(keyOf(product), variant);
    for (const group of of(product, 'isVariantOf')) put(keyOf(group), product);
    const id = textOf(product, 'inProductGroupWithID');
    if (id !== undefined) put(id, product);
  }
  return (group) => [...(found.get(keyOf(group)) ?? [])];
}
