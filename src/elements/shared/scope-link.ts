import { Scope, type ScopeSettings } from '../../store/scope.js';
import { shared } from '../../store/shared-store.js';

/**
 * Ties an element to its scope: one of its own when it says itself what it is about, else the scope it stands in, or that
 * of the element it names. Looks again whenever a scope appears or goes.
 */
export class ScopeLink {
  readonly #element: Element;
  readonly #changed: () => void;
  #stop: (() => void)[] = [];
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
    const find = (): Scope | undefined => {
      const from = named === undefined ? this.#element : document.getElementById(named);
      return from ? scopes.find(from) : undefined;
    };
    if (own) {
      this.scope = new Scope(store);
      this.scope.set(own);
    } else {
      this.scope = find();
      const look = (): void => {
        if (find() !== this.scope) this.join(own, named);
      };
      // The element that it names may yet come, and stand anywhere.
      this.#stop.push(named === undefined ? scopes.watch(look, this.scope) : scopes.watch(look));
    }
    if (this.scope) {
      this.#stop.push(this.scope.subscribe(this.#changed));
    }
    if (this.scope ?? before) this.#changed();
  }

  leave(): void {
    for (const stop of this.#stop.splice(0)) stop();
    this.scope = undefined;
  }
}
