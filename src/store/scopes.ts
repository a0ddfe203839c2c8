import { read } from '../native.js';
import { MultiMap } from './multi-map.js';
import type { Scope } from './scope.js';

/** The scope that somebody stands in, `undefined` for none, `null` for one who asks about other places. */
export type Where = Scope | undefined | null;

const ANYWHERE = null;

/** Somebody who wants to know where scopes come and go. */
export interface Watcher {
  look(): void;
}

/**
 * Which scope an element stands in: that of the nearest ancestor which has one, through shadow roots and slots, else the
 * page's own main scope.
 */
export class Scopes {
  readonly #byRoot = new WeakMap<Node, Scope>();
  /** By the scope that they stand in, or none: a list of a thousand cards must not ask all of them about each. */
  readonly #watchers = new MultiMap<Where, Watcher>();
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
    const concerned = new Set(this.#watchers.get(ANYWHERE));
    const add = (it: Where): void => this.#watchers.get(it)?.forEach((one) => concerned.add(one));
    add(before);
    if (this.main !== mainBefore) {
      add(mainBefore);
      add(undefined);
    }
    for (const it of concerned) it.look();
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

  /** Has a watcher look when a root has gained or lost its scope and that may concern it, until {@link unwatch}. */
  watch(watcher: Watcher, where: Where): void {
    this.#watchers.add(where, watcher);
  }

  /** @param where it has watched */
  unwatch(watcher: Watcher, where: Where): void {
    this.#watchers.remove(where, watcher);
  }
}

/** The node around a node, through shadow roots. */
function parentOf(node: Node): Node | null {
  return read(node, 'parentNode') ?? (node instanceof ShadowRoot ? node.host : null);
}
