import { call, read } from '../native.js';
import type { Selection } from '../availability/find-variant.js';
import type { Platform, ReadJson } from '../platforms/platform.js';
import { shared } from '../store/shared-store.js';
import { BelowFloats } from './below-floats.js';
import { choicesIn, hearChoices } from './choice-told.js';
import { valueOf, type Unit } from './find-units.js';
import { FirstPress } from './first-press.js';
import { LIVE } from './live-regions.js';
import { PageData } from './page-data.js';
import { referenceIn } from './place-reference.js';
import type { KitMore } from './kit-more.js';
import { hearPromises } from './promised-events.js';
import { hideRepeatedBadges } from './repeated-badges.js';

/** Milliseconds after which a page is decorated without its own data. */
const LATE = 1500;

const OWN_PLACE = '[data-backorder-place=own]';

/**
 * What a shop system with an adapter of its own takes beyond an ordinary product form, until badge, date and button are right;
 * kit-more.ts has the rest. Comes with the adapter.
 */
export class PlatformKit {
  readonly #platform: Platform;
  readonly #data: PageData;
  readonly #below = new BelowFloats();
  readonly #find: () => readonly Unit[];
  readonly #changed: () => void;
  readonly #insert: boolean;
  readonly #press: FirstPress | undefined;
  readonly #ending = new AbortController();
  #more: KitMore | undefined;
  #coming: Promise<void> | undefined;
  #isReady = false;

  /**
   * @param find the product forms of the page
   * @param changed called when the page's data have changed what is known
   * @param insert whether elements may be put into the page
   */
  constructor(platform: Platform, find: () => readonly Unit[], changed: () => void, insert: boolean) {
    this.#platform = platform;
    this.#find = find;
    this.#insert = insert;
    shared().config.country ??= platform.country;
    // The product of the form that stands with an element, or of the page's first form.
    const main = (element?: Element): string | undefined => {
      const units = find();
      return (units.find(({ root }) => element && call(root, 'contains', element)) ?? units[0])?.reference;
    };
    const { signal } = this.#ending;
    // What is decorated too early would not be followed yet, and might be refused by data that is still being read.
    this.#changed = () => void (this.#isReady && changed());
    this.#data = new PageData(platform, main, this.#changed, signal);
    const { promises } = platform;
    const take = async (json: unknown, read: ReadJson, from: Element): Promise<void> =>
      this.#data.tell(json, read, from);
    if (promises) hearPromises(promises, take, this.#changed, signal);
    if (platform.choices?.context) hearChoices(signal);
    if (platform.cart) this.#press = new FirstPress();
  }

  /**
   * Nothing is said before the page's own data have been read; but they are not waited for without end. Rejects where a file is
   * missing without which it would be wrong.
   */
  async ready(): Promise<void> {
    const more = this.#needsMore() ? this.#bringMore() : undefined;
    await Promise.race([this.#data.look(), new Promise((resolve) => setTimeout(resolve, LATE))]);
    // An order of a pre-order has to name its plan.
    await (this.#data.plans.some && this.#platform.plans ? this.#bringMore() : more);
    this.#isReady = true;
    this.look();
  }

  /** The page is decorated: once it has been drawn, the rest may come. Without its file, what is drawn stands. */
  drawn(): void {
    setTimeout(() => void this.#bringMore().catch(() => undefined));
  }

  /** Fetches the rest, once. */
  async #bringMore(): Promise<void> {
    this.#coming ??= import('./kit-more.js').then((it) => {
      const { signal } = this.#ending;
      if (signal.aborted) return;
      this.#more = new it.KitMore({
        platform: this.#platform,
        data: this.#data,
        find: this.#find,
        insert: this.#insert,
        signal,
        heard: this.#press?.take(),
        complete: (form, reference, selection) => this.complete(form, reference, selection),
      });
      this.#changed();
    });
    return this.#coming;
  }

  /** Whether there is something that the first look would miss, or do and take back. */
  #needsMore(): boolean {
    const { card, cardAdds, emitter, firstLook, jqueryEvents, links } = this.#platform;
    // They tell once what is chosen, or drop what changes too early.
    if (cardAdds ?? emitter ?? firstLook ?? jqueryEvents) return true;
    if (links && document.querySelector(links.selector)) return true;
    const units = this.#find();
    const names: readonly string[] = Object.values(shared().config.lineFields);
    // A badge goes over a card, buttons that speak are silenced, fields of the theme by our names say what ours do.
    const told = ({ root, form, button }: Unit): boolean =>
      !!(card && call(root, 'matches', card.selector)) ||
      !!(button.closest(LIVE) ?? button.querySelector(LIVE)) ||
      [...read(form, 'elements')].some((it) => names.includes((it as HTMLInputElement).name));
    return !units.length || units.some(told);
  }

  /** Looks at the page again. */
  look(): void {
    if (this.#ending.signal.aborted) return;
    void this.#data.look();
    const units = this.#find();
    this.#more?.look(units);
    for (const unit of units) {
      const place = read(unit.form, 'nextElementSibling');
      if (!(place instanceof HTMLElement) || !place.matches(OWN_PLACE)) continue;
      // A theme may print its own words after ours have come.
      if (this.saysItself(unit.root)) place.querySelector(':scope > backorder-badge')?.remove();
      this.#below.watch(place, unit.button);
    }
    hideRepeatedBadges(this.#platform.root);
  }

  /** The product of a form that does not say itself. */
  readonly named = (form: HTMLFormElement): string | undefined => {
    const { reference, variant } = this.#platform;
    const around = reference && call(form, 'closest', reference.selector);
    return around ? referenceIn(around, reference) : this.#data.productOf(valueOf(form, variant));
  };

  /** What is chosen in a form, with what no form field tells. */
  complete(form: HTMLFormElement, reference: string, selection: Selection): Selection {
    // Fields without a name all fall on one: what is told there is of no option.
    const { '': _unnamed, ...fields } = selection.options ?? {};
    const options = { ...fields, ...choicesIn(form, this.#platform.choices) };
    const all = selection.id === undefined ? { ...selection, options } : selection;
    return this.#data.complete(reference, all);
  }

  /** Whether no badge is needed beside the form: the shop says it of itself, for all to see, or there is one on the card. */
  saysItself(root: Element): boolean {
    const { said } = this.#platform;
    if (this.#more?.takes(root)) return true;
    return (
      said !== undefined &&
      [...call(root, 'querySelectorAll', said)].some(
        (it) => it.textContent.trim() && it.getClientRects().length,
      )
    );
  }

  release(): void {
    this.#ending.abort();
    this.#press?.take();
    this.#below.release();
    this.#more?.release();
  }
}
