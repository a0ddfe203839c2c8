import { fits, type Selection } from '../availability/find-variant.js';
import { known } from '../availability/read.js';
import type { SourceName } from '../availability/merge-records.js';
import { parsed } from '../platforms/json-data.js';
import type { PageJson, Platform, ReadJson } from '../platforms/platform.js';
import type { VariantReading } from '../platforms/reading.js';
import { PageRecords, type PageRecord } from '../store/page-records.js';
import { shared } from '../store/shared-store.js';
import { valueOf } from './find-units.js';
import { KnownPlans } from './known-plans.js';
import { globalAt, textOf } from './page-json.js';
import { preorderPlans } from './preorder-plans.js';

const MOST_CHARACTERS = 2_000_000;
const MOST_ELEMENTS = 300;

type Taken = Awaited<ReturnType<ReadJson>>;

/** The JSON of a shop system's page: read when it comes, and again when the theme has changed it. */
export class PageData {
  readonly plans = new KnownPlans();
  readonly #platform: Platform;
  readonly #main: (element?: Element) => string | undefined;
  readonly #changed: () => void;
  readonly #signal: AbortSignal;
  /** What was read last, by the element or global it stood in. */
  readonly #seen = new Map<PageJson, WeakMap<object, string>>();
  /** Variants by their product's reference. */
  readonly #variants = new Map<string, Map<string, VariantReading>>();
  /** What is chosen now, by product. */
  readonly #now = new Map<string, VariantReading>();
  /** The page's own product, where its JSON is there as a whole. */
  #whole: string | undefined;
  #telling = false;

  /**
   * @param main the product of the form around an element, or of the page's first form
   * @param changed called when something new was taken in
   */
  constructor(
    platform: Platform,
    main: (element?: Element) => string | undefined,
    changed: () => void,
    signal: AbortSignal,
  ) {
    this.#platform = platform;
    this.#main = main;
    this.#changed = changed;
    this.#signal = signal;
    for (const [type, read] of Object.entries(platform.events ?? {})) {
      const heard = (event: Event): void => {
        void this.#take((event as CustomEvent<unknown>).detail, read, 'platform-api');
      };
      document.addEventListener(type, heard, { signal });
    }
  }

  /** Reads what is new in the page. Resolves when it is taken in. */
  async look(): Promise<void> {
    // A global that is another each time it is read would have the page look for ever.
    if (this.#telling) return;
    await Promise.all((this.#platform.data ?? []).map(async (json) => this.#lookAt(json)));
  }

  /** Takes in what a theme's script has told. */
  async tell(json: unknown, read: ReadJson, form: Element): Promise<void> {
    await this.#take(json, read, 'platform-api', form);
  }

  /** The product of a form that only has its variant's id: none, while something is chosen that cannot be bought. */
  productOf(variant: string | undefined): string | undefined {
    const own = this.#whole;
    return own !== undefined && (!variant || this.#variants.get(own)?.has(variant)) ? own : undefined;
  }

  /**
   * The same choice, with the variant's id where the page's data tell which one it is.
   *
   * @param supposed it is not what is chosen now
   */
  complete(reference: string, selection: Selection, supposed = false): Selection {
    if (selection.id !== undefined) return selection;
    const { chosen } = this.#platform;
    const all = [...(this.#variants.get(reference)?.values() ?? [])];
    const only =
      chosen === 'now' && !supposed
        ? this.#now.get(reference)
        : (single(all, ({ options }) => fits(options ?? NONE, selection.options ?? {})) ??
          // Names in the form are not always those in the data; values that fit one variant only are good enough.
          single(all, ({ options }) => hasValues(options ?? NONE, selection.options ?? {})));
    return only ? known({ ...selection, id: only.id, sku: only.sku }) : selection;
  }

  async #lookAt(json: PageJson): Promise<void> {
    const source = json.raw ? 'dom' : 'inline-json';
    const { global, selector, attribute, read } = json;
    if (global !== undefined) {
      const value = globalAt(global);
      if (this.#isNew(json, json, textOf(value))) await this.#take(value, read, source);
      return;
    }
    const elements = [...document.querySelectorAll(selector ?? '')].slice(0, MOST_ELEMENTS);
    for (const element of elements) {
      const text = attribute === undefined ? element.textContent : (element.getAttribute(attribute) ?? '');
      if (!this.#isNew(json, element, text)) continue;
      if (json.raw)
        await this.#take(text, json.ofChosen ? this.#named(read, element) : read, source, element);
      else if (text.length <= MOST_CHARACTERS) await this.#take(parsed(text), read, source, element);
    }
  }

  /** Reads what it says of the variant that is chosen in the form around it, now. */
  #named(read: ReadJson, element: Element): ReadJson {
    const form = element.closest('form');
    const id = form && valueOf(form, this.#platform.variant);
    return async (json) => (id ? (await read(json)).map((it) => ({ ...it, id })) : []);
  }

  #isNew(json: PageJson, holder: object, text: string): boolean {
    const seen = this.#seen.get(json) ?? new WeakMap<object, string>();
    this.#seen.set(json, seen);
    if (seen.get(holder) === text) return false;
    seen.set(holder, text);
    return true;
  }

  async #take(json: unknown, read: ReadJson, source: SourceName, element?: Element): Promise<void> {
    let readings: Taken;
    try {
      readings = await read(json, preorderPlans());
    } catch {
      return; // Its file did not come: the page is read without.
    }
    this.plans.take(readings);
    const main = this.#main(element);
    const records: PageRecord[] = [];
    const put = (names: readonly (string | undefined)[], { record }: VariantReading): void => {
      if (!Object.keys(record).length) return;
      for (const name of names) if (name !== undefined) records.push({ name, source, record });
    };
    for (const reading of readings) {
      const whole = 'variants' in reading;
      if (whole) put(reading.id ? [reading.id, reading.handle, reading.sku] : [main, reading.sku], reading);
      const reference = whole && reading.id ? reading.id : main;
      if (whole && reading.variants.length && source === 'inline-json') this.#whole ??= reading.id;
      for (const variant of whole ? reading.variants : [reading]) {
        put([variant.id, variant.sku], variant);
        if (reference === undefined) continue;
        if (this.#platform.chosen === 'now') this.#now.set(reference, variant);
        if (variant.id !== undefined) this.#keep(reference, variant.id, variant);
      }
    }
    if (!readings.length || this.#signal.aborted) return;
    PageRecords.of(shared().store).put(records);
    this.#telling = true;
    try {
      this.#changed();
    } finally {
      this.#telling = false;
    }
  }

  #keep(reference: string, id: string, variant: VariantReading): void {
    const variants = this.#variants.get(reference) ?? new Map<string, VariantReading>();
    // A sign that only names a variant takes nothing from what is known of it.
    this.#variants.set(reference, variants.set(id, { ...variants.get(id), ...variant }));
  }
}

type Options = Readonly<Record<string, string>>;

/** Options that nothing fits. */
const NONE: Options = { '': '\0' };

function single(
  variants: readonly VariantReading[],
  fitting: (variant: VariantReading) => boolean,
): VariantReading | undefined {
  const found = variants.filter(fitting);
  return found.length === 1 ? found[0] : undefined;
}

function hasValues(asked: Options, chosen: Options): boolean {
  const left = Object.values(chosen);
  // A value that two options have is to be chosen twice.
  return Object.values(asked).every((it) => !it || take(left, it));
}

function take(from: string[], value: string): boolean {
  const index = from.indexOf(value);
  return index >= 0 && from.splice(index, 1).length > 0;
}
