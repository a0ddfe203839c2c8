import type { Problem } from './problem.js';
import { fieldsOf, known, list, oneOf, refuse, text, truth, type Read } from './read.js';

/** How a shopper can be told. */
export type SignUpChannel = 'email' | 'sms' | 'whatsapp' | 'push';

/** Who takes sign-ups. */
export type SignUpTarget = keyof typeof TARGETS;

/** What a shopper may be asked beside the sign-up itself. */
export interface MarketingConsent {
  /** The merchant's sentence, by language tag. Without one in the shopper's language nothing is asked. */
  readonly text: Readonly<Record<string, string>>;
  /** Name of this wording, which is sent along: what somebody agreed to must be known later. */
  readonly version: string;
}

/** Where sign-ups go and what they ask, as a document tells it. The addresses are unchecked against the page. */
export interface SignUpSettings {
  readonly target: SignUpTarget;
  /** The document names an address and no target: the contract of the first hour. */
  readonly bare?: true;
  readonly url?: string;
  readonly privacyUrl?: string;
  readonly privacyVersion?: string;
  /** At least one, and only what the target can. */
  readonly channels: readonly SignUpChannel[];
  /** Whether the shopper is asked how many. */
  readonly quantity: boolean;
  /** Whether the shopper may ask for any variant of the product. */
  readonly anyVariant: boolean;
  readonly marketing?: MarketingConsent;
  /** Klaviyo's public key. */
  readonly companyId?: string;
  /** Klaviyo's list that takes those who agree to marketing. */
  readonly listId?: string;
  /** What stands before the variant's id in Klaviyo's catalogue. */
  readonly catalog?: string;
}

interface Abilities {
  readonly channels: readonly SignUpChannel[];
  readonly quantity?: true;
  readonly anyVariant?: true;
  readonly marketing?: true;
}

const EVERY = ['email', 'sms', 'whatsapp', 'push'] as const;
const ALL: Abilities = { channels: EVERY, quantity: true, anyVariant: true, marketing: true };
const NOTIFICATION_APP: Abilities = { channels: ['email', 'sms'], quantity: true, marketing: true };

/** What each target can take. A test holds the README's table to it. */
export const TARGETS = {
  endpoint: ALL,
  page: ALL,
  klaviyo: { channels: EVERY, marketing: true },
  'back-in-stock': NOTIFICATION_APP,
  appikon: NOTIFICATION_APP,
  swym: { channels: ['email'], marketing: true },
  woocommerce: { channels: ['email'] },
  'shopify-contact': { channels: ['email'], quantity: true, anyVariant: true },
  form: { channels: ['email'], quantity: true, anyVariant: true },
} as const satisfies Record<string, Abilities>;

/**
 * Reads `signUp` of a document in full. What the target cannot take is left out and noted, and so is what cannot be
 * read; without what the target needs there is no target.
 */
export function signUpSettings(told: unknown): {
  readonly settings?: SignUpSettings;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const settings = read(told, 'signUp', problems);
  return { ...(settings && { settings }), problems };
}

const read: Read<SignUpSettings> = (value, path, problems) => {
  const get = fieldsOf(value, path, problems);
  const names = Object.keys(TARGETS) as SignUpTarget[];
  const bare = get?.('target', () => false) ?? true;
  const target = bare ? 'endpoint' : get?.('target', oneOf(...names));
  if (!get || target === undefined) return undefined;
  const able: Abilities = TARGETS[target];
  const url = get('url', address);
  const companyId = get('companyId', publicKey);
  if (target === 'endpoint' && url === undefined) return refuse(`${path}.url`, 'address', url, problems);
  if (target === 'klaviyo' && companyId === undefined) return undefined;
  const listId = get('listId', text);
  const only = (can: boolean | undefined): Read<boolean> =>
    can ? truth : (it, place) => (it === true ? refuse(place, ['false'], it, problems) : undefined);
  const marketing = get('marketing', consent);
  return known({
    target,
    bare: bare || undefined,
    url,
    privacyUrl: get('privacyUrl', address),
    privacyVersion: get('privacyVersion', text),
    channels: get('channels', channelsOf(able.channels)) ?? Object.freeze([able.channels[0]]),
    quantity: get('quantity', only(able.quantity)) ?? false,
    anyVariant: get('anyVariant', only(able.anyVariant)) ?? false,
    // Klaviyo takes consent with a list only.
    marketing: able.marketing && (target !== 'klaviyo' || listId !== undefined) ? marketing : undefined,
    companyId,
    listId,
    catalog: get('catalog', text),
  }) as SignUpSettings;
};

/** Addresses are only the web's own, or a path on the same site; tricks with backslashes and blanks are refused. */
const ADDRESS = /^(?:https?:\/\/|\/(?!\/))[^\\\s]*$/i;

const address: Read<string> = (value, path, problems) => {
  const found = text(value, path, problems);
  if (found === undefined || ADDRESS.test(found)) return found;
  return refuse(path, 'address', value, problems);
};

/** A private key in a page is everybody's: it is neither used nor repeated in a message. */
const publicKey: Read<string> = (value, path, problems) => {
  if (typeof value !== 'string') return refuse(path, 'public key', value, problems);
  if (/^[a-z\d]{5,12}$/i.test(value)) return value;
  return refuse(path, 'public key', /^pk_/.test(value) ? 'pk_…' : value, problems);
};

/** A reader of those channels that a target can; each once, in the order in which they are offered. */
function channelsOf(can: readonly SignUpChannel[]): Read<readonly SignUpChannel[]> {
  return (value, path, problems) => {
    const told = list(value, path, problems)?.slice(0, EVERY.length);
    const found = told?.flatMap((it, index) => oneOf(...can)(it, `${path}[${index}]`, problems) ?? []);
    return found?.length ? Object.freeze([...new Set(found)]) : undefined;
  };
}

const consent: Read<MarketingConsent> = (value, path, problems) => {
  const get = fieldsOf(value, path, problems);
  const version = get?.('version', text);
  const words = get?.('text', wording);
  if (version && words && Object.keys(words).length)
    return known({ version, text: words }) as MarketingConsent;
  return get && refuse(path, 'text and version', value, problems);
};

const wording: Read<MarketingConsent['text']> = (value, path, problems) => {
  const get = fieldsOf(value, path, problems);
  const found = Object.keys(get ? (value as object) : {}).map((tag) => [tag, get?.(tag, text)] as const);
  return known(Object.fromEntries(found)) as MarketingConsent['text'];
};
