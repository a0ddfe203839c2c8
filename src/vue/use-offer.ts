import {
  computed,
  getCurrentInstance,
  hasInjectionContext,
  inject,
  onActivated,
  onDeactivated,
  onMounted,
  onScopeDispose,
  provide,
  shallowRef,
  ssrContextKey,
  toRaw,
  toValue,
  watch,
  type ComputedRef,
  type InjectionKey,
  type MaybeRefOrGetter,
} from 'vue';
import { holdEndpoint } from '../headless/hold-endpoint.js';
import { OfferSource, type OfferWish } from '../headless/offer-source.js';
import type { ToldOffer } from '../headless/told-offer.js';

/** What else an offer depends on. Each part may be a ref or a getter. */
export type OfferOptions = {
  readonly [Part in Exclude<keyof OfferWish, 'product' | 'variant'>]?: MaybeRefOrGetter<OfferWish[Part]>;
};

/** What an app says once, for all its offers. */
export interface OfferSettings extends Pick<OfferOptions, 'served' | 'language'> {
  /** Address of the availability document. One a page. */
  readonly endpoint?: string | undefined;
}

const SETTINGS: InjectionKey<OfferSettings> = Symbol('backorder-elements');
const NONE: OfferSettings = {};

/**
 * Says where the offers of all components inside come from; called in the setup of the outermost. Without it they come from wherever
 * the page's elements have theirs.
 */
export function provideOffers(settings: OfferSettings): void {
  provide(SETTINGS, settings);
  const { endpoint } = settings;
  if (!endpoint || isServer()) return;
  let letGo: (() => void) | undefined;
  onMounted(() => (letGo = holdEndpoint(endpoint)));
  onScopeDispose(() => letGo?.());
}

/**
 * What a shopper can do with a product now, with the words for it, for those who draw their own button in Vue 3: from the store that
 * the elements use, and always that of the present product, variant and quantity.
 *
 * A server says what `served` tells, asks nobody, and keeps nothing; the browser begins with the same. A component that is kept alive
 * out of the page follows nothing. It ends with the component, or with the effect scope.
 *
 * @param product id, handle or SKU; a ref, a getter or a plain value
 * @param variant id or SKU of the variant that is chosen
 * @param options quantity, `served` and the rest
 */
export function useOffer(
  product: MaybeRefOrGetter<OfferWish['product']>,
  variant?: MaybeRefOrGetter<OfferWish['variant']>,
  options: OfferOptions = {},
): ComputedRef<ToldOffer> {
  const settings = hasInjectionContext() ? inject(SETTINGS, NONE) : NONE;
  const source = computed(
    () =>
      new OfferSource({
        product: toValue(product),
        variant: toValue(variant),
        quantity: toValue(options.quantity),
        record: toValue(options.record),
        policy: toValue(options.policy),
        language: toValue(options.language ?? settings.language),
        // What was served is known by its identity, which a proxy does not have.
        served: toRaw(toValue(options.served ?? settings.served)),
      }),
  );
  if (isServer()) return computed(() => source.value.toldByServer());

  const instance = getCurrentInstance();
  // While a server's page is taken over it says the same as the server, whatever is known by then.
  const hydrating = shallowRef(!!instance?.vnode.el);
  const turn = shallowRef(0);
  let active = !instance;
  let stop: (() => void) | undefined;

  const end = (): void => {
    stop?.();
    stop = undefined;
  };
  const follow = (): void => {
    end();
    if (!active) return;
    stop = source.value.subscribe(() => (turn.value += 1));
    // What has come while nobody listened.
    turn.value += 1;
  };
  const activate = (): void => {
    if (active) return;
    active = true;
    hydrating.value = false;
    follow();
  };

  if (instance) {
    onMounted(activate);
    onActivated(activate);
    onDeactivated(() => {
      active = false;
      end();
    });
  } else follow();
  watch(source, follow);
  onScopeDispose(() => {
    active = false;
    end();
  });

  return computed(() => {
    // What has been told since is another reason to look.
    void turn.value;
    return hydrating.value ? source.value.toldByServer() : source.value.told();
  });
}

/** Also a server on which somebody has put a `document` is one. */
function isServer(): boolean {
  if (typeof document === 'undefined') return true;
  return hasInjectionContext() && inject(ssrContextKey, undefined) !== undefined;
}
