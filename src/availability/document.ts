import { NO_POLICY, policy, type Policy } from './policy.js';
import { badField, type Problem, type Result } from './problem.js';
import { readProduct, type ProductEntry } from './product-entry.js';
import { count, each, fieldsOf, instant, known, list, mapOf, text, texts, truth, type Read } from './read.js';

export type { ProductEntry, VariantEntry } from './product-entry.js';

/** Where sign-ups go. The addresses are unchecked against the page; who uses them does that. */
export interface SignUp {
  /** Missing where a named target needs none. */
  readonly url?: string;
  readonly privacyUrl?: string;
}

/** Merchant's wording: message texts by name, by language tag. */
export type Wording = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A parsed availability document. Frozen. */
export interface AvailabilityDocument {
  readonly asOf?: number;
  /** Seconds. */
  readonly ttl: number;
  readonly disabled: boolean;
  readonly policy: Policy;
  readonly signUp?: SignUp;
  readonly messages: Wording;
  readonly products: readonly ProductEntry[];
}

const DEFAULT_TTL = 60;

/**
 * Parses an availability document of version 1, as JSON has it. What cannot be read is left out and noted; the
 * whole is refused only when it is no such document at all.
 */
export function parseDocument(value: unknown): Result<AvailabilityDocument> {
  const problems: Problem[] = [];
  const get = fieldsOf(value, '', problems);
  const entries = get?.('products', list);
  if (!get || !entries) {
    return { ok: false, problem: { code: 'bad-document', path: '', value } };
  }
  const version = get('version', (it) => it);
  if (version !== 1) {
    return { ok: false, problem: { code: 'bad-version', path: 'version', value: version } };
  }
  const shopPolicy = get('policy', policy) ?? NO_POLICY;
  const asOf = get('asOf', instant);
  const document = known({
    asOf,
    ttl: get('ttl', count) ?? DEFAULT_TTL,
    disabled: get('disabled', truth) ?? false,
    policy: shopPolicy,
    signUp: get('signUp', signUp),
    messages: get('messages', wording) ?? known({}),
    products: each(entries, 'products', problems, (read) => readProduct(read, shopPolicy, asOf)),
  });
  return { ok: true, value: document as AvailabilityDocument, problems };
}

/** Addresses are only the web's own, or a path on the same site; tricks with backslashes and blanks are refused. */
const ADDRESS = /^(?:https?:\/\/|\/(?!\/))[^\\\s]*$/i;

const address: Read<string> = (value, path, problems) => {
  const found = text(value, path, problems);
  if (found === undefined || ADDRESS.test(found)) return found;
  problems.push(badField(path, 'address', value));
  return undefined;
};

/** All that a document tells of its sign-ups, for `signUpSettings` to read: few shoppers come to open a form. */
export const toldOf = new WeakMap<SignUp, unknown>();

const signUp: Read<SignUp> = (value, path, problems) => {
  const get = fieldsOf(value, path, problems);
  if (!get) return undefined;
  const found = known({ url: get('url', address), privacyUrl: get('privacyUrl', address) }) as SignUp;
  toldOf.set(found, value);
  return found;
};

const wording: Read<Wording> = mapOf(texts);
