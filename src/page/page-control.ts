import { html } from '../platforms/html/platform.js';
import type { Platform } from '../platforms/platform.js';
import { bringCartLines } from './bring-cart-lines.js';
import { Drawing } from './drawing.js';
import { findUnits, type Unit } from './find-units.js';
import { loadElements, neededTags } from './load-elements.js';
import { watchPage } from './page-watch.js';
import { adoptPlainStyles } from './plain-styles.js';
import { PLAIN, PlainTag, SERVED } from './plain-tag.js';
import type { PlatformKit } from './platform-kit.js';
import { ProductUnit } from './product-unit.js';
import type { Settings } from './settings.js';
import type { tagsInNeed } from './tags-in-need.js';

/** Functions that the loader has with it: they need not come twice. */
export interface Brought {
  readonly tagsInNeed: typeof tagsInNeed;
  /** Tells the developer that something of ours has failed. */
  fault(error: unknown): void;
  /** Of a shop system that has one. */
  readonly adapter: Adapter;
}

/** The files of a shop system: how its pages are built, and what it takes beyond a product form. */
export type Adapter =
  readonly [] | readonly [{ readonly platform: Platform }, { readonly PlatformKit: typeof PlatformKit }];

type Seen = Set<ProductUnit | PlainTag>;

/**
 * All product forms of a page, as they come and go. When anything of ours throws, everything is given back and the page is
 * the theme's again.
 */
export class PageControl {
  readonly #platform: Platform;
  readonly #settings: Settings;
  readonly #insert: boolean;
  readonly #brought: Brought;
  readonly #units = new Map<HTMLFormElement, ProductUnit>();
  readonly #tags = new Map<HTMLElement, PlainTag>();
  /** Names of tags that somebody may yet register. */
  readonly #awaited = new Set<string>();
  readonly #kit: PlatformKit | undefined;
  readonly #ending = new AbortController();
  #begun = false;
  readonly #drawing = new Drawing(this.#ending.signal, (error) => this.#fail(error));

  readonly #find = (): readonly Unit[] =>
    findUnits(document, this.#platform, this.#settings.product, this.#kit?.named);

  /** @param plans merchants' calendars that are on their way: nothing is shown before them */
  constructor(settings: Settings, brought: Brought, plans: readonly (Promise<void> | void)[] = []) {
    const [system, kit] = brought.adapter;
    this.#platform = system?.platform ?? html;
    this.#settings = settings;
    this.#insert = settings.get('insert') !== 'manual';
    this.#brought = brought;
    if (kit) {
      const again = (): void => this.rescan();
      this.#kit = new kit.PlatformKit(this.#platform, this.#find, again, this.#insert);
    }
    const inStep = document.querySelector(SERVED)
      ? import('./served-tags.js').then(
          (it) => it.keepInStep(this.#ending.signal),
          () => undefined,
        )
      : undefined;
    const waits = [...plans, this.#kit?.ready(), inStep].filter((it) => it !== undefined);
    if (waits.length) {
      void Promise.all(waits).then(
        () => this.#begin(),
        (error: unknown) => this.#fail(error),
      );
    } else this.#begin();
  }

  #begin(): void {
    this.#drawing.safely(() => {
      const { signal } = this.#ending;
      this.#begun = true;
      this.#drawing.unseen = watchPage(
        (elements) => this.#drawing.safely(() => this.#look(elements)),
        PLAIN.split(','),
        signal,
      );
      this.#drawing.gather(() => {
        // Drawn with all the rest: styles are asked for before, and once.
        this.#drawing.draw(adoptPlainStyles);
        this.#look(true);
      });
      const nothing = (): void => undefined;
      this.#kit?.drawn();
      if (document.querySelector('[data-backorder-explain]'))
        import('./explain.js').then((it) => it.showExplanations(signal), nothing);
      if (this.#settings.get('structuredData'))
        import('./structured-sync.js').then((it) => it.keepInStep(signal), nothing);
    });
  }

  /** Looks at the page again, as when the script is run a second time. */
  rescan(): void {
    // What is still waited for may change every date.
    this.#drawing.safely(() => this.#begun && this.#look(true));
  }

  /** Gives everything back. */
  release(): void {
    this.#ending.abort();
    for (const it of [...this.#units.values(), ...this.#tags.values(), this.#kit]) {
      try {
        it?.release();
      } catch {
        // The others are given back all the same.
      }
    }
  }

  #look(elements: boolean): void {
    this.#kit?.look();
    this.#drawing.gather(() => {
      const seen: Seen = new Set();
      if (elements) this.#scan(seen);
      for (const it of [...this.#units.values(), ...this.#tags.values()]) if (!seen.has(it)) it.sync();
    });
  }

  /** @param seen is given those that are new, which have looked at themselves */
  #scan(seen: Seen): void {
    bringCartLines(this.#platform, this.#insert, this.#ending.signal);
    // Before anything is drawn: it asks for styles.
    const needed = neededTags(this.#brought.tagsInNeed);
    const found = this.#find();
    const byForm = new Map(found.map((it) => [it.form, it]));
    // Before the forms that they stood in: whoever is left without one looks for another.
    this.#dropTags();
    for (const [form, unit] of this.#units) {
      const same = byForm.get(form);
      if (unit.isStill(same)) continue;
      unit.release();
      this.#units.delete(form);
    }
    for (const it of found) {
      if (this.#units.has(it.form)) continue;
      const unit = new ProductUnit(it, this.#platform, this.#insert, this.#drawing.draw, this.#kit);
      // From here on it is given back, whatever fails.
      this.#units.set(it.form, unit);
      seen.add(unit);
      unit.sync();
    }
    // Before the page's own product a drawer may offer others. Another may be the first now: themes keep old copies for a moment.
    const first = found.find((it) => it.reference === this.#settings.product) ?? found[0];
    if (first) this.#units.get(first.form)?.lead();
    this.#scanTags(seen);
    loadElements(needed).then(
      (defined) => {
        // A provider that has come to life has a scope of its own, which the forms inside it follow.
        if (defined) this.rescan();
      },
      (error: unknown) => this.#fail(error),
    );
  }

  #dropTags(): void {
    for (const [element, tag] of this.#tags) {
      if (element.isConnected && !customElements.get(element.localName)) continue;
      tag.release();
      this.#tags.delete(element);
    }
  }

  #scanTags(seen: Seen): void {
    for (const element of document.querySelectorAll<HTMLElement>(PLAIN)) {
      if (this.#tags.has(element) || customElements.get(element.localName)) continue;
      const tag = new PlainTag(element, this.#drawing.draw);
      this.#tags.set(element, tag);
      seen.add(tag);
      tag.sync();
      if (this.#awaited.has(element.localName)) continue;
      this.#awaited.add(element.localName);
      // Whoever registers the tag: from then on the element speaks for itself.
      void customElements.whenDefined(element.localName).then(() => this.rescan());
    }
  }

  #fail(error: unknown): void {
    this.#brought.fault(error);
    this.release();
  }
}
