import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Parts } from '../parts.js';
import { Problem } from '../problem.js';
import { shownItem } from '../restock/shown-item.js';
import { newRoutes, type RouteEnv, type Routes } from '../routes.js';
import { findWords, preferred, type Spoken } from '../words/find-words.js';
import { ClientLimit } from './client-limit.js';
import { confirmSignUps, waitingWith } from './confirm-sign-ups.js';
import { leaveSignUp } from './leave-sign-up.js';
import { linkPage } from './link-page.js';
import { findLink, type SignUp } from './links.js';

const CONFIRM = '/v1/sign-ups/confirm';
const LEAVE = '/v1/sign-ups/leave';

/** Links that do not open anything, from one client in ten minutes. Those that do are not counted. */
const MOST_WRONG = 60;
const SPAN = 10 * 60_000;

type Ask = Context<RouteEnv>;

/**
 * Where links in mails lead. To read such a page changes nothing, since programs that check mails open every link; its button
 * does. `POST` to the link to leave by acts at once, as RFC 8058 has it.
 */
export function linkRoutes(parts: Parts): Routes {
  const { settings, database } = parts;
  const shop = settings.SHOP_NAME;
  const wrong = new ClientLimit(MOST_WRONG, SPAN);
  const routes = newRoutes();
  describeRoutes(routes);

  /** The same page, whatever is wrong with the link. */
  const invalid = async (context: Ask): Promise<Response> => {
    const seconds = wrong.take(context.get('client'), '', parts.now());
    const spoken = await spokenTo(context);
    const { words } = spoken;
    if (seconds !== undefined) {
      const page = linkPage(spoken, { shop, title: words['failed.title'], text: words['failed.busy'] }, 429);
      page.headers.set('retry-after', String(seconds));
      return page;
    }
    return linkPage(spoken, { shop, title: words['invalid.title'], text: words['invalid.text'] }, 404);
  };
  const titlesOf = async (signUps: readonly SignUp[]): Promise<string[]> => {
    const items = await Promise.all(signUps.map((it) => shownItem(database.db, it)));
    return [...new Set(items.flatMap(({ title }) => title ?? []))];
  };

  routes.get(CONFIRM, async (context) => {
    const token = tokenIn(context.req.query('token'));
    const signUp = await findLink(database.db, token, 'confirm', parts.now());
    const waiting = await waitingWith(database.db, signUp);
    if (!signUp || waiting.length === 0) return invalid(context);
    const spoken = await findWords(signUp.language);
    const { words } = spoken;
    return linkPage(spoken, {
      shop,
      title: words['confirm.title'],
      text: words['confirm.text'],
      products: await titlesOf(waiting),
      form: { action: CONFIRM, token, button: words['confirm.button'] },
    });
  });
  routes.post(CONFIRM, async (context) => {
    const { token } = await fieldsOf(context);
    const confirmed = await confirmSignUps(parts, token);
    const [first] = confirmed;
    if (!first) return invalid(context);
    const spoken = await findWords(first.language);
    const { words } = spoken;
    const { url } = await shownItem(database.db, first);
    return linkPage(spoken, {
      shop,
      title: words['confirmed.title'],
      text: words['confirmed.text'],
      products: await titlesOf(confirmed),
      link: url === undefined ? undefined : { url, words: words.back },
    });
  });
  routes.get(LEAVE, async (context) => {
    const token = tokenIn(context.req.query('token'));
    const signUp = await findLink(database.db, token, 'leave', parts.now());
    if (!signUp) return invalid(context);
    const spoken = await findWords(signUp.language);
    const { words } = spoken;
    return linkPage(spoken, {
      shop,
      title: words['leave.title'],
      text: words['leave.text'],
      products: await titlesOf([signUp]),
      form: { action: LEAVE, token, button: words['leave.button'] },
    });
  });
  routes.post(LEAVE, async (context) => {
    const { token, all } = await fieldsOf(context);
    const signUp = await leaveSignUp(parts, token, all);
    if (!signUp) return invalid(context);
    const spoken = await findWords(signUp.language);
    const { words } = spoken;
    const more = { action: LEAVE, token, button: words['left.all-button'], all: true, quiet: true };
    return linkPage(spoken, {
      shop,
      title: words['left.title'],
      text: words[all ? 'left.all-text' : 'left.text'],
      ...(!all && { products: await titlesOf([signUp]), form: more }),
    });
  });
  return routes;
}

const tokenIn = (text: string | undefined): string => (text ?? '').slice(0, 100);

const spokenTo = (context: Ask): Promise<Spoken> =>
  findWords(preferred(context.req.header('accept-language')));

/** The secret stands in the form of our page, or in the address that a mail program posts to. */
async function fieldsOf(context: Ask): Promise<{ readonly token: string; readonly all: boolean }> {
  const type = context.req.header('content-type') ?? '';
  const isForm = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type);
  if (type && !isForm) throw new Problem(415, 'unsupported-media-type', 'Send a form.');
  let form: Record<string, unknown> = {};
  try {
    if (isForm) form = await context.req.parseBody();
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(400, 'malformed-body', 'The body is not the form that its content type says.');
  }
  const token = typeof form['token'] === 'string' ? form['token'] : context.req.query('token');
  return { token: tokenIn(token), all: form['all'] === '1' };
}

function describeRoutes({ openAPIRegistry: registry }: Routes): void {
  const token = z.string().openapi({ description: 'The secret of a link in a mail' });
  const page = { 'text/html': { schema: z.string() } };
  const responses = {
    200: { description: 'A page in the language of the sign-up', content: page },
    404: { description: 'The link is wrong, expired or used: always the same page', content: page },
    429: { description: 'Too many links that open nothing', content: page },
  };
  for (const [path, what] of [
    [CONFIRM, 'confirms what was asked'],
    [LEAVE, 'takes the person off the list'],
  ] as const) {
    const summary = `A page with a button that ${what}`;
    registry.registerPath({
      method: 'get',
      path,
      summary,
      request: { query: z.object({ token }) },
      responses,
    });
    const schema = z.object({ token });
    // Mail programs send either kind for one click (RFC 8058).
    const body = {
      content: { 'application/x-www-form-urlencoded': { schema }, 'multipart/form-data': { schema } },
    };
    registry.registerPath({
      method: 'post',
      path,
      summary: `The button: ${what}`,
      request: { body },
      responses,
    });
  }
}
