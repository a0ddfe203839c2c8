// What the test shop keeps of each page that a test has opened: how it shall answer, and what it was asked.
import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';

const MIME = {
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
  css: 'text/css',
  txt: 'text/plain',
};

export const root = new URL('../../', import.meta.url);

export const mimeOf = (name) =>
  `${MIME[name.split('.').at(-1)] ?? 'application/octet-stream'}; charset=utf-8`;

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The text of a file that pages ask for: the script-tag files, and the themes' own beside the fixture pages. */
function fileOf(path) {
  const [, built] = /^cdn\/([\w.-]+)$/.exec(path) ?? [];
  const [, theirs] = /^(storefronts\/[\w.-]+\.(?:js|json))$/.exec(path) ?? [];
  if (!built && !theirs) return undefined;
  try {
    return readFileSync(new URL(built ? `cdn/${built}` : `test/fixtures/pages/${theirs}`, root), 'utf8');
  } catch {
    return undefined;
  }
}

/** On the gate of a shop: a request has arrived whole. */
const NOTED = Symbol('noted');

const isAdd = ({ method, path, whole }) => whole && method === 'POST' && path.startsWith('cart');

class Shop {
  /** As the test has set it: see PageOptions in journey.ts. */
  options = {};
  /** Requests in the order in which they came. */
  log = [];
  /** Sign-ups by their key, as a database with a unique key would hold them. */
  rows = new Map();
  #released = new Set();
  #gate = new EventEmitter();
  #asked = new Map();

  /** The reply that the test wants for a path, if any; of a list each request takes the next, the last one stays. */
  replyTo(path) {
    const reply = this.options.replies?.[path];
    if (!Array.isArray(reply)) return reply;
    const turn = this.#asked.get(path) ?? 0;
    this.#asked.set(path, turn + 1);
    return reply[Math.min(turn, reply.length - 1)];
  }

  release(name) {
    this.#released.add(name);
    this.#gate.emit(name);
  }

  /** A request of the log has arrived, with all that it says. */
  note(entry) {
    entry.whole = true;
    this.#gate.emit(NOTED);
  }

  /** Resolves when so many adds to the cart have arrived, or after `ms`. */
  async added(count, ms) {
    const late = AbortSignal.timeout(ms);
    while (this.log.filter(isAdd).length < count && !late.aborted)
      await once(this.#gate, NOTED, { signal: late }).catch(() => {});
  }

  /** Waits as a reply says: for a time, or until the test releases it. */
  async wait({ delay, hold } = {}) {
    if (delay) await pause(delay);
    if (hold && !this.#released.has(hold)) await once(this.#gate, hold);
  }

  /** What there is at a path when nothing goes wrong: `{ body, type }`, or nothing. */
  content(path) {
    if (path === 'availability') {
      const { document } = this.options;
      if (document === undefined) return undefined;
      return {
        body: typeof document === 'string' ? document : JSON.stringify(document),
        type: mimeOf('a.json'),
      };
    }
    const file = fileOf(path);
    if (file) return { body: file, type: mimeOf(path) };
    // What this storefront's own server answers its theme: `PAGE.answers.json`, a value a path; of `null` nothing (204).
    const answers = JSON.parse(fileOf(`${this.options.page}.answers.json`) ?? '{}');
    const answer = answers[path];
    if (answer === undefined) return undefined;
    return { body: answer === null ? undefined : JSON.stringify(answer), type: mimeOf('a.json') };
  }

  /** Takes a sign-up and answers as the endpoint does: the same key again gives the same answer and no second row. */
  signUp(key, body) {
    if (!this.rows.has(key)) this.rows.set(key, { key, ...body });
    return { requestId: key };
  }
}

/** More than are ever open at once. */
const MOST_SHOPS = 200;

/** The latest shops of a run, by the id in their pages' addresses. */
export class Shops {
  #byId = new Map();

  at(id) {
    const known = this.#byId.get(id);
    if (known) return known;
    const [oldest] = this.#byId.keys();
    if (this.#byId.size === MOST_SHOPS) this.#byId.delete(oldest);
    const shop = new Shop();
    this.#byId.set(id, shop);
    return shop;
  }

  forget(id) {
    this.#byId.delete(id);
  }
}

/** The fields of a form's body, in their order; of JSON its text. */
export async function readFields(type = '', body) {
  if (body.length === 0 || !/urlencoded|multipart/.test(type)) return [];
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  return [...form].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]);
}
