import { createHash } from 'node:crypto';
import { escapeHtml } from '../restock/escape-html.js';
import type { Spoken } from '../words/find-words.js';
import { PAGE_STYLE } from './page-style.js';

/** What a page says. */
export interface PageContent {
  readonly shop: string;
  readonly title: string;
  readonly text: string;
  /** Titles of products that it is about. */
  readonly products?: readonly string[];
  /** A button that posts the link's secret back. */
  readonly form?: {
    readonly action: string;
    readonly token: string;
    readonly button: string;
    readonly all?: boolean;
    readonly quiet?: boolean;
  };
  readonly link?: { readonly url: string; readonly words: string } | undefined;
}

/** Takes the secret out of the address bar, the history, and what the browser keeps of the page. */
const SCRIPT = `history.replaceState(null, '', location.pathname)`;

const hashed = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing from anywhere but this text, nobody frames it, and its form goes back to where it came from. */
const POLICY = [
  "default-src 'none'",
  `style-src ${hashed(PAGE_STYLE)}`,
  `script-src ${hashed(SCRIPT)}`,
  // An icon of nothing keeps browsers from asking for one.
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': POLICY,
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'cache-control': 'no-store',
};

/** A page of its own that a link in a mail, or a form without script, leads to. */
export function linkPage({ language, direction }: Spoken, content: PageContent, status = 200): Response {
  const { shop, title, text, products = [], form, link } = content;
  const items = products.map((it) => `<li><bdi>${escapeHtml(it)}</bdi></li>`).join('');
  const html = `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${PAGE_STYLE}</style>
<script>${SCRIPT}</script>
</head>
<body>
<main>
<p class="shop"><bdi>${escapeHtml(shop)}</bdi></p>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
${items && `<ul>${items}</ul>`}
${form ? formOf(form) : ''}
${link ? `<a class="act" href="${escapeHtml(link.url)}">${escapeHtml(link.words)}</a>` : ''}
</main>
</body>
</html>
`;
  return new Response(html, { status, headers: HEADERS });
}

function formOf({ action, token, button, all, quiet }: NonNullable<PageContent['form']>): string {
  const hidden = (name: string, value: string): string =>
    `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`;
  return `<form method="post" action="${action}">${hidden('token', token)}${all ? hidden('all', '1') : ''}
<button${quiet ? ' class="quiet"' : ''}>${escapeHtml(button)}</button></form>`;
}
