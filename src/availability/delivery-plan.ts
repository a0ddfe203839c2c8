import { bothOf, datedOf, daysOf, type Dated } from './dated-days.js';
import type { Delivery, ItemDelivery } from './delivery.js';
import type { Asked, DeliveryTerms } from './delivery-terms.js';
import type { Destination } from './destination.js';
import { orderClock } from './order-moment.js';
import { arrivalBy, orderTransit } from './order-transit.js';
import { delivery } from './parse-delivery.js';
import { readItemDelivery } from './parse-item-delivery.js';
import type { Problem, Result } from './problem.js';
import type { PromiseFound } from './promise.js';
import { each, fieldsOf, identifier, known, list, wholeFrom, type ReadField } from './read.js';
import type { Reckon } from './reckon.js';
import { reckonPromise } from './reckon-promise.js';

/** How a merchant ships, read from a document: gives what reckons the promises of its products. */
export interface DeliveryPlan {
  /** Where orders go for shoppers of whom nothing else is known. */
  readonly destination?: Destination;
  /**
   * What reckons the promise of a product, or of one of its variants. Asked twice for the same it gives the same function, which
   * gives the same promise again as long as it holds. A product of which the document does not tell is reckoned by the rest of it.
   */
  reckonFor(product: string, variant?: string, destination?: Destination): Reckon;
  /** When a parcel arrives that is dispatched within these days, with all these in it: as late as the slowest of them. */
  arriveFor(
    ship: Dated,
    items: readonly { readonly product: string; readonly variant?: string | undefined }[],
    destination?: Destination,
  ): Dated | undefined;
  /** What `explainPromise` needs. */
  termsOf(product: string, variant?: string): DeliveryTerms;
}

/** Kept functions; beyond it all are forgotten. A shopper who tries many postcodes shall not fill the memory. */
const MOST_KEPT = 4000;

/**
 * Reads the delivery data of a document of version 1, as JSON has it: `delivery`, and what products and variants tell beside their
 * records. The rest of the document is for `parseDocument`.
 */
export function deliveryPlan(value: unknown): Result<DeliveryPlan> {
  const problems: Problem[] = [];
  const get = fieldsOf(value, '', problems);
  const shop = get?.('delivery', delivery);
  if (!get || !shop) {
    const problem = problems[0] ?? {
      code: 'bad-document',
      path: 'delivery',
      value: undefined,
      expected: 'object',
    };
    return { ok: false, problem };
  }
  const items = new Map<string, Item>();
  const entries = get('products', list) ?? [];
  for (const [id, item] of each(entries, 'products', problems, readItem)) items.set(id, item);
  return { ok: true, value: planOf(shop, items), problems };
}

/** What a product tells, and its variants by id. */
interface Item {
  readonly own: ItemDelivery;
  readonly variants: ReadonlyMap<string, Variant>;
}

interface Variant {
  readonly own: ItemDelivery;
  /** Pieces that wait, as far as the document tells. */
  readonly waiting: number;
}

const NOTHING: ItemDelivery = known({});

function readItem(get: ReadField): readonly [string, Item] | undefined {
  const id = get('id', identifier);
  if (id === undefined) return undefined;
  const variants = get('variants', (value, path, problems) =>
    each(
      list(value, path, problems) ?? [],
      path,
      problems,
      (read): readonly [string, Variant] | undefined => {
        const variant = read('id', identifier);
        if (variant === undefined) return undefined;
        const own = readItemDelivery(read) ?? NOTHING;
        return [variant, { own, waiting: waitingOf(own, read('onHand', wholeFrom(-1_000_000_000))) }];
      },
    ),
  );
  return [id, { own: readItemDelivery(get) ?? NOTHING, variants: new Map(variants) }];
}

function waitingOf({ backordered }: ItemDelivery, onHand = 0): number {
  return typeof backordered === 'number' ? backordered : Math.max(0, -onHand);
}

function planOf(shop: Delivery, items: ReadonlyMap<string, Item>): DeliveryPlan {
  const { workingDays, cutoffTime, destination } = shop;
  const sound = workingDays !== 'bad' && cutoffTime !== 'bad';
  const clock = sound ? orderClock(workingDays, cutoffTime) : (): undefined => undefined;
  const termsOf = (product: string, variant?: string): DeliveryTerms => ({
    shop,
    clock,
    ...itemOf(items.get(product), variant),
  });
  const kept = new Map<string, Reckon>();
  const plan: DeliveryPlan = {
    ...(typeof destination === 'object' && { destination }),
    termsOf,
    arriveFor(ship, wanted, to) {
      const days = daysOf(ship.window, ship.confidence);
      const all = wanted.map(({ product, variant }) =>
        arrivalBy(orderTransit(termsOf(product, variant), to), days),
      );
      const sound = all.filter((it) => it !== undefined);
      return all.length && sound.length === all.length ? datedOf(sound.reduce(bothOf)) : undefined;
    },
    reckonFor(product, variant, to) {
      const key = JSON.stringify([product, variant, to?.addressCountry, to?.addressRegion, to?.postalCode]);
      const known = kept.get(key);
      if (known) return known;
      if (kept.size >= MOST_KEPT) kept.clear();
      const reckon = remembering(termsOf(product, variant), to);
      kept.set(key, reckon);
      return reckon;
    },
  };
  return Object.freeze(plan);
}

/** The terms of one item: a variant's own, else its product's. */
function itemOf(
  product: Item | undefined,
  id: string | undefined,
): Pick<DeliveryTerms, 'item' | 'othersWaiting'> {
  const { own = NOTHING, variants = new Map<string, Variant>() } = product ?? {};
  const variant = id === undefined ? undefined : variants.get(id);
  if (!variant) return { item: own, othersWaiting: 0 };
  const item = { ...own, ...variant.own };
  if (variant.own.shipments || !own.shipments) {
    // Pieces of the product that wait need not be of this variant.
    return {
      item: known({ ...item, backordered: variant.own.backordered }),
      othersWaiting: 0,
    };
  }
  // The product's shipments serve all its variants. Its own number of those who wait has them all.
  if (own.backordered !== undefined) {
    return { item: known({ ...item, backordered: own.backordered }), othersWaiting: 0 };
  }
  let othersWaiting = 0;
  for (const [other, it] of variants) if (other !== id && !it.own.shipments) othersWaiting += it.waiting;
  return { item, othersWaiting };
}

/** Keeps the last promise while it holds: a page that decides again finds nothing new to make. */
function remembering(terms: DeliveryTerms, destination: Destination | undefined): Reckon {
  let last: (Asked & { readonly found: PromiseFound }) | undefined;
  return (record, policy, sold, now, pieces) => {
    if (
      last?.record === record &&
      last.policy === policy &&
      last.sold === sold &&
      last.pieces === pieces &&
      now >= last.now &&
      now < (last.found.changesAt ?? Infinity)
    ) {
      return last.found;
    }
    const asked: Asked = { record, policy, sold, now, pieces, destination };
    last = { ...asked, found: reckonPromise(terms, asked) };
    return last.found;
  };
}
