import { Scope, type ScopeSettings } from '../../store/scope.js';
import type { Watcher, Where } from '../../store/scopes.js';
import { shared } from '../../store/shared-store.js';

/**
 * Ties an element to its scope: one of its own when it says itself what it is about, else the scope it stands in, or that
 * of the element it names. Looks again whenever a scope appears or goes.
 */
export class ScopeLink implements Watcher {
  readonly #element: Element;
  readonly #changed: () => void;
  #named: string | undefined;
  #where: Where = null;
  /** The scope that the element is in at the moment. */
  scope: Scope | undefined;

  /** @param changed called with each new offer, and when the element has come to stand in another scope or in none */
  constructor(element: Element, changed: () => void) {
    this.#element = element;
    this.#changed = changed;
  }

  /**
   * @param own what the element itself says it is about, if it does
   * @param named id of the element in whose scope it wants to be
   */
  join(own: ScopeSettings | undefined, named: string | undefined): void {
    const before = this.scope;
    this.leave();
    const { scopes, store } = shared();
    this.#named = named;
    if (own) {
      this.scope = new Scope(store);
      this.scope.set(own);
    } else {
      this.scope = this.#find();
      // The element that it names may yet come, and stand anywhere.
      this.#where = named === undefined ? this.scope : null;
      scopes.watch(this, this.#where);
    }
    this.scope?.subscribe(this.#changed);
    if (this.scope ?? before) this.#changed();
  }

  /** Whether it has come to stand in another scope. */
  look(): void {
    if (this.#find() !== this.scope) this.join(undefined, this.#named);
  }

  leave(): void {
    shared().scopes.unwatch(this, this.#where);
    this.scope?.unsubscribe(this.#changed);
    this.scope = undefined;
    this.#where = null;
  }

  #find(): Scope | undefined {
    const from = this.#named === undefined ? this.#element : document.getElementById(this.#named);
    return from ? shared().scopes.find(from) : undefined;
  }
}
