import { deliveryPlan } from '../../availability/delivery-plan.js';
import { parseDocument } from '../../availability/document.js';
import { explainProblem } from '../../availability/explain-problem.js';
import type { Problem as ReadProblem } from '../../availability/problem.js';
import { Problem } from '../problem.js';

/** What is wrong with something that was told. Never repeats it. */
export interface Fault {
  readonly code: string;
  /** Path in the body, such as `variants[0].restock`. */
  readonly field: string;
  readonly detail: string;
}

/** `T` without the nulls: in a body they are the same as not told. */
export type Told<T> = T extends readonly (infer E)[]
  ? Told<E>[]
  : T extends object
    ? { [K in keyof T]: Told<Exclude<T[K], null>> }
    : T;

/** Leaves out fields that are null or undefined, at every depth but for `limit`, where null says something of its own. */
export function withoutNulls<T>(value: T, kept: readonly string[] = ['limit']): Told<T> {
  if (Array.isArray(value)) return value.map((it: unknown) => withoutNulls(it, kept)) as Told<T>;
  if (typeof value !== 'object' || value === null) return value as Told<T>;
  const fields = Object.entries(value).filter(
    ([name, it]) => it !== undefined && (it !== null || kept.includes(name)),
  );
  return Object.fromEntries(fields.map(([name, it]) => [name, withoutNulls(it as unknown, kept)])) as Told<T>;
}

/** What the widgets could not read of a product, by the parser that they use. */
export function faultsOfProduct(id: string, told: object): readonly Fault[] {
  return faultsOf({ delivery: {}, products: [{ ...told, id }] }, 'products[0].');
}

/** What they could not read of what is told for the whole shop. */
export function faultsOfShop(told: object): readonly Fault[] {
  return faultsOf({ ...told, products: [] }, '');
}

/** @throws Problem 400 for the first of them */
export function refuseFaults([fault]: readonly Fault[]): void {
  if (fault) throw new Problem(400, fault.code, fault.detail, { field: fault.field });
}

function faultsOf(document: object, prefix: string): readonly Fault[] {
  const whole = { ...document, version: 1 };
  const read = parseDocument(whole);
  const found: ReadProblem[] = read.ok ? [...read.problems] : [read.problem];
  if ('delivery' in document) {
    const plan = deliveryPlan(whole);
    found.push(...(plan.ok ? plan.problems : [plan.problem]));
  }
  return found.map((problem) => ({
    code: problem.code,
    field: told(whole, problem.path).replace(prefix, ''),
    detail: `As in the availability document: ${sentence(problem)}.`,
  }));
}

/** The part of a path that was told: a date may stand by itself, where the parser reads the field of an object. */
function told(document: unknown, path: string): string {
  let at = document;
  let found = '';
  for (const [step, name = ''] of path.matchAll(/\.?([^.[\]]+)|\[(\d+)\]/g)) {
    if (typeof at !== 'object' || at === null) break;
    at = (at as Record<string, unknown>)[name || step.slice(1, -1)];
    found += step;
  }
  return found;
}

/** What was expected, without what came. */
function sentence(problem: ReadProblem): string {
  return explainProblem({ ...problem, value: undefined }).replace(/, got undefined$/, '');
}
