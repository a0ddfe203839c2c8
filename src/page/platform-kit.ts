import type { Selection } from '../availability/find-variant.js';
import type { Platform, ReadJson } from '../platforms/platform.js';
import { shared } from '../store/shared-store.js';
import { BelowFloats } from './below-floats.js';
import { HeldFields } from './held-fields.js';
import { readChoice } from './choice.js';
import { choiceTold, hearChoices } from './choice-told.js';
import { valueOf, type Unit } from './find-units.js';
import { ListedProducts, referenceIn } from './listed-products.js';
import { OptionMarks } from './option-marks.js';
import { PageData } from './page-data.js';
import { Extras } from './extras.js';
import { hearPromises } from './promised-events.js';
import { ReceiptWatch } from './receipt-watch.js';
import { hideRepeatedBadges } from './repeated-badges.js';
import { SameFields } from './same-fields.js';
import { ScriptEvents } from './script-events.js';
import { StickyButtons } from './sticky-buttons.js';

/** Milliseconds after which a page is decorated without its own data. */
const LATE = 1500;

const OWN_PLACE = '[data-backorder-place=own]';

/** What a shop system with an adapter of its own takes beyond an ordinary product form. Comes with the adapter. */
export class PlatformKit {
  readonly #platform: Platform;
  readonly #data: PageData;
  readonly #listed: ListedProducts | undefined;
  readonly #sticky: StickyButtons | undefined;
  readonly #same = new SameFields();
  readonly #below = new BelowFloats();
  readonly #extras: Extras;
  readonly #marks: OptionMarks;
  readonly #find: () => readonly Unit[];
  readonly #hooks: ScriptEvents;
  readonly #ending = new AbortController();
  #isReady = false;

  /**
   * @param find the product forms of the page
   * @param changed called when the page's data have changed what is known
   * @param insert whether elements may be put into the page
   */
  constructor(platform: Platform, find: () => readonly Unit[], changed: () => void, insert: boolean) {
    this.#platform = platform;
    this.#find = find;
    shared().config.country ??= platform.country;
    this.#marks = new OptionMarks(platform, (form, reference, supposed) =>
      this.#data.complete(reference, { options: { ...this.#choicesIn(form), ...supposed } }, true),
    );
    // The product of the form that stands with an element, or of the page's first form.
    const main = (element?: Element): string | undefined => {
      const units = find();
      return (units.find(({ root }) => element && root.contains(element)) ?? units[0])?.reference;
    };
    const { signal } = this.#ending;
    // What is decorated too early would not be followed yet, and might be refused by data that is still being read.
    const told = (): void => void (this.#isReady && changed());
    this.#data = new PageData(platform, main, told, signal);
    this.#extras = new Extras(platform, this.#data.plans, () => {
      if (!signal.aborted) this.#extras.look(find());
    });
    const { promises } = platform;
    const take = async (json: unknown, read: ReadJson, from: Element): Promise<void> =>
      this.#data.tell(json, read, from);
    this.#hooks = new ScriptEvents(platform, take);
    if (promises) hearPromises(promises, take, told, signal);
    this.#listed = insert ? new ListedProducts(platform) : undefined;
    this.#sticky = platform.sticky === undefined ? undefined : new StickyButtons(platform.sticky);
    if (platform.choices?.context) hearChoices(signal);
    if (platform.firstLook) new HeldFields(platform.firstLook, () => this.#same.look(), signal);
    if (platform.cart) {
      const byField = platform.variant.includes('id')
        ? undefined
        : (form: HTMLFormElement) => this.#inCart(form);
      new ReceiptWatch(platform.cart, signal, byField);
    }
  }

  /** Nothing is said before the page's own data have been read; but they are not waited for without end. */
  async ready(): Promise<void> {
    await Promise.race([this.#data.look(), new Promise((resolve) => setTimeout(resolve, LATE))]);
    this.#isReady = true;
    this.look();
  }

  /** Looks at the page again. */
  look(): void {
    if (this.#ending.signal.aborted) return;
    this.#hooks.look();
    void this.#data.look();
    this.#listed?.look();
    this.#sticky?.look();
    const units = this.#find();
    this.#extras.look(units);
    this.#same.look();
    this.#marks.look(units);
    for (const unit of units) {
      const place = unit.form.nextElementSibling;
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
    const around = reference && form.closest(reference.selector);
    return around ? referenceIn(around, reference) : this.#data.productOf(valueOf(form, variant));
  };

  /** What is chosen in a form, with what no form field tells. */
  complete(form: HTMLFormElement, reference: string, selection: Selection): Selection {
    // Fields without a name all fall on one: what is told there is of no option.
    const { '': _unnamed, ...fields } = selection.options ?? {};
    const options = { ...fields, ...this.#choicesIn(form) };
    const all = selection.id === undefined ? { ...selection, options } : selection;
    return this.#data.complete(reference, all);
  }

  #choicesIn(form: HTMLFormElement): Readonly<Record<string, string>> {
    const { choices } = this.#platform;
    const options = Object.create(null) as Record<string, string>;
    for (const element of choices ? form.querySelectorAll(choices.selector) : []) {
      const told = choiceTold(element, choices);
      if (told) options[told.name] = told.value;
    }
    return options;
  }

  /** The variant that is chosen in a form, else its product: so the cart names its lines. */
  #inCart(form: HTMLFormElement): string | undefined {
    const unit = this.#find().find((it) => it.form === form);
    const { selection } = readChoice(form, this.#platform);
    return unit && (this.complete(form, unit.reference, selection).id ?? unit.reference);
  }

  /** Whether no badge is needed beside the form: the shop says it of itself, for all to see, or there is one on the card. */
  saysItself(root: Element): boolean {
    const { said } = this.#platform;
    if (this.#listed?.takes(root)) return true;
    return (
      said !== undefined &&
      [...root.querySelectorAll(said)].some((it) => it.textContent.trim() && it.getClientRects().length)
    );
  }

  release(): void {
    this.#ending.abort();
    this.#below.release();
    this.#listed?.release();
    this.#sticky?.release();
    this.#extras.release();
    this.#same.release();
    this.#marks.release();
    this.#hooks.release();
  }
}
