import type { Scope } from './scope.js';

/**
 * Which scope an element stands in: that of the nearest ancestor which has one, through shadow roots and slots, else the
 * page's own main scope.
 */
export class Scopes {
  readonly #byRoot = new WeakMap<Node, Scope>();
  readonly #waiting = new Set<() => void>();
  /** The scope for elements that stand in no other. */
  main: Scope | undefined;

  /** Gives a root (a provider, a product's form or section) its scope, or takes it away. */
  set(root: Node, scope: Scope | undefined, main = false): void {
    if (main || (!scope && this.at(root) === this.main)) this.main = scope;
    if (scope) this.#byRoot.set(root, scope);
    else this.#byRoot.delete(root);
    // Those who found no scope, or might now find a nearer one, look again.
    for (const look of [...this.#waiting]) look();
  }

  /** The scope of this very root. */
  at(root: Node): Scope | undefined {
    return this.#byRoot.get(root);
  }

  find(from: Node): Scope | undefined {
    for (let node: Node | null = from; node; node = parentOf(node)) {
      const scope = this.#byRoot.get(node);
      if (scope) return scope;
    }
    return this.main;
  }

  /** Calls `look` whenever a root has gained or lost its scope, until the returned function is called. */
  watch(look: () => void): () => void {
    this.#waiting.add(look);
    return () => this.#waiting.delete(look);
  }
}

/** The node around a node, through shadow roots. */
export function parentOf(node: Node): Node | null {
  const parent = node.parentNode;
  // A form may have a field of that name, whose parent is the form: a circle.
  return parent?.contains(node) ? parent : node instanceof ShadowRoot ? node.host : null;
}
