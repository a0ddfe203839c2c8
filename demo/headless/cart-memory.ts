/** Where a page keeps the id of its cart. */
export interface CartMemory {
  get(): string | undefined;
  set(id: string | undefined): void;
}

/** In the browser's storage; where there is none (a sandboxed frame, a private window), as long as the page lives. */
export function cartMemory(name: string): CartMemory {
  let kept: string | undefined;
  return {
    get() {
      try {
        return sessionStorage.getItem(name) ?? kept;
      } catch {
        return kept;
      }
    },
    set(id) {
      kept = id;
      try {
        if (id === undefined) sessionStorage.removeItem(name);
        else sessionStorage.setItem(name, id);
      } catch {
        // Kept above.
      }
    },
  };
}
