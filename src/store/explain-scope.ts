import type { Asked } from '../availability/delivery-terms.js';
import { explainPromise } from '../availability/explain-promise.js';
import { explainDecision, type Explanation, type Told } from '../availability/explain-decision.js';
import type { SourcedRecord } from '../availability/merge-records.js';
import type { Offer } from '../availability/offer.js';
import { NO_POLICY } from '../availability/policy.js';
import { known } from '../availability/read.js';
import { destination } from './order-destination.js';
import { planFor } from './plan-delivery.js';
import { PageRecords } from './page-records.js';
import type { Scope } from './scope.js';

/** Why one place of a page shows what it shows. */
export interface ScopeExplanation {
  /** By what the place names its product. */
  readonly reference: string;
  readonly product: string | undefined;
  readonly variant: string | undefined;
  /** What is shown. */
  readonly offer: Offer;
  /** How it came to that; while no variant is chosen, one for each variant. */
  readonly explanations: readonly (Explanation & { readonly variant?: string })[];
  /** What a developer has to know besides. */
  readonly notes: readonly string[];
}

/** Explains the offer of a scope: the same rules over the same records, with all that was said on the way. */
export function explainScope(scope: Scope): ScopeExplanation {
  const { store, offer, reference, settings } = scope;
  const { selection = {}, quantity, record, policy, blocked } = settings;
  const now = store.clock.now();
  const { product, own, names, whole, policy: found } = store.find(reference, selection);
  const theme: readonly SourcedRecord[] = blocked
    ? [{ source: 'dom', record: known({ orderable: false }) }]
    : [];
  const notes = notesOn(scope, product !== undefined);
  const base = { reference, product: product?.id, variant: scope.variant, offer, notes };
  if (!record && whole && product) {
    const explanations = product.variants.map((it) => ({
      variant: it.id,
      ...reckoned(product.id, it.id, {
        told: [{ source: 'document', record: it.record }],
        policy: it.policy,
        wanted: quantity,
        now,
      }),
    }));
    return { ...base, explanations };
  }
  const told: readonly SourcedRecord[] = record
    ? [{ source: 'document', record }]
    : PageRecords.of(store).told(own, names);
  return {
    ...base,
    explanations: [
      reckoned(product?.id, scope.variant, {
        told: [...told, ...theme],
        policy: policy ?? (record ? NO_POLICY : found),
        wanted: quantity,
        now,
      }),
    ],
  };
}

/** The sum of a delivery plan is told with what it was asked in this decision. */
function reckoned(product: string | undefined, variant: string | undefined, told: Told): Explanation {
  const plan = product === undefined ? undefined : planFor(product);
  if (!plan || product === undefined) return explainDecision(told);
  let asked: Asked | undefined;
  const to = destination();
  const explanation = explainDecision({
    ...told,
    reckon: (record, policy, sold, now, pieces) => {
      asked = { record, policy, sold, now, pieces, destination: to };
      return plan.reckonFor(product, variant, to)(record, policy, sold, now, pieces);
    },
  });
  return asked ? { ...explanation, sum: explainPromise(plan, product, variant, asked).steps } : explanation;
}

function notesOn(scope: Scope, isKnown: boolean): readonly string[] {
  const { store, reference, settings } = scope;
  return [
    store.disabled && 'The document says disabled: true; everything is switched off.',
    settings.record && 'The record was set by hand on an element; the sources of the page are not asked.',
    !reference && !settings.record && 'Nothing here names a product.',
    reference && !isKnown && !settings.record && `No document of this page names "${reference}".`,
    settings.blocked && "The theme's own button is off: taken as the shop's refusal.",
  ].filter((it) => typeof it === 'string' && it !== '') as readonly string[];
}
