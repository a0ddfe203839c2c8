const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** What makes each state: the record and the policy of a product that nobody sells. */
const SAMPLES: Readonly<Record<string, () => Readonly<Record<'record' | 'policy', unknown>>>> = {
  'in-stock': () => ({ record: { onHand: 5 }, policy: {} }),
  backorder: () => ({ record: { onHand: 0, restock: inDays(21) }, policy: { sell: 'backorder' } }),
  preorder: () => ({ record: { onHand: 0, release: inDays(45) }, policy: { sell: 'preorder' } }),
  'coming-soon': () => ({ record: { status: 'coming-soon', release: inDays(80).slice(0, 7) }, policy: {} }),
  'sold-out': () => ({ record: { onHand: 0 }, policy: {} }),
  unknown: () => ({ record: {}, policy: {} }),
};

const BOUGHT = 'in-stock backorder preorder coming-soon sold-out';

/** Each element's file, and the states in which it has something to show. */
const ELEMENTS: Readonly<Record<string, { readonly load: () => Promise<unknown>; readonly shown: string }>> =
  {
    'backorder-badge': {
      load: async () => import('../elements/backorder-badge/backorder-badge-define.js'),
      shown: 'backorder preorder coming-soon sold-out',
    },
    'eta-notice': {
      load: async () => import('../elements/eta-notice/eta-notice-define.js'),
      shown: 'backorder preorder coming-soon',
    },
    'preorder-button': {
      load: async () => import('../elements/preorder-button/preorder-button-define.js'),
      shown: BOUGHT,
    },
    'notify-me-form': {
      load: async () => import('../elements/notify-me-form/notify-me-form-define.js'),
      shown: 'coming-soon sold-out',
    },
  };

interface Sampled extends HTMLElement {
  record?: unknown;
  policy?: unknown;
  send?: (() => Promise<void>) | undefined;
}

/** The sample that each tag shows, as the attributes ask for it. */
const shown = new Map<HTMLElement, string>();
const halted = new WeakMap<HTMLElement, AbortController>();

/** Takes back the samples of tags that are gone, or that an editor has set back to what is true. */
export function endSamples(): void {
  for (const element of shown.keys()) {
    if (element.isConnected && element.hasAttribute('data-preview')) continue;
    shown.delete(element);
    halted.get(element)?.abort();
    const tag: Sampled = element;
    Object.assign(tag, { record: undefined, policy: undefined });
    if (tag.localName === 'notify-me-form') tag.send = undefined;
    unlabel(element);
  }
}

/**
 * Shows one of our elements in the state that its `data-preview` names, for an editor's canvas: the real element with a record
 * that is made up, a label that says so, and nothing that can be pressed. Anything else in the attribute is a backorder.
 *
 * A tag round the shop's own button or form is left alone: it works on that, and a made-up promise must not get into a cart.
 */
export function showSample(element: HTMLElement): void {
  const entry = ELEMENTS[element.localName];
  const given = (element.dataset['preview'] ?? '').toLowerCase();
  const state = Object.hasOwn(SAMPLES, given) ? given : 'backorder';
  const asked = `${state} ${element.dataset['previewLabel'] ?? ''}`;
  if (!entry || shown.get(element) === asked || element.querySelector(':scope > :is(button, input)')) return;
  if (!shown.has(element)) halt(element);
  shown.set(element, asked);
  const tag: Sampled = element;
  Object.assign(tag, SAMPLES[state]?.());
  if (tag.localName === 'notify-me-form') tag.send = async () => new Promise<void>(() => undefined);
  const empty = !entry.shown.split(' ').includes(state);
  const ready = (nothing: boolean): void => {
    if (shown.get(element) === asked) label(tag, state, nothing);
  };
  void entry.load().then(
    () => ready(empty),
    () => ready(true),
  );
}

/** Inside the shadow root, which an editor neither sees nor saves. What the element draws later comes before it. */
function label(element: HTMLElement, state: string, empty: boolean): void {
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  unlabel(element);
  const words = document.createElement('small');
  words.setAttribute('part', 'preview');
  const own = element.dataset['previewLabel'];
  words.textContent = `${own ?? 'Preview'}: ${state.replace('-', ' ')}${empty && !own ? ', nothing is shown' : ''}`;
  if (own === undefined) words.lang = 'en';
  words.style.cssText =
    'display:inline-block;margin:.25em;padding:0 .5em;border:1px dashed;border-radius:.25em;font:.75rem/1.5 system-ui,sans-serif;cursor:default';
  root.append(words);
  // A template may have put words of its own there, for editors that run no scripts.
  if (empty && !element.querySelector('[data-backorder-sample]')) root.append(document.createElement('slot'));
}

function unlabel({ shadowRoot }: HTMLElement): void {
  for (const old of shadowRoot?.querySelectorAll('[part=preview], [part=preview] + slot') ?? []) old.remove();
}

/** Nothing in a sample is bought, sent or opened. */
function halt(element: HTMLElement): void {
  const ending = new AbortController();
  halted.set(element, ending);
  const stop = (event: Event): void => {
    if (event instanceof KeyboardEvent && !['Enter', ' '].includes(event.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const type of ['click', 'submit', 'keydown', 'backorder-add-request', 'backorder-signup-request']) {
    element.addEventListener(type, stop, { capture: true, signal: ending.signal });
  }
}
