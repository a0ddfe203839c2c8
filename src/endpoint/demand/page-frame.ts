import { createHash } from 'node:crypto';
import { markup, trusted, type Markup } from './markup.js';
import { PAGE_STYLE } from './page-style.js';

/** A page of ours, ready to be sent. */
export interface Page {
  readonly title: string;
  readonly body: Markup;
  /** A script of ours, allowed by its hash; pages with a report have none. */
  readonly script?: string;
}

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What stands in the page is what is allowed, to the character; nothing is loaded, and nobody may frame it. */
function policyOf({ script }: Page): string {
  return [
    "default-src 'none'",
    `style-src ${hash(PAGE_STYLE)}`,
    'img-src data:',
    ...(script === undefined ? [] : [`script-src ${hash(script)}`, "connect-src 'self'"]),
    // The form of the key has no fields to send, and the one of the period leads here again.
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** A page as a reply: kept by nobody, found by no search engine, and its address, which may hold a link, told to nobody. */
export function pageReply(page: Page, status: 200 | 400 | 401 = 200): Response {
  const { title, body, script } = page;
  const document = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${trusted(PAGE_STYLE)}</style>
</head>
<body>
${body}
${script !== undefined && markup`<script>${trusted(script)}</script>`}
</body>
</html>
`;
  return new Response(document.text, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policyOf(page),
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    },
  });
}
