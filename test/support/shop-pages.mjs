// Fixture pages of the test shop, with the script tag or without it.
import { readFileSync } from 'node:fs';
import { root } from './shop-state.mjs';
import { sectionOf } from './shopify-shop.mjs';

/**
 * Runs before anything else on a page, with our script or without, and keeps what goes wrong there. A form is sent into the
 * frame of the name `sink`, if there is one: some browsers stop all that a page is fetching when it begins to be replaced,
 * though the shop's answer then leaves it where it is.
 */
export const heard = (sink) => `(() => {
  const sink = ${JSON.stringify(sink ?? '')};
  addEventListener('submit', ({ target: form }) => {
    if (!sink || form.target) return;
    form.target = sink;
    setTimeout(() => form.removeAttribute('target'));
  }, true);
  const heard = { errors: [], console: [], shifts: [], violations: [] };
  Object.defineProperty(window, 'heard', { value: heard });
  addEventListener('error', (event) => {
    if (event.message) heard.errors.push(event.message);
  });
  addEventListener('unhandledrejection', (event) => heard.errors.push(String(event.reason)));
  addEventListener('securitypolicyviolation', (event) => heard.violations.push(event.violatedDirective + ' ' + event.blockedURI));
  for (const level of ['warn', 'error']) {
    const before = console[level];
    console[level] = (...words) => {
      heard.console.push(words.join(' '));
      before.apply(console, words);
    };
  }
  try {
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries()) {
        const moved = sources.map(({ node }) => node && [node.parentElement?.localName, node.localName ?? node.nodeName].join(' '));
        heard.shifts.push({ value, hadRecentInput, moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  } catch {}
})();
`;

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const tag = (name, attributes, inside = '') => {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === '' ? ` ${key}` : ` ${key}="${escape(value)}"`,
  );
  return `<${name}${written.join('')}>${inside}</${name}>`;
};

const inJson = (value) =>
  (typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('<', '\\u003c');

/** The page of this name, as the test has asked for it in `options`; `query` can turn the script tag on and off. */
export function renderPage(name, options, query) {
  const { head = '', slots = {}, inline, loader, attributes = {}, theme = '', nonce } = options;
  const script = query.has('script') ? query.get('script') === '1' : (options.script ?? false);
  // Pages in a folder ask the shop itself, not the folder.
  const up = '../'.repeat(name.split('/').length - 1);
  const fromPage = (address) => (/^(?:[a-z]+:|\/)/.test(address) ? address : up + address);
  const endpoint = query.get('endpoint') ?? options.endpoint;
  const nonced = nonce === undefined ? {} : { nonce };
  const parts = [tag('script', { src: `${up}-/heard.js`, ...nonced }), theme];
  if (script) {
    const src = fromPage(loader ?? 'cdn/backorder-elements.js');
    const data = endpoint === undefined ? {} : { 'data-endpoint': fromPage(endpoint) };
    if (inline !== undefined) {
      parts.push(
        tag('script', { type: 'application/json', 'data-backorder-availability': '' }, inJson(inline)),
      );
    }
    parts.push(head, tag('script', { src, defer: '', ...nonced, ...data, ...attributes }));
  }
  const section = sectionOf(name.replace(/\.html$/, ''), slots);
  const filled = { head: parts.filter(Boolean).join('\n  '), section, ...slots };
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  return withParts(read(name), folder).replace(/<!-- shop:(\w+) -->/g, (_all, slot) => filled[slot] ?? '');
}

const read = (name) => readFileSync(new URL(`test/fixtures/pages/${name}`, root), 'utf8');

/**
 * What several pages of a folder have in common stands in its `parts/NAME.html`, and in a page `<!-- part:NAME key=value -->`:
 * in the part, `{{key}}` is the value. Parts have parts.
 */
function withParts(html, folder) {
  return html.replace(/<!-- part:([\w-]+)((?: \w+=\S+)*) -->/g, (_all, part, told) => {
    const values = Object.fromEntries(told.split(' ').map((it) => it.split('=')));
    const text = read(`${folder}parts/${part}.html`).trimEnd();
    return withParts(
      text.replace(/\{\{(\w+)\}\}/g, (_name, key) => values[key] ?? ''),
      folder,
    );
  });
}
