import { known } from '../availability/read.js';
import type { Plans } from '../platforms/platform.js';
import type { SalePlan } from '../platforms/reading.js';
import { PageRecords } from '../store/page-records.js';
import { Scope } from '../store/scope.js';
import { shared } from '../store/shared-store.js';
import { askProduct } from './ask-product.js';
import { valueOf, type Unit } from './find-units.js';
import type { KnownPlans } from './known-plans.js';
import { isPlan, isTheirs, ourFields, planOfAdd, setPlan } from './own-plan-field.js';

type Fields = readonly HTMLInputElement[];

/**
 * While a form promises a pre-order, it names the selling plan of the chosen variant: without the plan the shop would sell it as
 * if it were there, or refuse it. Plans are only used, never made, and a theme's own choice of plan stands. Goes with the promise.
 */
export class PlanFields {
  readonly #plans: Plans;
  readonly #variant: readonly string[];
  readonly #known: KnownPlans;
  /** Those of the last look, for the moment before an add. */
  readonly #units = new Map<HTMLFormElement, Unit>();
  /** Variants that the shop sells under a plan only, of which none is a pre-order's. */
  readonly #refused = new Set<string>();
  readonly #asked = new Set<string>();
  readonly #changed: () => void;
  readonly #signal: AbortSignal;

  /**
   * @param variant names of the field with the variant's id
   * @param known what the page's JSON has told
   * @param changed called when more is known
   */
  constructor(
    plans: Plans,
    variant: readonly string[],
    known: KnownPlans,
    changed: () => void,
    signal: AbortSignal,
  ) {
    this.#plans = plans;
    this.#variant = variant;
    this.#known = known;
    this.#changed = changed;
    this.#signal = signal;
    planOfAdd.find = (form, variant, state) => {
      const id = state === 'preorder' || state === 'backorder' ? known.of(variant)?.ids[state] : undefined;
      const theirs = isTheirs(form, this.#units.get(form)?.root ?? form, plans.field);
      return id === undefined || theirs ? {} : { [plans.field]: id };
    };
    // Before a theme reads its form: some write their fields without a sign.
    const before = ({ target }: Event): void => {
      const within =
        target instanceof Element ? Element.prototype.closest.call(target, 'button, input, form') : null;
      const form = within instanceof HTMLFormElement ? within : (within as HTMLButtonElement | null)?.form;
      const unit = form && this.#units.get(form);
      if (unit) this.#lookAt(unit, ourFields().get(unit.form) ?? []);
    };
    for (const type of ['click', 'submit'] as const)
      addEventListener(type, before, { capture: true, signal });
  }

  /** Looks again: variants are chosen, offers change, fields come and go. */
  look(units: readonly Unit[]): void {
    const fields = ourFields();
    this.#units.clear();
    for (const unit of units) {
      this.#units.set(unit.form, unit);
      this.#lookAt(unit, fields.get(unit.form) ?? []);
    }
    // Of a form that was copied with ours in it.
    for (const [form, ours] of fields) if (!this.#units.has(form)) setPlan(form, ours, '', undefined);
  }

  release(): void {
    delete planOfAdd.find;
    for (const [form, ours] of ourFields()) setPlan(form, ours, '', undefined);
    for (const variant of [...this.#refused]) this.#refuse(variant, false);
  }

  #lookAt(unit: Unit, ours: Fields): void {
    const { form, root } = unit;
    const variant = valueOf(form, this.#variant);
    const plan = variant === undefined ? undefined : this.#known.of(variant);
    const state = promisedIn(unit, ours);
    const free = !!plan && !isTheirs(form, root, this.#plans.field);
    const id = free && state ? plan.ids[state] : undefined;
    setPlan(form, ours, this.#plans.field, id);
    if (variant === undefined || !plan) return;
    if (free && state && !plan.sure) this.#ask(unit);
    const none = plan.required && plan.sure && !plan.ids.preorder && !plan.ids.backorder;
    this.#refuse(variant, none && free && wouldSell(unit, variant));
  }

  /** The shop refuses an order without a plan: what it refuses is not offered, and a sign-up is. */
  #refuse(variant: string, refused: boolean): void {
    if (this.#refused.has(variant) === refused) return;
    if (refused) this.#refused.add(variant);
    else this.#refused.delete(variant);
    const record = known(refused ? { orderable: false } : {});
    PageRecords.of(shared().store).put([{ name: variant, source: 'dom', record }]);
  }

  /** Newer themes print the chosen variant only, with the ids of its plans: what they are for, the product's own JSON tells. */
  #ask(unit: Unit): void {
    void askProduct(unit, this.#plans, this.#asked).then((readings) => {
      if (!readings.length || this.#signal.aborted) return;
      this.#known.take(readings);
      this.#changed();
    });
  }
}

/** What a form promises, by what stands in it: a change may be put off while its button is pointed at. */
function promisedIn({ form }: Unit, ours: Fields): keyof SalePlan['ids'] | undefined {
  const promise = ours.filter((it) => !isPlan(it));
  const record = promise.map(({ value }) => /^1;(preorder|backorder);/.exec(value)?.[1]).find(Boolean);
  if (record) return record as keyof SalePlan['ids'];
  const { lineFields } = shared().config;
  // A page may send no fields of ours, or only the words.
  if (!promise.length && (lineFields.text || lineFields.record)) return undefined;
  const { state, control } = shared().scopes.find(form)?.offer ?? {};
  return control === 'swap' && (state === 'preorder' || state === 'backorder') ? state : undefined;
}

/** Whether a variant would be sold ahead if the shop took it without a plan. */
function wouldSell({ reference }: Unit, variant: string): boolean {
  const { store } = shared();
  const { record, policy } = store.lookup(reference, known({ id: variant, sku: variant }));
  const scope = new Scope(store);
  scope.set({ record: known({ ...record, orderable: true }), policy });
  return scope.offer.control === 'swap';
}
