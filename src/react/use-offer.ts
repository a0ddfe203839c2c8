'use client';
import {
  createContext,
  createElement,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
  type ReactElement,
  type ReactNode,
} from 'react';
import { holdEndpoint } from '../headless/hold-endpoint.js';
import { OfferSource, type OfferWish } from '../headless/offer-source.js';
import { takeServed, type Served } from '../headless/served-offers.js';
import type { ToldOffer } from '../headless/told-offer.js';

/** What an app says once, for all its offers. */
export interface OfferSettings {
  /** Address of the availability document. One a page. */
  readonly endpoint?: string | undefined;
  /** What the server has written the page from: the same object on the server and in the browser. */
  readonly served?: Served | undefined;
  /** Language of the words; that of the page unless told. */
  readonly language?: string | undefined;
}

/** What an offer is wanted for, besides its product and variant. */
export type OfferOptions = Omit<OfferWish, 'product' | 'variant'>;

const Settings = createContext<OfferSettings>({});

/** Says where the offers inside come from. Without it they come from wherever the page's elements have theirs. */
export function OfferProvider({
  endpoint,
  served: told,
  language,
  children,
}: OfferSettings & { readonly children?: ReactNode }): ReactElement {
  const served = useSteady(told);
  useEffect(() => (endpoint ? holdEndpoint(endpoint) : undefined), [endpoint]);
  // For the elements inside, which know nothing of React.
  useEffect(() => void (served && takeServed(served)), [served]);
  const settings = useMemo(() => ({ served, language }), [served, language]);
  return createElement(Settings.Provider, { value: settings }, children);
}

/**
 * What a shopper can do now with a product, its words, and what goes into the cart: for those who draw their own button. It changes
 * with the store that the elements use. Unknown is unknown until it is known.
 *
 * @param product product id, handle or SKU; or a variant's id or SKU
 * @param variant variant id or SKU, once one is chosen
 */
export function useOffer(
  product: string | undefined,
  variant?: string,
  options: OfferOptions = {},
): ToldOffer {
  const settings = useContext(Settings);
  const { quantity, record, policy, language = settings.language } = options;
  const served = useSteady(options.served) ?? settings.served;
  // Records are often written where they are handed in: the same content is the same wish.
  const given = keyOf(record, policy);
  const source = useMemo(
    () => new OfferSource({ product, variant, quantity, record, policy, language, served }),
    [product, variant, quantity, given, language, served],
  );
  return useSyncExternalStore(source.subscribe, source.told, source.toldByServer);
}

/** The first of all that say the same: often written where they are handed in, each would be a new wish at every render. */
function useSteady(served: Served | undefined): Served | undefined {
  const { document, language, plan } = served ?? {};
  const content = useMemo(() => keyOf(document), [document]);
  return useMemo(() => served, [content, language?.tag, !plan]);
}

function keyOf(...given: readonly unknown[]): unknown {
  try {
    return JSON.stringify(given);
  } catch {
    // No record at all: parsing it will say so.
    return 'unreadable';
  }
}
