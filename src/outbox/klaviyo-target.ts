import { fieldOf, refusalOf, SignUpRefusal } from './sign-up-refusal.js';
import { shopIds } from './shop-ids.js';
import type { SendTo, SignUpOrder } from './sign-up-wish.js';
import { withinBudget } from './within-budget.js';

/** Where Klaviyo takes what pages send. A page that uses it names this origin. */
const KLAVIYO = 'https://a.klaviyo.com';

/** The version of Klaviyo's interface that this was written for. */
const REVISION = '2026-07-15';

/** As Klaviyo's Shopify integration names variants. */
const CATALOG = '$shopify:::$default:::';

/** Klaviyo's interface for pages, with the public key only. */
export const klaviyoTarget: SendTo = async (order) => {
  const { wish, settings, signal } = order;
  const { channel } = wish;
  const id = `${settings.catalog ?? CATALOG}${settings.catalog === undefined ? shopIds(wish).variant : (wish.ids.variant ?? wish.product)}`;
  const attributes = { channels: [channel.toUpperCase()], profile: { data: profile(order) } };
  const relationships = { variant: { data: { type: 'catalog-variant', id } } };
  const data = { type: 'back-in-stock-subscription', attributes, relationships };
  await withinBudget((budget) => post('back-in-stock-subscriptions', data, order, budget), signal);
  // Apart from the sign-up: what becomes of it changes nothing for that.
  if (wish.marketing !== undefined) void subscribe(order).catch(() => undefined);
  return 'done';
};

function profile({ wish: { email, phone } }: SignUpOrder, more: object = {}): object {
  const attributes = {
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone_number: phone }),
    ...more,
  };
  return { type: 'profile', attributes };
}

/** Puts those who have agreed to it on the marketing list. */
async function subscribe(order: SignUpOrder): Promise<void> {
  const { wish, settings } = order;
  const kind = wish.email === undefined ? 'sms' : 'email';
  const agreed = { subscriptions: { [kind]: { marketing: { consent: 'SUBSCRIBED' } } } };
  const attributes = {
    // What was agreed to: kept with the consent.
    custom_source: `Back in stock, wording ${wish.marketing}`,
    profile: { data: profile(order, agreed) },
  };
  const relationships = { list: { data: { type: 'list', id: settings.listId } } };
  await withinBudget((budget) =>
    post('subscriptions', { type: 'subscription', attributes, relationships }, order, budget),
  );
}

async function post(
  path: string,
  data: object,
  { settings }: SignUpOrder,
  signal: AbortSignal,
): Promise<void> {
  const address = new URL(`/client/${path}`, KLAVIYO);
  address.searchParams.set('company_id', settings.companyId ?? '');
  const type = 'application/vnd.api+json';
  const reply = await fetch(address, {
    method: 'POST',
    credentials: 'omit',
    redirect: 'error',
    keepalive: true,
    referrerPolicy: 'no-referrer',
    headers: { 'content-type': type, accept: type, revision: REVISION },
    body: JSON.stringify({ data }),
    signal,
  });
  // The one answer of the contract: what says 200 to everything is not Klaviyo.
  if (reply.status === 202) return;
  if (reply.ok || reply.status === 429) throw await refusalOf(reply);
  const answer = (await reply.json().catch(() => undefined)) as { errors?: unknown } | null | undefined;
  const errors = Array.isArray(answer?.errors) ? (answer.errors as unknown[]) : [];
  const fields = errors.map((it) =>
    fieldOf((it as { source?: { pointer?: unknown } } | null)?.source?.pointer),
  );
  throw new SignUpRefusal(fields.find(Boolean));
}
