import type { Context } from 'hono';
import type { Parts } from '../parts.js';
import { Problem } from '../problem.js';
import type { RouteEnv } from '../routes.js';
import { findWords, preferred } from '../words/find-words.js';
import { linkPage } from './link-page.js';
import type { SignUpBody } from './sign-up-body.js';

/**
 * The page that answers a plain form, with a link back to where it stood.
 *
 * @param answer what became of it
 * @param body what was sent, where it could be read
 */
export async function formReply(
  context: Context<RouteEnv>,
  { settings }: Parts,
  answer: unknown,
  body?: SignUpBody,
): Promise<Response> {
  const spoken = await findWords(body?.language ?? preferred(context.req.header('accept-language')));
  const { words } = spoken;
  const shop = settings.SHOP_NAME;
  if (answer instanceof Problem) {
    const isTheirs = answer.code === 'invalid-field';
    const text = words[isTheirs ? 'failed.text' : 'failed.busy'];
    const page = linkPage(spoken, { shop, title: words['failed.title'], text }, answer.status);
    if (answer.more.retryAfter !== undefined) page.headers.set('retry-after', String(answer.more.retryAfter));
    return page;
  }
  const origin = context.req.header('origin') ?? '';
  const isActive =
    typeof answer === 'object' && answer !== null && 'status' in answer && answer.status === 'active';
  const name = isActive ? 'confirmed' : 'taken';
  const path = body?.page ?? '';
  // The origin is one of the shop's; the path cannot lead away from it.
  const link =
    origin && path.startsWith('/') ? { url: `${origin}${encodeURI(path)}`, words: words.back } : undefined;
  return linkPage(spoken, { shop, title: words[`${name}.title`], text: words[`${name}.text`], link }, 202);
}
