/*
 * Live examples in JavaScript: what stands in the block of code is run with the sources themselves, and what it gives is
 * shown beside it. `NAME; // what it gives` shows NAME.
 */
import * as availability from '/src/availability.ts';
import * as lint from '/src/lint.ts';
import * as platforms from '/src/platforms.ts';
import * as server from '/src/server.ts';

const ENTRIES = { availability, lint, platforms, server };

const DOCUMENT = {
  version: 1,
  policy: { sell: 'backorder' },
  products: [{ id: 41, onHand: 0, restock: '2099-12-01/2099-12-05' }],
};

/** What an example takes from the code around it, and the names that it gives something to. */
const AROUND = {
  lint: {
    given: {
      text: '{\n "version": 1,\n "policy": { "sell": "backorder" },\n "products": [\n  { "id": 1, "onHand": 0 }\n ]\n}',
    },
    shown: ['findings'],
  },
  'structured-data': { given: { json: DOCUMENT }, shown: ['text'] },
  server: { given: { json: DOCUMENT }, shown: ['head', 'body'] },
};

const IMPORT = /^import (\{[^}]*\}) from 'backorder-elements\/(\w+)';$/gm;
const SHOWN = /^(\w[\w.]*); \/\/.*$/gm;

/** The code as the body of a function that answers with what it has made. */
function asFunction(code, { given = {}, shown = [] } = {}) {
  const body = code
    .replace(IMPORT, (_all, names, entry) => `const ${names} = entries.${entry};`)
    .replace(SHOWN, (_all, path) => `results[${JSON.stringify(path)}] = ${path};`);
  const last = shown.map((name) => `results.${name} = ${name};`).join('\n');
  const run = new Function(
    'entries',
    'results',
    ...Object.keys(given),
    `return (async () => {${body}\n${last}})();`,
  );
  return async () => {
    const results = {};
    await run(ENTRIES, results, ...Object.values(given));
    return results;
  };
}

/** A document: what is decided of each product now, and what the lint would say of it. */
async function asDocument(code) {
  const json = JSON.parse(code);
  // Where sign-ups go is a part of one.
  const whole = json.version ? json : { version: 1, products: [], signUp: json };
  const { value, problems } = availability.parseDocument(whole);
  const plan = availability.deliveryPlan(whole);
  const results = {};
  const decide = ({ id, record, policy }, variant) => {
    const reckon = plan.ok ? plan.value.reckonFor(id, variant) : undefined;
    const { state, promise } = availability.decide(record, policy, 1, Date.now(), reckon);
    return { state, ...(promise && { promise: promise.window ?? promise.leadTime }) };
  };
  for (const product of value.products) {
    if (!product.variants?.length) results[`product ${product.id}`] = decide(product);
    for (const variant of product.variants ?? []) {
      results[`variant ${variant.id}`] = decide({ ...variant, id: product.id }, variant.id);
    }
  }
  const findings = await lint.lintDocument(JSON.stringify(whole));
  const told = findings.map(({ severity, message }) => `${severity}: ${message}`);
  results['fields that are not read'] =
    problems.map(({ path, text }) => `${path}: ${text}`).join('\n') || 'none';
  return { ...results, 'npx backorder-elements lint': told.join('\n') || 'Nothing to mend.' };
}

const text = (value) => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));

function list(results) {
  const all = document.createElement('dl');
  all.className = 'run';
  for (const [name, value] of Object.entries(results)) {
    const term = document.createElement('dt');
    const shown = document.createElement('pre');
    term.textContent = name;
    shown.textContent = text(value);
    shown.tabIndex = 0;
    const given = document.createElement('dd');
    given.append(shown);
    all.append(term, given);
  }
  return all;
}

/** HTML that a server has written, on a page of its own, with the script tag. */
function written({ head, body }) {
  const frame = document.createElement('iframe');
  frame.className = 'live__frame';
  frame.title = 'Live: what the server has written';
  frame.srcdoc = `<!doctype html><html lang="en"><head><title>Written by a server</title><link rel="stylesheet" href="/examples.css"><script src="/examples.js" defer></script>${head}<script defer src="/cdn/backorder-elements.js"></script></head><body><main>${body}</main></body></html>`;
  return frame;
}

for (const place of document.querySelectorAll('[data-run]')) {
  const { run: name, kind } = place.dataset;
  const code = document.querySelector(`[data-example="${name}"] code`).textContent;
  try {
    const results = await (kind === 'json' ? asDocument(code) : asFunction(code, AROUND[name])());
    place.replaceChildren(results.head === undefined ? list(results) : written(results));
  } catch (error) {
    place.textContent = `It failed: ${error.message}`;
  }
}
document.documentElement.dataset.run = 'ready';
