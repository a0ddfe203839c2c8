import { parseDateWindow } from '../../availability/date-window.js';
import type { Expectation } from '../../availability/expectation.js';
import type { AvailabilityRecord } from '../../availability/record.js';
import type { State } from '../../availability/state.js';
import { wholeOf } from '../json-data.js';
import { isNode, isType, listOf, own, textOf, type Graph, type Node } from './graph.js';

/**
 * schema.org's ItemAvailability, read as what a shopper can do; of several for one state the first is what we write. `InStoreOnly` and `Reserved` are not listed: they are not sold here,
 * but "sold out" would be said wrongly of them. Values not listed say nothing that we could use.
 */
const AVAILABILITY: Readonly<Record<string, State>> = {
  InStock: 'in-stock',
  OnlineOnly: 'in-stock',
  LimitedAvailability: 'in-stock',
  BackOrder: 'backorder',
  MadeToOrder: 'backorder',
  PreOrder: 'preorder',
  PreSale: 'preorder',
  OutOfStock: 'sold-out',
  SoldOut: 'sold-out',
  Discontinued: 'sold-out',
};

/** The bare name of an availability value: of `https://schema.org/BackOrder`, `http:`, `schema:`, a bare word, or `{"@id": …}`. */
export function availabilityName(value: unknown): string | undefined {
  const [first, ...more] = listOf(value);
  const name = isNode(first) ? own(first, '@id') : first;
  return typeof name === 'string' && !more.length
    ? /(?:^|schema\.org\/|[#:])(\w+)\/?$/.exec(name.trim())?.[1]
    : undefined;
}

/** The state that an availability value names. */
export function stateOf(value: unknown): State | undefined {
  const name = availabilityName(value);
  return name !== undefined && Object.hasOwn(AVAILABILITY, name) ? AVAILABILITY[name] : undefined;
}

/**
 * The availability value for a state. What is announced and cannot be ordered yet is out of stock there: `PreOrder` would say
 * that it can.
 */
export function nameOfState(state: State): string | undefined {
  const told = state === 'coming-soon' ? 'sold-out' : state;
  return Object.keys(AVAILABILITY).find((name) => AVAILABILITY[name] === told);
}

/** A product's single offers. An AggregateOffer says nothing of any one of them, but may hold them. */
export function offersOf({ of }: Graph, product: Node): readonly Node[] {
  const single = (offer: Node): boolean => !isType(offer, 'AggregateOffer');
  return of(product, 'offers')
    .flatMap((offer) => (single(offer) ? offer : of(offer, 'offers')))
    .filter(single);
}

/** The state that all offers agree on: several that disagree say nothing of their product. */
export function commonState(offers: readonly Node[]): State | undefined {
  const states = new Set(offers.map(stateOfOffer));
  return states.size === 1 ? [...states][0] : undefined;
}

/** An offer that is in stock by its word and has nothing by its `inventoryLevel` says nothing. */
function stateOfOffer(offer: Node): State | undefined {
  const state = stateOf(own(offer, 'availability'));
  const [level] = listOf(own(offer, 'inventoryLevel'));
  const left = wholeOf(isNode(level) ? own(level, 'value') : level);
  return state === 'in-stock' && left !== undefined && left <= 0 ? undefined : state;
}

/** When an offer starts, as it stands there. `availabilityEnds` is the end of the offer and no date of the goods. */
export function startOf(offers: readonly Node[]): string | undefined {
  return offers.map((offer) => textOf(offer, 'availabilityStarts')).find((it) => it !== undefined);
}

/** A record of structured data; its date is a release for pre-orders and a restock otherwise. */
export function recordOf(status: State, starts: string | undefined): AvailabilityRecord {
  const window = starts === undefined ? undefined : parseDateWindow(starts);
  const date: Expectation | undefined =
    window && Object.freeze({ window, basis: 'ship', confidence: 'estimated' });
  return Object.freeze({
    status,
    ...(date && (status === 'preorder' ? { release: date } : { restock: date })),
  });
}
