import { at, entriesOf, idOf, truthOf } from '../json-data.js';
import { shortId } from './global-id.js';

/**
 * Which of a shop's selling plans are pre-orders. The data of a product has no word for it, so the merchant names them: the app
 * that made them, their groups or the plans themselves, each by id or by name.
 */
export interface PreorderPlans {
  readonly apps?: readonly string[];
  readonly groups?: readonly string[];
  readonly plans?: readonly string[];
}

/** The plan under which a variant is sold as a pre-order. */
export interface PreorderPlan {
  readonly id: string;
  /** `true`: the variant is sold under a plan only. */
  readonly required: boolean;
}

/** What a product's groups of plans say of one plan. */
export interface ToldPlan {
  readonly names: readonly unknown[];
  readonly group: readonly unknown[];
  readonly app: readonly unknown[];
  readonly recurring: boolean;
  readonly category: unknown;
}

const MOST_GROUPS = 100;

/** More plans than a product can have. */
export const MOST_PLANS = 100;

/**
 * Finds the pre-order plan of each variant of one product, in the Ajax and Liquid JSON as in the Storefront API's. A plan with
 * recurring deliveries is a subscription and never a pre-order, whatever its name.
 *
 * @param product the product, or its selling plan groups alone
 */
export function preorderPlansOf(
  product: unknown,
  named: PreorderPlans | undefined,
): (variant: unknown) => PreorderPlan | undefined {
  const listed = (key: keyof PreorderPlans): readonly unknown[] => entriesOf(at(named, key));
  const [apps, groups, plans] = [listed('apps'), listed('groups'), listed('plans')];
  if (!apps.length && !groups.length && !plans.length) return () => undefined;
  const known = plansIn(product);
  const names = (list: readonly unknown[], told: readonly unknown[]): boolean =>
    told.some((name) => typeof name === 'string' && list.includes(name));
  const isPreorder = (id: string, group: unknown, allocated: unknown): boolean => {
    const plan = known.get(id);
    if (plan?.recurring || truthOf(at(allocated, 'recurringDeliveries')) === true) return false;
    return (
      names(plans, [id, at(allocated, 'name'), ...(plan?.names ?? [])]) ||
      names(groups, [idOf(group), ...(plan?.group ?? [])]) ||
      names(apps, plan?.app ?? [])
    );
  };
  return (variant) => {
    const required = truthOf(at(variant, 'requires_selling_plan') ?? at(product, 'requiresSellingPlan'));
    const list = at(variant, 'selling_plan_allocations') ?? at(variant, 'sellingPlanAllocations');
    for (const allocation of entriesOf(list).slice(0, MOST_PLANS)) {
      const plan = at(allocation, 'sellingPlan');
      const id = shortId(at(allocation, 'selling_plan_id') ?? at(plan, 'id'));
      if (id !== undefined && isPreorder(id, at(allocation, 'selling_plan_group_id'), plan)) {
        return Object.freeze({ id, required: required === true });
      }
    }
    return undefined;
  };
}

/** All plans that a product's groups name, by id. */
export function plansIn(product: unknown): ReadonlyMap<string, ToldPlan> {
  const told = at(product, 'selling_plan_groups') ?? at(product, 'sellingPlanGroups');
  const found = new Map<string, ToldPlan>();
  for (const group of entriesOf(Array.isArray(product) ? product : told).slice(0, MOST_GROUPS)) {
    const plans = at(group, 'selling_plans') ?? at(group, 'sellingPlans');
    for (const plan of entriesOf(plans).slice(0, MOST_PLANS)) {
      const id = shortId(at(plan, 'id'));
      if (id === undefined) continue;
      found.set(id, {
        names: [at(plan, 'name')],
        group: [shortId(at(group, 'id')), at(group, 'name')],
        app: [idOf(at(group, 'app_id')), at(group, 'appName')],
        recurring: truthOf(at(plan, 'recurring_deliveries') ?? at(plan, 'recurringDeliveries')) === true,
        category: at(plan, 'category') ?? at(group, 'category'),
      });
    }
  }
  return found;
}
