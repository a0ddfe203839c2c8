import { createRoute, z } from '@hono/zod-openapi';
import { transaction } from '../database/transaction.js';
import { hashOf } from '../hashes.js';
import type { Parts } from '../parts.js';
import { Problem } from '../problem.js';
import { PROBLEM } from '../route-parts.js';
import { newRoutes, type Routes } from '../routes.js';
import { BIGCOMMERCE } from './bigcommerce-webhook.js';
import { hashBuyers } from './hash-buyers.js';
import { readLater } from './read-later.js';
import type { ShopNews, WebhookPlatform } from './shop-news.js';
import { SHOPIFY } from './shopify-webhook.js';
import { ShopNotReadError, type Wanted } from './shop-not-read-error.js';
import { isFirst, oldestOf, takeNews, type Outcome } from './take-news.js';
import { WOOCOMMERCE, WOOCOMMERCE_PING } from './woocommerce-webhook.js';

const PLATFORMS = [SHOPIFY, BIGCOMMERCE, WOOCOMMERCE];

const OUTCOME = z
  .object({
    outcome: z.enum(['taken', 'later', 'repeated', 'older', 'ignored']).openapi({
      description:
        '`later`: the shop cannot be asked now and will be; `repeated`: it came before; `older`: what is known is newer; `ignored`: of a topic or of items that are not kept here',
    }),
  })
  .openapi('WebhookOutcome');

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: PROBLEM } },
});

const routeOf = ({ name, summary }: WebhookPlatform) =>
  createRoute({
    method: 'post',
    path: `/v1/webhooks/${name}`,
    summary,
    description:
      'The body is taken as its bytes are, and has to be signed. Orders and counts of items that are kept here are counted; ' +
      'everything else is answered with 200 and ignored. Repeats, late and old messages change nothing.',
    // Documented only: it is read as bytes, and judged after its signature.
    requestBody: { required: true, content: { 'application/json': { schema: { type: 'object' } } } },
    responses: {
      200: { description: 'Taken or ignored', content: { 'application/json': { schema: OUTCOME } } },
      400: problem('Signed, but no JSON'),
      401: problem('Not signed with the secret, or a signature that is too old'),
      404: problem('This platform has no secret in the settings'),
      503: problem('The database is busy: send it again'),
    },
  });

/** `POST /v1/webhooks/shopify` and the like. */
export function webhookRoutes(parts: Parts): Routes {
  const routes = newRoutes();
  for (const platform of PLATFORMS) {
    routes.openapi(routeOf(platform), async (context) => {
      if (!platform.isSetUp(parts.settings)) {
        throw new Problem(404, 'not-found', 'There is nothing at this address.');
      }
      const body = new Uint8Array(await context.req.arrayBuffer());
      const outcome = await take(parts, platform, context.req.raw.headers, body);
      parts.metrics.webhooks.inc({ platform: platform.name, outcome });
      return context.json({ outcome }, 200);
    });
  }
  return routes;
}

async function take(
  parts: Parts,
  platform: WebhookPlatform,
  headers: Headers,
  bytes: Uint8Array,
): Promise<Outcome> {
  const text = new TextDecoder().decode(bytes);
  if (platform === WOOCOMMERCE && WOOCOMMERCE_PING.test(text)) return 'ignored';
  if (!platform.isGenuine(parts, headers, bytes)) {
    parts.metrics.webhooks.inc({ platform: platform.name, outcome: 'forged' });
    throw new Problem(401, 'bad-signature', 'The signature is not right, or not of now.');
  }
  const body = parse(text);
  const id = platform.eventOf(headers, body);
  // No header is signed with the body but for BigCommerce: with another body it is another message.
  const event = id === undefined ? undefined : `${id}\n${hashOf(text)}`;
  if (event !== undefined && (await isKnown(parts, platform.name, event))) return 'repeated';
  // Before the transaction: it may ask the shop.
  const { news, wanted } = await read(parts, platform, headers, body);
  const { database, now, settings } = parts;
  return transaction(database, async (tx) => {
    const at = now();
    if (event !== undefined && !(await isFirst(tx, platform.name, event, at))) return 'repeated';
    if (wanted) {
      await readLater(tx, at, wanted);
      return 'later';
    }
    // One that bears no time can only be told from its own repeat by what it says.
    const isTimeless =
      news?.orders?.some((it) => it.changedAt === undefined && it.lines.length === 0) ?? false;
    if (isTimeless && !(await isFirst(tx, platform.name, `timeless\n${hashOf(text)}`, at))) return 'repeated';
    return news ? takeNews(tx, platform.name, news, at, oldestOf(settings, at)) : 'ignored';
  });
}

/** What a message tells, or what the shop is to be asked for later. */
async function read(
  parts: Parts,
  platform: WebhookPlatform,
  headers: Headers,
  body: unknown,
): Promise<{ readonly news?: ShopNews | undefined; readonly wanted?: Wanted }> {
  try {
    const news = await platform.read(parts, headers, body);
    return { news: news && (await hashBuyers(parts, news)) };
  } catch (error) {
    if (error instanceof ShopNotReadError) return { wanted: error.wanted };
    throw error;
  }
}

async function isKnown({ database }: Parts, platform: string, event: string): Promise<boolean> {
  const known = database.db.selectFrom('webhook_events').select('event').where('platform', '=', platform);
  return Boolean(await known.where('event', '=', hashOf(event)).executeTakeFirst());
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Problem(400, 'malformed-body', 'The body is no JSON.');
  }
}
