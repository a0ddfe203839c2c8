/**
 * Where a button floats it hangs out of its form: our place after the form goes below it, and not into what room is left beside.
 * Asked when the browser has laid the page out anyway, and again when the place's room changes: to ask at every look would have it lay
 * out the page for each product.
 */
export class BelowFloats {
  readonly #buttons = new WeakMap<Element, Element>();
  readonly #watch = new ResizeObserver((entries) => {
    for (const { target } of entries) this.#look(target as HTMLElement);
  });

  /** Sees to the place of a button. */
  watch(place: HTMLElement, button: Element): void {
    const known = this.#buttons.has(place);
    this.#buttons.set(place, button);
    // To be told of it twice would be told of it at every look.
    if (!known) this.#watch.observe(place);
  }

  release(): void {
    this.#watch.disconnect();
  }

  #look(place: HTMLElement): void {
    const button = this.#buttons.get(place);
    if (!button || !place.firstChild) return;
    const hangs = button.getBoundingClientRect().bottom > place.getBoundingClientRect().top;
    if (!hangs || getComputedStyle(place).clear !== 'none') return;
    place.style.clear = 'both';
    this.#watch.unobserve(place);
  }
}
