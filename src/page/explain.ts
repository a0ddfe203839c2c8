import type { Offer } from '../availability/offer.js';
import { piecesOf } from '../availability/pieces-of.js';
import { report } from '../report.js';
import { explainScope, type ScopeExplanation } from '../store/explain-scope.js';
import { Scope } from '../store/scope.js';
import { shared } from '../store/shared-store.js';
import { ExplainPanel } from './explain-panel.js';
import { soonAfter } from './soon-after.js';

const PLACES =
  'product-availability,preorder-button,backorder-badge,eta-notice,notify-me-form,form,[data-backorder-place]';

/** What may have changed an offer. */
const CHANGES = ['backorder-state-change', 'backorder-receipt', 'change', 'input', 'click', 'focusin'];

/** Why each product of the page shows what it shows, in the order of the page. Places that show the same product alike count once. */
export function explainPage(): readonly ScopeExplanation[] {
  const { scopes, store } = shared();
  const found = new Map<string, ScopeExplanation>();
  const seen = new Set<Scope>();
  for (const place of document.querySelectorAll(PLACES)) {
    const scope = ownScope(place) ?? scopes.find(place);
    if (!scope || seen.has(scope)) continue;
    seen.add(scope);
    const it = explainScope(scope);
    const key = JSON.stringify([it.product ?? it.reference, it.variant, it.offer]);
    if (!found.has(key)) found.set(key, it);
  }
  return [...found.values()];

  /** A tag that says itself what it is about has a scope that nobody else knows; one like it decides the same. */
  function ownScope(place: Element): Scope | undefined {
    const product = place.localName === 'product-availability' ? null : place.getAttribute('product');
    if (!product || !place.localName.includes('-')) return undefined;
    const variant = place.getAttribute('variant');
    const scope = new Scope(store);
    scope.set({
      product,
      selection: variant ? { id: variant, sku: variant } : undefined,
      quantity: piecesOf(place.getAttribute('quantity')),
    });
    return scope;
  }
}

/** Why an offer of this page is what it is. `undefined` for one that is no longer shown. */
export function explain(offer: Offer): ScopeExplanation | undefined {
  const all = explainPage();
  const text = JSON.stringify(offer);
  return all.find((it) => it.offer === offer) ?? all.find((it) => JSON.stringify(it.offer) === text);
}

/**
 * Shows it to a developer, in a panel over the page, for as long as the script is at work, and warns in the console of what can be
 * ordered without a date.
 */
export function showExplanations(signal: AbortSignal): void {
  const panel = new ExplainPanel();
  const draw = soonAfter(() => {
    if (signal.aborted) return;
    const all = explainPage();
    panel.show(all);
    const references = all.map(({ reference }) => reference).filter(Boolean);
    import('./warn-wording.js').then(
      (it) => it.warnWording(shared().store, references, report),
      () => undefined,
    );
  });
  for (const type of CHANGES) document.addEventListener(type, draw, { capture: true, signal });
  signal.addEventListener('abort', () => panel.remove());
  draw();
}
