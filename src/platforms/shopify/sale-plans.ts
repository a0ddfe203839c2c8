import { known } from '../../availability/read.js';
import { at, entriesOf, idOf, truthOf } from '../json-data.js';
import type { SalePlan } from '../reading.js';
import { shortId } from './global-id.js';
import { MOST_PLANS, plansIn, preorderPlansOf, type PreorderPlans, type ToldPlan } from './selling-plans.js';

/** Names by which apps and merchants call what they sell ahead, where no category is told. */
const PREORDER =
  /pre[\s_-]?order|vorbestell|pr[eé][\s_-]?commande|preventa|preordine|pr[eé][\s_-]?venda|предзаказ|طلب مسبق|予約|预[售购]|預[售購]/iu;
const BACKORDER = /back[\s_-]?order|nachbestell|lieferrückstand/iu;
const TRIAL = /\btry\b|tbyb/iu;

const LONGEST = 200;

interface Allowed {
  readonly id: string;
  readonly kind: 'preorder' | 'backorder' | undefined;
  readonly trial: boolean;
}

/**
 * The plans under which each variant of one product is sold ahead of its stock: those that the merchant names, those of the
 * category, and those that bear the name of it, in the shop's own order. A plan with recurring deliveries is a subscription, and
 * is never among them; nor is a trial. Where a variant is sold under a plan only and there is but one, it is that one.
 */
export function salePlansOf(
  product: unknown,
  named: PreorderPlans | undefined,
): (variant: unknown) => SalePlan | undefined {
  const told = plansIn(product);
  const namedOf = preorderPlansOf(product, named);
  return (variant) => {
    const list = at(variant, 'selling_plan_allocations') ?? at(variant, 'sellingPlanAllocations');
    const allocations = entriesOf(list).slice(0, MOST_PLANS);
    const required =
      truthOf(at(variant, 'requires_selling_plan') ?? at(product, 'requiresSellingPlan')) === true;
    if (!allocations.length && !required) return undefined;
    const chosen = namedOf(variant)?.id;
    const all = allocations.map((it) => allowed(it, told, chosen));
    const open = all.filter((it): it is Allowed => typeof it === 'object');
    const [only] = open;
    const idOfKind = (kind: Allowed['kind']): string | undefined => {
      const first =
        open.find((it) => it.id === chosen && it.kind === kind) ?? open.find((it) => it.kind === kind);
      return first?.id;
    };
    let [preorder, backorder] = [idOfKind('preorder'), idOfKind('backorder')];
    const sure = (preorder ?? backorder) !== undefined || !all.includes('unknown');
    if (required && sure) {
      const single = open.length === 1 && only && !only.trial ? only.id : undefined;
      // The shop takes no order without one, whatever it is called.
      [preorder, backorder] = [preorder ?? backorder ?? single, backorder ?? preorder ?? single];
    }
    return Object.freeze({ ids: known({ preorder, backorder }), required, sure });
  };
}

/** What one allocation is for: `unknown` where the data only give its id, nothing where it is a subscription. */
function allowed(
  allocation: unknown,
  told: ReadonlyMap<string, ToldPlan>,
  chosen: string | undefined,
): Allowed | 'unknown' | undefined {
  const own = at(allocation, 'sellingPlan');
  const id = shortId(at(allocation, 'selling_plan_id') ?? at(own, 'id'));
  // Anything else would have the shop refuse the whole order.
  if (id === undefined || !/^\d{1,20}$/.test(id)) return undefined;
  const plan = told.get(id);
  if (plan?.recurring || truthOf(at(own, 'recurringDeliveries')) === true) return undefined;
  const recurring = plan || truthOf(at(own, 'recurringDeliveries')) === false;
  if (!recurring && id !== chosen) return 'unknown';
  const names = [at(own, 'name'), ...(plan ? [...plan.names, ...plan.group, ...plan.app] : [])].map((it) =>
    (idOf(it) ?? '').slice(0, LONGEST),
  );
  const category = at(own, 'category') ?? plan?.category;
  const is = (words: RegExp): boolean => names.some((it) => words.test(it));
  const ahead = id === chosen || category === 'PRE_ORDER' || is(PREORDER);
  const late = is(BACKORDER) && !is(PREORDER);
  if (category === 'SUBSCRIPTION') return undefined;
  const trial = category === 'TRY_BEFORE_YOU_BUY' || (!ahead && is(TRIAL));
  return { id, kind: trial ? undefined : late ? 'backorder' : ahead ? 'preorder' : undefined, trial };
}
