import { deliveryPlan, type DeliveryPlan } from '../availability/delivery-plan.js';
import { explainProblem } from '../availability/explain-problem.js';
import { at, isObject } from '../platforms/json-data.js';
import type { Part } from './document-parts.js';
import type { Note } from './finding.js';
import { ITEM_DELIVERY } from './lint-fields.js';
import { pointerOf, valueAt } from './pointer-of.js';

/** The merchant's calendar, and where in the document it could not be read. */
export interface ReadPlan {
  /** Missing where the document has none, or none that is one: then dates stand as they were told. */
  readonly plan?: DeliveryPlan;
  readonly broken: readonly string[];
}

/** Reads what a document tells of delivery, and notes what of it nobody can read. */
export function readPlan(json: unknown, note: Note): ReadPlan {
  if (!isObject(json) || at(json, 'delivery') === undefined) return { broken: [] };
  const result = deliveryPlan(json);
  const broken = (result.ok ? result.problems : [result.problem]).map((problem) => {
    const pointer = pointerOf(json, problem.path);
    note('bad-field', pointer, `${problem.path}: ${explainProblem(problem)}.`);
    return pointer;
  });
  return { ...(result.ok && { plan: result.value }), broken };
}

/** Notes what a product tells of its delivery in a document that tells nothing of the shop's. */
export function lintUnread(json: unknown, { pointer, name, product }: Part, note: Note): void {
  for (const field of Object.keys(ITEM_DELIVERY)) {
    const place = `${pointer}/${field}`;
    if (valueAt(json, place) === undefined) continue;
    note(
      'unread-field',
      place,
      `“${field}” of “${name}” is read only where the document has “delivery”.`,
      product.id,
    );
  }
}
