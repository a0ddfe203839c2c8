// The test shop's other origin, on raw sockets: serves the same files at http://127.0.0.1:PORT/ID/PATH with CORS, and goes
// wrong there in all ways in which a server can, as `replies` of the page's options say (Reply in journey.ts).
import { once } from 'node:events';
import { createServer } from 'node:net';
import { performance } from 'node:perf_hooks';
import { mimeOf, pause } from './shop-state.mjs';

const TEXTS = {
  200: 'OK',
  204: 'No Content',
  301: 'Moved Permanently',
  302: 'Found',
  404: 'Not Found',
  503: 'Service Unavailable',
};

/** Reads one request off a socket: enough of HTTP for what browsers send. */
async function readRequest(socket) {
  let data = Buffer.alloc(0);
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    data = Buffer.concat([data, chunk]);
    const end = data.indexOf('\r\n\r\n');
    if (end < 0) continue;
    const [first, ...lines] = data.subarray(0, end).toString().split('\r\n');
    const headers = Object.fromEntries(
      lines.map((line) => [line.split(':')[0].toLowerCase(), line.replace(/^[^:]*:\s*/, '')]),
    );
    if (data.length < end + 4 + Number(headers['content-length'] ?? 0)) continue;
    const [method, url] = first.split(' ');
    return { method, url, headers, body: data.subarray(end + 4).toString() };
  }
  return undefined;
}

const corsOf = (cors) => {
  if (cors === false) return {};
  return {
    'access-control-allow-origin': cors === undefined ? '*' : cors,
    'access-control-allow-headers': '*, idempotency-key, content-type',
    'access-control-allow-methods': '*',
    'access-control-expose-headers': '*',
    'timing-allow-origin': '*',
  };
};

class Reply {
  sent = 0;
  #socket;
  #spec;

  constructor(socket, spec) {
    this.#socket = socket;
    this.#spec = spec;
  }

  head(status, headers) {
    const lines = Object.entries({ connection: 'close', 'cache-control': 'no-cache', ...headers });
    const text = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    this.#socket.write(`HTTP/1.1 ${status} ${TEXTS[status] ?? 'Status'}\r\n${text}\r\n`);
  }

  async body(bytes) {
    const { how, at = 0, rate = 1, every = 100, total = Infinity } = this.#spec;
    if (how === 'drip' || how === 'flood') {
      // For ever, unless told how much: the body first, blanks after it.
      const piece = Buffer.alloc(rate, ' ');
      while (!this.#socket.destroyed && this.sent < total) {
        const next = this.sent < bytes.length ? bytes.subarray(this.sent, this.sent + rate) : piece;
        this.sent += next.length;
        // What the browser does not take waits, so that `sent` tells what it took.
        if (!this.#socket.write(next))
          await Promise.race([once(this.#socket, 'drain'), once(this.#socket, 'close')]);
        await pause(every);
      }
      this.#socket.end();
    } else if (how === 'cut' || how === 'reset' || how === 'half-close') {
      this.#socket.write(bytes.subarray(0, at));
      this.sent = Math.min(at, bytes.length);
      // What was written has to leave before the reset, which would throw it away.
      await pause(20);
      if (how === 'reset') this.#socket.resetAndDestroy();
      else if (how === 'half-close') this.#socket.end();
      else this.#socket.destroy();
    } else {
      this.#socket.end(bytes);
      this.sent = bytes.length;
    }
  }
}

async function serve(shops, socket) {
  const request = await readRequest(socket);
  if (!request) return;
  const [, id, path, query] = /^\/([\w-]+)\/([^?]*)(?:\?(.*))?$/.exec(request.url) ?? [];
  if (id === undefined) return void socket.destroy();
  const shop = shops.at(id);
  const { method, headers, body } = request;
  const entry = { server: 'away', method, path, query, headers, at: performance.now(), body, fields: [] };
  shop.log.push(entry);
  shop.note(entry);
  const preflight = method === 'OPTIONS';
  const spec = (preflight ? shop.options.replies?.[`OPTIONS ${path}`] : shop.replyTo(path)) ?? {};
  const reply = new Reply(socket, spec);
  socket.once('close', () => {
    entry.closed = { after: performance.now() - entry.at, sent: reply.sent };
  });
  // Reading goes on, or the browser's end would not be noticed.
  socket.resume();
  await shop.wait(spec);
  if (spec.how === 'silent') return;
  if (spec.how === 'hang-up') return void socket.destroy();

  const cors = corsOf(spec.cors);
  if (preflight) {
    reply.head(spec.status ?? 204, { ...cors, ...spec.headers });
    return void socket.end();
  }
  let content = spec.body === undefined ? shop.content(path) : { body: spec.body, type: mimeOf('a.json') };
  if (path === 'sign-ups' && spec.body === undefined && (spec.status ?? 200) < 300) {
    content = {
      body: JSON.stringify(shop.signUp(headers['idempotency-key'], JSON.parse(body))),
      type: mimeOf('a.json'),
    };
  }
  const bytes = Buffer.from(content?.body ?? '');
  const endless = spec.how === 'drip' || spec.how === 'flood';
  reply.head(spec.status ?? (content ? 200 : 404), {
    ...cors,
    date: new Date().toUTCString(),
    'content-type': content?.type ?? mimeOf('a.txt'),
    ...(endless ? {} : { 'content-length': bytes.length }),
    ...spec.headers,
  });
  await reply.body(bytes);
}

const listen = (server) =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`)),
  );

/** Starts the other origin; `refused` is an address where nobody listens. */
export async function startFaultServer(shops) {
  const sockets = new Set();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('end', () => socket.end());
    serve(shops, socket).catch(() => socket.destroy());
  });
  const origin = await listen(server);
  const gone = createServer();
  const refused = await listen(gone);
  await new Promise((resolve) => gone.close(resolve));
  return {
    origin,
    refused,
    stop() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
