import { readFile } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';

/** The text of a document, or why there is none. */
export type Linted =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string };

const MOST_CHARACTERS = 20_000_000;
const LONGEST = 15_000;

/** Reads a file, an address, or what is piped in as `-`; of a page the document that stands in it. */
export async function readLinted(source: string): Promise<Linted> {
  let text: string;
  try {
    text = await read(source);
  } catch (error) {
    const { message, cause } = error as Error;
    return {
      ok: false,
      why: `${source} cannot be read: ${cause instanceof Error ? cause.message : message}`,
    };
  }
  if (text.length > MOST_CHARACTERS) return { ok: false, why: `${source} is too long for a document.` };
  // Editors on Windows put it there, and JSON has no such sign.
  const bare = text.replace(/^\ufeff/, '');
  return /^\s*</.test(bare) ? documentIn(bare, source) : { ok: true, text: bare };
}

async function read(source: string): Promise<string> {
  if (source === '-') return textOf(process.stdin);
  if (!/^https?:\/\//i.test(source)) return readFile(source, 'utf8');
  const reply = await fetch(source, {
    headers: { accept: 'application/json, text/html;q=0.9' },
    signal: AbortSignal.timeout(LONGEST),
  });
  if (!reply.ok) throw new Error(`status ${reply.status}`);
  return reply.text();
}

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script/gi;

/** The document in a page. Around it blanks take the place of the page, so that lines and columns are the page's. */
function documentIn(html: string, source: string): Linted {
  for (const found of html.matchAll(SCRIPT)) {
    const [, attributes = '', content = ''] = found;
    if (!/\sdata-backorder-availability\b/i.test(attributes)) continue;
    if (!/\stype\s*=\s*["']?application\/json\b/i.test(attributes)) continue;
    const start = found.index + '<script'.length + attributes.length + 1;
    return { ok: true, text: html.slice(0, start).replace(/[^\r\n]/g, ' ') + content };
  }
  const endpoint = /\sdata-endpoint\s*=\s*["']?([^"'\s>]+)/i.exec(html)?.[1];
  const hint = endpoint ? ` It asks ${endpoint}: give the address of that, with ?products=ID.` : '';
  return {
    ok: false,
    why: `${source} is a page without <script type="application/json" data-backorder-availability>.${hint}`,
  };
}
