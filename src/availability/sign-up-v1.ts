// `signUp` of the availability document as it stands in JSON; see document-v1.ts.

/** @pattern ^([Hh][Tt][Tt][Pp][Ss]?://|/(?!/))[^\\\s]*$ */
type Address = string;

/** Where sign-ups go. An address alone takes them by e-mail; with a `target` the fields below it count as well. */
export interface SignUpV1 {
  /** Address that takes sign-ups by POST. Another origin than the page's must be named by the page as well. */
  url?: Address;
  /** The merchant's privacy notice, linked beside the form. Targets of other companies are not used without it. */
  privacyUrl?: Address;
  /**
   * Who takes them: your `endpoint` at `url`; `klaviyo`; the Shopify apps `back-in-stock`, `appikon` and `swym`, where their script
   * is in the page; `woocommerce` and `shopify-contact`, forms of the shop itself; a `form` that stands in the page; or the `page`,
   * by a listener.
   */
  target?:
    | 'endpoint'
    | 'klaviyo'
    | 'back-in-stock'
    | 'appikon'
    | 'swym'
    | 'woocommerce'
    | 'shopify-contact'
    | 'form'
    | 'page';
  /** Name of the privacy notice's wording, sent along with each sign-up to an `endpoint`. */
  privacyVersion?: string;
  /** Ways to be told, the first one preset. Default: by e-mail. Not each target can all of them. */
  channels?: ('email' | 'sms' | 'whatsapp' | 'push')[];
  /** `true` asks how many are wanted. */
  quantity?: boolean;
  /** `true` lets shoppers ask for any variant of a product. */
  anyVariant?: boolean;
  /** Asks for consent to marketing, apart and not ticked. */
  marketing?: {
    /** Your sentence, by language tag. In other languages nothing is asked. */
    text: { [language: string]: string };
    /** Name of this wording, sent along with the consent. */
    version: string;
  };
  /**
   * Klaviyo's public key, also called site ID. Never a private one.
   * @pattern ^[A-Za-z0-9]{5,12}$
   */
  companyId?: string;
  /** Klaviyo's list for those who agree to marketing; without one they are not asked. */
  listId?: string;
  /** What stands before a variant's id in Klaviyo's catalogue. Default `$shopify:::$default:::`. */
  catalog?: string;
}
