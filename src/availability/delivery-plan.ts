import { carrierRules } from './carrier-rules.js';
import { bothOf, datedOf, daysOf, type Dated } from './dated-days.js';
import type { Destination } from './destination.js';
import { orderTransit } from './order-transit.js';
import { readPlan, type PlainPlan } from './plain-plan.js';
import type { Result } from './problem.js';
import { rareRules } from './rare-rules.js';

/** How a merchant ships, read from a document: gives what reckons the promises of its products. */
export interface DeliveryPlan extends PlainPlan {
  /** Where orders go for shoppers of whom nothing else is known. */
  readonly destination?: Destination;
  /** When a parcel arrives that is dispatched within these days, with all these in it: as late as the slowest of them. */
  arriveFor(
    ship: Dated,
    items: readonly { readonly product: string; readonly variant?: string | undefined }[],
    destination?: Destination,
  ): Dated | undefined;
}

/**
 * Reads the delivery data of a document of version 1, as JSON has it: `delivery`, and what products and variants tell beside their
 * records. The rest of the document is for `parseDocument`.
 */
export function deliveryPlan(value: unknown): Result<DeliveryPlan> {
  const { plan, problems } = readPlan(value, rareRules, carrierRules);
  if (!plan) {
    const problem = problems.find(({ path }) => !path.startsWith('products')) ?? {
      code: 'bad-document',
      path: 'delivery',
      value: undefined,
      expected: 'object',
    };
    return { ok: false, problem };
  }
  const { destination } = plan.termsOf('').shop;
  const whole: DeliveryPlan = {
    ...plan,
    ...(typeof destination === 'object' && { destination }),
    arriveFor(ship, wanted, to) {
      const days = daysOf(ship.window, ship.confidence);
      const all = wanted.map(({ product, variant }) =>
        orderTransit(plan.termsOf(product, variant), to)?.arrivalBy(days),
      );
      const sound = all.filter((it) => it !== undefined);
      return all.length && sound.length === all.length ? datedOf(sound.reduce(bothOf)) : undefined;
    },
  };
  return { ok: true, value: Object.freeze(whole), problems };
}
