import type { ReadJson } from '../platforms/platform.js';
import type { SalePlan, VariantReading } from '../platforms/reading.js';

type Readings = Awaited<ReturnType<ReadJson>>;

/** The selling plans of variants, as a page's JSON has told them. Ids of variants are unique in a shop. */
export class KnownPlans {
  readonly #plans = new Map<string, SalePlan>();

  /** Whether there are any: most shops have none. */
  get some(): boolean {
    return this.#plans.size > 0;
  }

  take(readings: Readings): void {
    for (const reading of readings) {
      for (const variant of 'variants' in reading ? reading.variants : [reading]) this.#keep(variant);
    }
  }

  of(variant: string): SalePlan | undefined {
    return this.#plans.get(variant);
  }

  #keep({ id, plan }: VariantReading): void {
    if (id === undefined || !plan) return;
    // Newer themes print the chosen variant alone, and not what its plans are for.
    if (plan.sure || !this.#plans.get(id)?.sure) this.#plans.set(id, plan);
  }
}
