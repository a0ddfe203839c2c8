import { z } from '@hono/zod-openapi';
import type { Parts } from '../parts.js';
import { problemResponses } from '../problem-responses.js';
import { Problem } from '../problem.js';
import { newRoutes, type Routes } from '../routes.js';
import { isAnswered } from './answered.js';
import { checkChallenge } from './challenge.js';
import { ClientLimit } from './client-limit.js';
import { formReply } from './form-reply.js';
import { linkRoutes } from './link-routes.js';
import { peopleRoutes } from './people-routes.js';
import { isForm, readSignUp, type Request } from './read-sign-up.js';
import { SIGN_UP_BODY, addressOf } from './sign-up-body.js';
import { steadyReply } from './steady-reply.js';
import { takeSignUp } from './take-sign-up.js';

const SPAN = 10 * 60_000;
/** How many sign-ups one counts for that the challenge service could not be asked about. */
const UNSURE_COST = 10;

/** Routes of sign-ups: taking them, the pages of their links, and what a person may demand. */
export function signUpRoutes(parts: Parts): Routes {
  const { settings, metrics, log, now } = parts;
  const limit = new ClientLimit(settings.SIGN_UPS_PER_CLIENT, SPAN);
  const routes = newRoutes();
  describeRoute(routes);

  const take = async ({ body, key }: Request, client: string, origin: string) => {
    const scope = `sign-up:${origin}`;
    const careful = Boolean(body.referral);
    const isRepeat = await isAnswered(parts.database, scope, key, now());
    if (!isRepeat) {
      const checked = await checkChallenge(parts, body.challenge);
      const what = JSON.stringify([addressOf(body), body.product, body.variant]);
      const wait = limit.take(client, what, now(), checked === 'unsure' ? UNSURE_COST : 1);
      if (wait !== undefined) {
        metrics.signUps.inc({ outcome: 'limited' });
        throw new Problem(429, 'too-many', 'Too many sign-ups from here.', { retryAfter: wait });
      }
    }
    const { answer, outcome } = await takeSignUp(parts, body, { scope, key, careful });
    metrics.signUps.inc({ outcome });
    // Somebody signs up addresses in masses, or the shop is busier than it was set up for: a person should look.
    if (outcome === 'no-mail-left') log('warn', 'mail-budget-spent');
    return answer;
  };

  routes.post('/v1/sign-ups', async (context) => {
    const start = performance.now();
    const client = context.get('client');
    try {
      const origin = allowedOrigin(context.req.header('origin'), parts);
      const request = await readSignUp(context, parts);
      const answer = await take(request, client, origin);
      await steadyReply(start);
      if (isForm(context)) return await formReply(context, parts, answer.body, request.body);
      return context.json(answer.body as Record<string, string>, answer.status, {
        'cache-control': 'no-store',
      });
    } catch (error) {
      if (isForm(context) && error instanceof Problem) return await formReply(context, parts, error);
      throw error;
    }
  });
  routes.route('/', linkRoutes(parts));
  routes.route('/', peopleRoutes(parts));
  return routes;
}

/**
 * Where a browser says that the request comes from; '' for none. A sign-up goes by no session that others could ride on,
 * but a foreign page could have its visitors' browsers send some, each from an address of its own.
 *
 * @throws Problem 403 for a page that is not the shop's
 */
function allowedOrigin(origin: string | undefined, { settings }: Parts): string {
  const { SHOP_ORIGINS, PUBLIC_URL } = settings;
  if (origin === undefined) return '';
  const own = PUBLIC_URL === undefined ? [] : [new URL(PUBLIC_URL).origin];
  if ([...SHOP_ORIGINS, ...own].includes(origin)) return origin;
  throw new Problem(403, 'foreign-origin', 'Pages of this origin may not sign up here: see SHOP_ORIGINS.');
}

function describeRoute({ openAPIRegistry: registry }: Routes): void {
  const answer = z
    .object({ requestId: z.string(), status: z.enum(['pending', 'active']) })
    .openapi('SignUpTaken');
  registry.registerPath({
    method: 'post',
    path: '/v1/sign-ups',
    summary: 'Somebody wants to be told when a product is there again',
    description:
      'Open to pages of SHOP_ORIGINS. The answer is the same whether the address is known or not. A plain HTML form may post ' +
      'here too (`marketing.agreed` and `marketing.wording` are its names for the consent); it needs no key and is answered ' +
      'with a page.',
    request: {
      headers: z.object({
        'idempotency-key': z
          .string()
          .openapi({ description: '8 to 200 visible ASCII characters; one for each intent' }),
      }),
      body: {
        required: true,
        content: {
          'application/json': { schema: SIGN_UP_BODY },
          'application/x-www-form-urlencoded': { schema: SIGN_UP_BODY },
        },
      },
    },
    responses: {
      202: {
        description: 'Taken. `requestId` repeats the key; `pending` asks the person to confirm by mail',
        content: { 'application/json': { schema: answer } },
      },
      ...problemResponses({
        400: 'A field does not fit, or the key is missing',
        403: 'A foreign page, or the challenge was not passed',
        415: 'Neither JSON nor a plain form',
        422: 'The key was used for another body, or no sender serves the channel',
        429: 'Too many from this client',
        503: 'The database or the challenge cannot be asked now',
      }),
    },
  });
}
