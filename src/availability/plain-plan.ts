import type { Delivery, ItemDelivery } from './delivery.js';
import type { Asked, CarrierRules, DeliveryTerms, KnownItem, RareRules } from './delivery-terms.js';
import type { Destination } from './destination.js';
import { orderClock } from './order-moment.js';
import { deliveryFor, timesFor } from './parse-delivery.js';
import type { Problem } from './problem.js';
import type { PromiseFound } from './promise.js';
import { each, fieldsOf, identifier, known, list, type Read, type ReadField } from './read.js';
import type { Reckon } from './reckon.js';
import { reckonPromise } from './reckon-promise.js';
import { fieldsIn, told, toldIn } from './told-fields.js';

/** Reckons the promises of the products of one document. */
export interface PlainPlan {
  /**
   * What reckons the promise of a product, or of one of its variants. Asked twice for the same it gives the same function, which
   * gives the same promise again as long as it holds. A product of which the document does not tell is reckoned by the rest of it.
   */
  reckonFor(product: string, variant?: string, destination?: Destination): Reckon;
  /** What `explainPromise` needs. */
  termsOf(product: string, variant?: string): DeliveryTerms;
}

/** What was read of a document. */
export interface PlanRead {
  /** Missing where it tells no calendar. */
  readonly plan: PlainPlan | undefined;
  /** The products that it names. */
  readonly products: Iterable<string>;
  readonly problems: readonly Problem[];
}

/** Kept functions; beyond it all are forgotten. A shopper who tries many postcodes shall not fill the memory. */
const MOST_KEPT = 4000;

/** Reads the delivery data of a document. Without the rare rules, or those of carriers, nothing that only those read. */
export function readPlan(value: unknown, rare?: RareRules, carrier?: CarrierRules): PlanRead {
  const problems: Problem[] = [];
  const get = fieldsOf(value, '', problems);
  const shop = get?.('delivery', deliveryFor(rare, carrier));
  const times = fieldsIn<ItemDelivery>(timesFor(rare));
  const readOwn = (read: ReadField): readonly [string, ItemDelivery] | undefined => {
    const id = read('id', identifier);
    if (id === undefined) return undefined;
    const own = told(read, 'delivery', times);
    return [
      id,
      known({
        // Of what is no object nobody knows what it was to say.
        ...(own === 'bad' ? { handlingTime: own, leadTime: own } : own),
        ...(rare && toldIn<ItemDelivery>(read, rare.fields)),
      }),
    ];
  };
  const items = new Map(
    get?.(
      'products',
      entries((read): readonly [string, KnownItem] | undefined => {
        const own = readOwn(read);
        return own && [own[0], { own: own[1], variants: new Map(read('variants', entries(readOwn))) }];
      }),
    ),
  );
  return { plan: shop && planOf(shop, items, rare, carrier), products: items.keys(), problems };
}

function entries<T>(read: (get: ReadField) => T | undefined): Read<readonly T[]> {
  return (value, path, problems) => each(list(value, path, problems) ?? [], path, problems, read);
}

const NOTHING: KnownItem = { own: known({}), variants: new Map() };

function planOf(
  shop: Delivery,
  items: ReadonlyMap<string, KnownItem>,
  rare: RareRules | undefined,
  carrier: CarrierRules | undefined,
): PlainPlan {
  const clock = orderClock(shop.workingDays as never, shop.cutoffTime as never);
  const kept = new Map<string, Reckon>();
  const termsOf = (product: string, variant = ''): DeliveryTerms => {
    const item = items.get(product) ?? NOTHING;
    return {
      shop,
      clock,
      rare,
      carrier,
      ...(rare
        ? rare.itemOf(item, variant)
        : { item: known({ ...item.own, ...item.variants.get(variant) }), othersWaiting: 0 }),
    };
  };
  return {
    termsOf,
    reckonFor(product, variant, destination) {
      const key = JSON.stringify([product, variant, destination]);
      let reckon = kept.get(key);
      if (!reckon) {
        if (kept.size >= MOST_KEPT) kept.clear();
        kept.set(key, (reckon = remembering(termsOf(product, variant), destination)));
      }
      return reckon;
    },
  };
}

/** Keeps the last promise while it holds: a page that decides again finds nothing new to make. */
function remembering(terms: DeliveryTerms, destination: Destination | undefined): Reckon {
  let last: Asked | undefined;
  let found: PromiseFound;
  return (record, policy, sold, now, pieces) => {
    if (
      last?.record !== record ||
      last.policy !== policy ||
      last.sold !== sold ||
      last.pieces !== pieces ||
      now < last.now ||
      now >= (found.changesAt ?? Infinity)
    ) {
      last = { record, policy, sold, now, pieces, destination };
      found = reckonPromise(terms, last);
    }
    return found;
  };
}
