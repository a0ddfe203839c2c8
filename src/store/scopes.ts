import { read } from '../native.js';
import type { Scope } from './scope.js';

/**
 * Which scope an element stands in: that of the nearest ancestor which has one, through shadow roots and slots, else the
 * page's own main scope.
 */
export class Scopes {
  readonly #byRoot = new WeakMap<Node, Scope>();
  readonly #waiting = new Set<() => void>();
  /** Those who wait in a scope, or in none: a list of a thousand cards must not ask all of them about each. */
  readonly #inside = new Map<Scope | undefined, Set<() => void>>();
  /** The scope for elements that stand in no other. */
  main: Scope | undefined;

  /** Gives a root (a provider, a product's form or section) its scope, or takes it away. */
  set(root: Node, scope: Scope | undefined, main = false): void {
    const before = this.find(root);
    const mainBefore = this.main;
    if (main || (!scope && this.at(root) === mainBefore)) this.main = scope;
    if (scope) this.#byRoot.set(root, scope);
    else this.#byRoot.delete(root);
    // Those who stood in the scope that was there, and may now find another, look again.
    const concerned = new Set(this.#waiting);
    const add = (it: Scope | undefined): void => this.#inside.get(it)?.forEach((look) => concerned.add(look));
    add(before);
    if (this.main !== mainBefore) {
      add(mainBefore);
      add(undefined);
    }
    for (const look of concerned) look();
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

  /**
   * Calls `look` whenever a root has gained or lost its scope, until the returned function is called.
   *
   * @param inside the scope that the caller stands in: then only when that may have changed; `undefined` for none
   */
  watch(look: () => void, ...inside: [Scope | undefined] | []): () => void {
    const [scope] = inside;
    let all = inside.length ? this.#inside.get(scope) : this.#waiting;
    if (!all) this.#inside.set(scope, (all = new Set()));
    const them = all.add(look);
    return () => {
      them.delete(look);
      if (!them.size && this.#inside.get(scope) === them) this.#inside.delete(scope);
    };
  }
}

/** The node around a node, through shadow roots. */
function parentOf(node: Node): Node | null {
  return read(node, 'parentNode') ?? (node instanceof ShadowRoot ? node.host : null);
}
