/** What is looked at, in the order in which it is told: a sentence that holds or not, and what to do where it does not. */
export const CHECKS = {
  page: ['The page opens.', 'Give the address of a product page that can be read without a password.'],
  script: [
    'The script tag is in the page and its file comes.',
    'Put <script defer src=".../backorder-elements.js" data-endpoint="..."></script> into the head, and all files of cdn/ where it points to.',
  ],
  ran: [
    'The script has run.',
    'Look at the console: a content security policy, an optimiser or an error before it may keep the script from running.',
  ],
  settings: [
    'The settings name where availability comes from.',
    'Give the tag a data-endpoint, or write <script type="application/json" data-backorder-availability> into the page; take data-backorder-off away.',
  ],
  system: [
    'The shop system is recognised.',
    'None of its marks are in the page: it is read as any shop. That is enough where the form is an ordinary one.',
  ],
  form: [
    'The product form is found.',
    'A form counts when its action has "cart" or "basket" in it, or as form.cart; see "How it is built" for systems of their own.',
  ],
  button: [
    'Its add-to-cart button is found.',
    'The button is a submit button of the form, inside it or joined by form="ID"; mark another one with data-backorder-button.',
  ],
  product: [
    'The form says which product it is for.',
    'Put data-product-id on the form or around it, or data-product on the script tag.',
  ],
  quantity: [
    'Its quantity field is found.',
    'Without a field named quantity (or qty) one piece is assumed; nothing to do where the page has no quantity.',
  ],
  variant: [
    'What is chosen can be read from the form.',
    'A hidden field named id (or variation_id) holds the chosen variant, or its options are fields with names; nothing to do for products without variants.',
  ],
  'endpoint-answers': [
    'The endpoint answers with status 200.',
    'Open its address with ?products=ID: redirects and log-in pages count as failed.',
  ],
  'endpoint-type': ['It answers with JSON.', 'Send "content-type: application/json".'],
  'endpoint-cors': [
    'The page may read its answer.',
    'From another origin it sends "Access-Control-Allow-Origin: *" or the page’s origin; from a secure page its address begins with https.',
  ],
  'endpoint-time': ['It answers within 1.5 s.', 'Put it behind a cache: a shopper does not wait longer.'],
  document: [
    'The availability document is read without a problem.',
    'Mend the fields that are named; each of them counts as not told.',
  ],
  known: [
    'The document knows the products of the page.',
    'Products that it does not know are left as the theme made them. Compare its ids, handles and SKUs with those that the page asks for.',
  ],
  'same-label': [
    'In stock, the button says what the theme says.',
    'Something of the theme reacts to the script; report it with the page’s address.',
  ],
  'same-box': [
    'In stock, the button stands where it stands without the script.',
    'Something of the theme reacts to the script; report it with the page’s address.',
  ],
  'same-add': [
    'In stock, an add is the theme’s own request, once.',
    'Something of the theme reacts to the script; report it with the page’s address.',
  ],
  label: [
    'On backorder, the button’s words change.',
    'The words are a text inside the button, not a picture and not CSS; and the shop system has to take the order.',
  ],
  steady: [
    'The new words stay.',
    'A script of the theme writes the button’s words again and again: have it do so only when the variant changes.',
  ],
  date: [
    'The date is shown.',
    'With data-insert="manual" put <eta-notice></eta-notice> beside the form; or see whether the theme removes what stands after the form.',
  ],
  place: [
    'The button stays where it was.',
    'Place <eta-notice> and <notify-me-form> yourself, in room that is kept free; see "Put the elements where you want them".',
  ],
  fields: [
    'The promise stands in the form.',
    'The names are set by data-text-field and data-record-field; this shop system may need them. See the INSTALL.md of your shop system.',
  ],
  add: [
    'On backorder, an add is the theme’s own request, once, with the promise.',
    'A theme that picks single fields for its request has to send all fields of the form.',
  ],
  'variant-change': [
    'Choosing another variant changes the words, and choosing back takes them back.',
    'The hidden variant field (or the options) has to change when the shopper chooses; an event "change" on it helps.',
  ],
  failed: [
    'When the endpoint fails, the page is the theme’s.',
    'Something of the theme reacts to the script; report it with the page’s address.',
  ],
  errors: [
    'The script brings no errors to the console.',
    'See the messages; those that begin with [backorder-elements] are explained in the README under "Problems".',
  ],
  express: [
    'Express and wallet buttons are known.',
    'They order without the promise unless the policy says "express": "hide" or "disable".',
  ],
  'quick-view': [
    'The quick view is on backorder as well.',
    'Its form needs a button and a product id as the main form does.',
  ],
} as const satisfies Readonly<Record<string, readonly [holds: string, mend: string]>>;

/** Name of one check. */
export type CheckId = keyof typeof CHECKS;
