// Delivery plans for tests: a shop in Berlin that works from Monday to Friday, takes orders until 14:00 and has two days to pack.
import { deliveryPlan, type DeliveryPlan } from '../../src/availability/delivery-plan.js';
import type { Destination } from '../../src/availability/destination.js';
import { decide } from '../../src/availability/decide.js';
import { parseDocument } from '../../src/availability/document.js';
import { explainPromise, type ExplainedPromise } from '../../src/availability/explain-promise.js';
import type { Offer, ShipPart, ShipPromise } from '../../src/availability/offer.js';
import { parsePolicy } from '../../src/availability/parse-policy.js';
import { parseRecord } from '../../src/availability/parse-record.js';
import type { Problem } from '../../src/availability/problem.js';
import type { PromiseFound } from '../../src/availability/promise.js';

export const BERLIN = {
  timeZone: 'Europe/Berlin',
  cutoffTime: '14:00',
  handlingTime: { min: 1, max: 2 },
};

/** Monday 23 November 2026, 10:00 in Berlin. */
export const MONDAY = Date.parse('2026-11-23T09:00:00Z');

/** A plan of one product, `p`, out of a document. */
export function planOf(
  delivery: unknown,
  product: object = {},
): { plan: DeliveryPlan; problems: readonly Problem[] } {
  const found = deliveryPlan({ version: 1, delivery, products: [{ id: 'p', ...product }] });
  if (!found.ok) throw new Error(`no plan: ${JSON.stringify(found.problem)}`);
  return { plan: found.value, problems: found.problems };
}

export interface Question {
  readonly delivery?: unknown;
  readonly product?: object;
  readonly policy?: object;
  readonly sold?: 'in-stock' | 'backorder' | 'preorder';
  readonly now?: number;
  readonly pieces?: number;
  readonly to?: Destination;
}

/** The promise for pieces of a product that says all of itself in one object, as in a document; with its steps. */
export function explained({
  product = {},
  policy = {},
  delivery = BERLIN,
  ...more
}: Question): ExplainedPromise {
  const { plan } = planOf(delivery, product);
  return explainPromise(plan, 'p', undefined, {
    record: parseRecord(product).record,
    policy: parsePolicy(policy).policy,
    sold: more.sold ?? 'backorder',
    now: more.now ?? MONDAY,
    pieces: more.pieces ?? 1,
    destination: more.to,
  });
}

export function reckoned(question: Question): PromiseFound {
  return explained(question).found;
}

/** Days in short: `2026-12-01/2026-12-05 day confirmed`. */
export function inShort(days: Partial<Pick<ShipPromise, 'window' | 'confidence'>> | undefined): string {
  if (!days?.window) return 'none';
  const { start, end, precision } = days.window;
  return `${start}${end === start ? '' : `/${end}`} ${precision} ${days.confidence}`;
}

export function partsInShort(parts: readonly ShipPart[] | undefined): readonly string[] {
  return (parts ?? []).map((it) => `${it.quantity}: ${inShort(it)}`);
}

/** The promise in short, or why there is none. */
export function promised(question: Question): string {
  const { promise, withheld } = reckoned(question);
  return promise ? `${promise.basis} ${inShort(promise)}` : (withheld ?? 'nothing');
}

/** What a whole document offers of its first product, with its own plan. */
export function offered(document: object, wanted: number, now = MONDAY, to?: Destination): Offer {
  const [parsed, plan] = [parseDocument(document), deliveryPlan(document)];
  if (!parsed.ok || !plan.ok) throw new Error('no document');
  const [product] = parsed.value.products;
  if (!product) throw new Error('no product');
  const { id, record, policy } = product;
  return decide(record, policy, wanted, now, plan.value.reckonFor(id, undefined, to));
}
