import { decide } from '../availability/decide.js';
import { decideProduct } from '../availability/decide-product.js';
import type { Offer } from '../availability/offer.js';
import { UNKNOWN_RECORD } from '../availability/record.js';
import { findOffers, type FoundOffer, type OfferName } from '../platforms/schema-org/find-offers.js';
import { own } from '../platforms/schema-org/graph.js';
import { stateOf } from '../platforms/schema-org/offer.js';
import { scriptJson } from '../platforms/schema-org/script-json.js';
import { schemaOrgAvailability } from '../platforms/schema-org/to-schema-org.js';
import { ADDED, MARK, originalText, setText, type Edit } from '../sources/original-text.js';
import type { Scope } from '../store/scope.js';
import { shared } from '../store/shared-store.js';
import { AddedDescription, SCRIPTS } from './added-description.js';
import { readSettings } from './settings.js';
import { soonAfter } from './soon-after.js';

/** A theme that writes its own text again each time has its way. */
const MOST_WRITES = 50;

/**
 * Keeps the page's own JSON-LD in step with what its shoppers are told: state, date and lead time of offers that can be told
 * apart, in place. What is in stock or unknown stands as the page has written it. Never a second description of a product.
 *
 * @param signal gives the page its own text back
 * @param add whether a page that describes no product gets a description of its own one
 */
export function keepInStep(
  signal: AbortSignal,
  add = readSettings(null).get('structuredData') === 'add',
): void {
  const { store, scopes } = shared();
  const writes = new WeakMap<Element, number>();
  let followed: Scope | undefined;
  let reference = '';
  let unfollow = (): void => undefined;

  const look = (): void => {
    if (signal.aborted) return;
    follow();
    const scripts = [...document.querySelectorAll(SCRIPTS)];
    const texts = scripts.map(originalText);
    const edits = scripts.map((): Edit[] => []);
    for (const found of findOffers(texts)) {
      const offer = offerOf(found);
      const text = texts[found.script] ?? '';
      if (offer) edits[found.script]?.push(...editsOf(found, text, offer));
    }
    scripts.forEach((script, index) => {
      const count = writes.get(script) ?? 0;
      if (count >= MOST_WRITES) return;
      const before = script.textContent;
      setText(script, texts[index] ?? '', edits[index] ?? []);
      if (script.textContent !== before) writes.set(script, count + 1);
    });
    const { main } = scopes;
    added?.show(main && !isRefused(main.product, main.variant) && isTold(main.offer) ? main : undefined);
  };
  const soon = soonAfter(look);
  const added = add ? new AddedDescription() : undefined;

  /** The page's product is followed for its changes; what else the store knows is looked up with it. */
  const follow = (): void => {
    const main = scopes.main;
    if (main === followed && (main?.reference ?? '') === reference) return;
    unfollow();
    unfollow = () => undefined;
    followed = main;
    reference = main?.reference ?? '';
    if (!main) return;
    const unsubscribe = main.subscribe(soon);
    const follower = { reference, refresh: soon };
    if (reference) store.follow(follower);
    unfollow = () => {
      unsubscribe();
      store.unfollow(follower, follower.reference);
    };
  };

  const watcher = { look: soon };
  scopes.watch(watcher, null);
  const observer = new MutationObserver((records) => {
    if (records.some(touchesScript)) soon();
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    unfollow();
    scopes.unwatch(watcher, null);
    added?.show(undefined);
    for (const script of document.querySelectorAll(`[${MARK}]:not([${MARK}=${ADDED}])`)) {
      setText(script, originalText(script), []);
    }
  });
  look();
}

function touchesScript({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  const around = target instanceof Element ? target : target.parentElement;
  if (around?.matches(SCRIPTS)) return true;
  return [...addedNodes, ...removedNodes].some(
    (it) => it instanceof Element && (it.matches(SCRIPTS) || it.querySelector(SCRIPTS) !== null),
  );
}

/** What one piece of what an offer is about is offered for; nothing where it is for the page to say. */
function offerOf({ names, urls }: FoundOffer): Offer | undefined {
  const { store, scopes } = shared();
  if (store.disabled) return undefined;
  const main = scopes.main?.reference;
  const here: readonly OfferName[] = main && urls.some(isThisPage) ? [{ reference: main }] : [];
  for (const { reference, variant } of [...names, ...here]) {
    const known = store.lookup(reference, variant === undefined ? {} : { id: variant });
    const { product, record, policy } = known;
    if (!product && !record) continue;
    // A variant that nobody knows is not its product.
    if (variant !== undefined && product?.variants.length && !known.variant) return undefined;
    if (isRefused(product, known.variant)) return undefined;
    const now = store.clock.now();
    const reckonOf = (id?: string): ReturnType<NonNullable<typeof store.reckonFor>> =>
      product && store.reckonFor?.(product.id, id);
    const offer =
      product && !record
        ? decideProduct(product, 1, now, reckonOf)
        : decide(record ?? UNKNOWN_RECORD, policy, 1, now, reckonOf(known.variant));
    store.wakeAt(offer.changesAt);
    return isTold(offer) ? offer : undefined;
  }
  return undefined;
}

/** Whether an offer is for us to tell. The page's own structured data is where a hint comes from. */
function isTold({ state, reason }: Offer): boolean {
  return state !== 'in-stock' && state !== 'unknown' && reason !== 'hint-only';
}

/** The theme's own button is off for what is chosen: its shop would not take the order. */
function isRefused(product: Scope['product'], variant: string | undefined): boolean {
  const { main } = shared().scopes;
  return (
    main?.settings.blocked === true &&
    product !== undefined &&
    main.product === product &&
    (variant === undefined || main.variant === variant)
  );
}

function isThisPage(url: string): boolean {
  try {
    const { pathname, search } = new URL(url, document.baseURI);
    return pathname === location.pathname && !/[?&]variant=/.test(search);
  } catch {
    return false;
  }
}

/** What has to change in an offer's text. A value that says the same in other words stays. */
function editsOf({ node, place, placeOf }: FoundOffer, text: string, offer: Offer): readonly Edit[] {
  const { availability, ...times } = schemaOrgAvailability(offer);
  const same = stateOf(own(node, 'availability')) === stateOf(availability);
  const wanted = Object.entries({ ...(!same && { availability }), ...times });
  const added: string[] = [];
  const edits = wanted.flatMap(([key, value]): readonly Edit[] => {
    const at = placeOf(key);
    const words = scriptJson(value);
    if (at) return [{ start: at.start, old: text.slice(at.start, at.end), text: words }];
    added.push(`"${key}":${words}`);
    return [];
  });
  if (!added.length) return edits;
  const rest = Object.keys(node).length ? ',' : '';
  return [...edits, { start: place.start + 1, old: '', text: added.join() + rest }];
}
