/**
 * Markdown of the documentation as HTML. Links between sources become links between pages; `<!-- example: NAME -->` before a
 * block of code makes it an example, which the caller writes.
 */
import { posix } from 'node:path';
import { Marked } from 'marked';
import { PAGES } from './docs-contents.mjs';
import { escape } from './theme.mjs';

/** The anchor of a heading, as GitHub makes it. */
export const anchorOf = (title) =>
  title
    .toLowerCase()
    .replace(/<[^>]*>|&\w+;|`/g, (it) => (it.startsWith('<') ? it.slice(1, -1) : ''))
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

const plain = (text) => text.replace(/`|\*\*|\[([^\]]*)\]\([^)]*\)/g, '$1');

/** Where a link of a source leads among the pages; nothing where it leads to a file that is not served. */
function addressOf(href, source) {
  if (/^(?:[a-z]+:|#|\/)/.test(href)) return href;
  const [path, anchor] = href.split('#');
  const file = posix.join(posix.dirname(source), path);
  const found = PAGES.find((it) => it.source === file);
  const end = anchor ? `#${anchor}` : '';
  if (found) return `/docs/${found.page}.html${end}`;
  if (/^demo\/.*\.(?:html|json|txt)$/.test(file)) return `/${file.slice('demo/'.length)}${end}`;
  if (file.startsWith('demo/docs/')) throw new Error(`${source}: there is no page for ${href}`);
  return undefined;
}

/** The parts of a page: `[{ level, title, heading, anchor, html, text, code }]`; the first is its title and what stands below. */
export function partsOf(markdown, source, writeExample) {
  const marked = new Marked();
  marked.use({
    renderer: {
      link(href, _title, text) {
        const address = addressOf(href, source);
        if (address === undefined) return /^<code>/.test(text) ? text : `<code>${text}</code>`;
        return `<a href="${escape(address)}">${text}</a>`;
      },
      code(text, kind) {
        return block(text, kind === 'sh' ? 'Commands' : `Code${kind ? ` (${kind})` : ''}`);
      },
      table(head, body) {
        // Landmarks of one page have names of their own.
        const heads = [...head.matchAll(/<th[^>]*>(.*?)<\/th>/g)].map(([, text]) =>
          text.replace(/<[^>]+>/g, ''),
        );
        const name = `${label}: ${heads.join(', ')}`;
        return `<div class="table-scroll" tabindex="0" role="region" aria-label="${escape(name)}"><table class="table">
<thead>${head}</thead>
<tbody>${body}</tbody>
</table></div>\n`;
      },
    },
  });
  let label = '';
  const parts = [];
  const anchors = new Map();
  let example;
  for (const token of marked.lexer(markdown)) {
    if (token.type === 'heading') {
      label = plain(token.text);
      const anchor = anchorOf(token.text);
      const seen = anchors.get(anchor) ?? 0;
      anchors.set(anchor, seen + 1);
      parts.push({
        level: token.depth,
        title: label,
        heading: marked.parseInline(token.text),
        anchor: seen ? `${anchor}-${seen}` : anchor,
        html: '',
        text: '',
        code: '',
      });
      continue;
    }
    const part = parts.at(-1);
    const name = token.type === 'html' && /^<!-- example: (\S+) -->/.exec(token.raw)?.[1];
    if (name) {
      example = name;
    } else if (token.type === 'code' && example) {
      part.html += writeExample(example, token.lang, token.text, label);
      part.code += ` ${token.text}`;
      example = undefined;
    } else if (token.type === 'html') {
      part.html += /^<!-- (?!chooser)/.test(token.raw) ? '' : token.raw;
    } else if (token.type === 'code') {
      part.html += marked.parser([token]);
      part.code += ` ${token.text}`;
    } else if (token.type !== 'space') {
      part.html += marked.parser([token]);
      part.text += ` ${plain(token.raw.replace(/[|*#>-]+/g, ' '))}`;
    }
  }
  return parts;
}

/** A block of code that can be copied. */
export const block = (text, caption, name) => `<figure class="snippet">
<figcaption class="snippet__caption">${escape(caption)}</figcaption>
<pre class="code" data-copy${name ? ` data-example="${name}"` : ''} tabindex="0" role="region" aria-label="${escape(caption)}"><code>${escape(text.trimEnd())}</code></pre>
</figure>\n`;
