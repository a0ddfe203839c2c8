import {
  computed,
  getCurrentInstance,
  hasInjectionContext,
  inject,
  onActivated,
  onDeactivated,
  onMounted,
  onScopeDispose,
  shallowRef,
  ssrContextKey,
  toRaw,
  toValue,
  watch,
  type ComputedRef,
  type MaybeRefOrGetter,
} from 'vue';
import { OfferSource, type OfferWish } from '../headless/offer-source.js';
import type { ToldOffer } from '../headless/told-offer.js';

/** What else an offer depends on. Each part may be a ref or a getter. */
export type OfferOptions = {
  readonly [Part in Exclude<keyof OfferWish, 'product' | 'variant'>]?: MaybeRefOrGetter<OfferWish[Part]>;
};

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
  const source = computed(
    () =>
      new OfferSource({
        product: toValue(product),
        variant: toValue(variant),
        quantity: toValue(options.quantity),
        record: toValue(options.record),
        policy: toValue(options.policy),
        language: toValue(options.language),
        // What was served is known by its identity, which a proxy does not have.
        served: toRaw(toValue(options.served)),
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
