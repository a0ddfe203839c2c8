import type { Selection } from '../availability/find-variant.js';
import { call } from '../native.js';
import type { Platform } from '../platforms/platform.js';
import { readChoice } from './choice.js';
import { choicesIn } from './choice-told.js';
import { Extras } from './extras.js';
import type { Unit } from './find-units.js';
import type { Heard } from './first-press.js';
import { HeldFields } from './held-fields.js';
import { ListedProducts } from './listed-products.js';
import { OptionMarks } from './option-marks.js';
import type { PageData } from './page-data.js';
import { ReceiptWatch } from './receipt-watch.js';
import { SameFields } from './same-fields.js';
import { ScriptEvents } from './script-events.js';
import { StickyButtons } from './sticky-buttons.js';

/** A bar of a theme that stays in sight, with a product form of its own. */
const BAR = '[class*=sticky-add]:not(html,body,main)';

/** What the kit has, and goes on seeing to. */
export interface Lent {
  readonly platform: Platform;
  readonly data: PageData;
  /** The product forms of the page. */
  readonly find: () => readonly Unit[];
  /** Whether elements may be put into the page. */
  readonly insert: boolean;
  readonly signal: AbortSignal;
  /** What was pressed before this came. */
  readonly heard: Heard | undefined;
  /** What is chosen in a form, with what no form field tells. */
  readonly complete: (form: HTMLFormElement, reference: string, selection: Selection) => Selection;
}

/**
 * The rest of what a shop system takes: lists, sticky bars, swatches, what few pages have, receipts. It comes once badge, date
 * and button are right, or before them on pages where they would be wrong without it.
 */
export class KitMore {
  readonly #listed: ListedProducts | undefined;
  readonly #sticky: StickyButtons;
  readonly #same = new SameFields();
  readonly #extras: Extras;
  readonly #marks: OptionMarks;
  readonly #hooks: ScriptEvents;

  constructor({ platform, data, find, insert, signal, heard, complete }: Lent) {
    const { cart, choices, firstLook, variant } = platform;
    this.#marks = new OptionMarks(platform, (form, reference, supposed) =>
      data.complete(reference, { options: { ...choicesIn(form, choices), ...supposed } }, true),
    );
    this.#extras = new Extras(platform, data.plans, () => {
      if (!signal.aborted) this.#extras.look(find());
    });
    this.#hooks = new ScriptEvents(platform, async (json, read, from) => data.tell(json, read, from));
    this.#listed = insert ? new ListedProducts(platform) : undefined;
    this.#sticky = new StickyButtons(platform);
    if (firstLook) new HeldFields(firstLook, () => this.#same.look(), signal);
    if (!cart) return;
    // The variant that is chosen in a form, else its product: so the cart names its lines.
    const inCart = (form: HTMLFormElement): string | undefined => {
      const unit = find().find((it) => it.form === form);
      const { selection } = readChoice(form, platform);
      return unit && (complete(form, unit.reference, selection).id ?? unit.reference);
    };
    new ReceiptWatch(cart, signal, variant.includes('id') ? undefined : inCart, heard);
  }

  /** Looks at the page again. */
  look(units: readonly Unit[]): void {
    this.#hooks.look();
    this.#listed?.look();
    this.#sticky.look(units);
    this.#extras.look(units);
    this.#same.look();
    this.#marks.look(units);
  }

  /** Sees to the badge of a product form that stands in a card, or in a bar, which has room for none. `false` where there is neither. */
  takes(root: Element): boolean {
    return !!call(root, 'closest', BAR) || (this.#listed?.takes(root) ?? false);
  }

  release(): void {
    this.#listed?.release();
    this.#sticky.release();
    this.#extras.release();
    this.#same.release();
    this.#marks.release();
    this.#hooks.release();
  }
}
