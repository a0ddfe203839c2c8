// What tests of sign-ups and messages do: sign up as the widgets do, read the outbox, press the buttons of mails.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { connect, createServer as createTcpServer } from 'node:net';
import { transaction } from '../../dist/endpoint/database/transaction.js';
import { tick } from '../../dist/endpoint/entry.js';
import { setStock } from '../../dist/endpoint/products/set-stock.js';
import { SYSTEMS, putItem, skipped, startEndpoint } from './endpoint.mjs';

export const SHOP = 'https://shop.example';

/** Runs `work` with an endpoint that knows a table, sold out. */
export const withShop =
  (system, work, options = {}) =>
  async () => {
    const shop = await startEndpoint({ system, ...options });
    try {
      await putItem(shop, 'table', {
        handle: 'oak-table',
        title: 'Oak table',
        url: 'https://shop.example/products/oak-table',
        price: 12_900,
        currency: 'EUR',
        on_hand: 0,
      });
      await work(shop);
    } finally {
      await shop.stop();
    }
  };

/** Both systems, each as a suite. */
export const inBoth = (describe, title, suite) => {
  for (const system of SYSTEMS)
    describe(`${title} (${system})`, { skip: skipped(system) }, () => suite(system));
};

/** Posts a sign-up as the widgets do. */
export const signUp = (shop, body = {}, { key = randomUUID(), from, headers = {} } = {}) =>
  shop.ask('POST', '/v1/sign-ups', {
    as: '',
    ...(from && { from }),
    headers: { ...(key && { 'idempotency-key': key }), origin: SHOP, ...headers },
    body: {
      email: 'jo@shopper.example',
      product: 'table',
      language: 'en',
      page: '/products/oak-table',
      ...body,
    },
  });

/** Every row of a table, in turn where it has turns. */
export const rowsOf = async ({ database }, table) => {
  const rows = await database.db.selectFrom(table).selectAll().execute();
  return rows.sort((a, b) => Number(a.turn ?? 0) - Number(b.turn ?? 0));
};

/** Does what is due; with `times` again and again. */
export const work = (shop) => tick(shop.parts);

/** Captured messages, oldest first. */
export const sentBy = async (shop, kind = '') => {
  const { json } = await shop.ask('GET', `/v1/outbox?state=sent&limit=200${kind && `&kind=${kind}`}`);
  return json.messages.reverse();
};

/** The link of a mail to confirm or to leave by, as path and query. */
export const linkIn = ({ text }, purpose) => {
  const url = new URL(new RegExp(`https?://\\S+/${purpose}\\?token=\\S+`).exec(text)[0]);
  return url.pathname + url.search;
};

/** Presses the button of the page that a link leads to. */
export const press = (shop, link, fields = {}) => {
  const url = new URL(link, 'https://stock.shop.example');
  const body = String(new URLSearchParams({ token: url.searchParams.get('token'), ...fields }));
  return shop.ask('POST', url.pathname, {
    as: '',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'null' },
    body,
  });
};

/** Signs up and confirms, so that the person waits for stock. */
export async function confirmed(shop, ...people) {
  for (const body of people) {
    await signUp(shop, body, {
      from: `198.51.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`,
    });
  }
  await shop.database.db
    .updateTable('sign_ups')
    .set({ state: 'active' })
    .where('state', '=', 'pending')
    .execute();
  await shop.database.db.deleteFrom('outbox').where('kind', '=', 'confirm').execute();
}

/** Tells the endpoint of stock, as a merchant or a webhook does. */
export const stock = (shop, change, item = { product: 'table', variant: '' }) =>
  transaction(shop.database, (tx) => setStock(tx, shop.time.now, item, change), shop.parts.now);

/** A server of HTTP: `answer(request, body)` gives status and headers; all that came is in `requests`. */
export async function receiver(answer = () => ({ status: 202 })) {
  const requests = [];
  const server = createServer((request, reply) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', async () => {
      requests.push({ headers: request.headers, url: request.url, body });
      const { status, headers = {}, hangUp } = (await answer(requests.length, body)) ?? {};
      if (hangUp) request.socket.destroy();
      else reply.writeHead(status, headers).end('{}');
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    });
  return { url: `http://127.0.0.1:${server.address().port}`, requests, close };
}

/**
 * A server of SMTP. `answers` gives what it says to a command ('RCPT', 'DATA', 'BODY') in place of yes, or 'hang-up'; mails
 * that it took are in `mails`.
 */
export async function smtpServer(answers = () => undefined) {
  const mails = [];
  const server = createTcpServer((socket) => {
    let mail;
    let pending = '';
    let inData = false;
    const say = (line) => socket.write(`${line}\r\n`);
    const answer = (command, line, usual) => {
      const said = answers(command, line, mails.length);
      if (said === 'hang-up') socket.destroy();
      else say(said ?? usual);
      return !said;
    };
    socket.on('error', () => {});
    say('220 test');
    socket.on('data', (part) => {
      pending += part.toString('latin1');
      for (;;) {
        const end = pending.indexOf(inData ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const line = pending.slice(0, end);
        pending = pending.slice(end + (inData ? 5 : 2));
        if (inData) {
          inData = false;
          const taken = {
            ...mail,
            raw: Buffer.from(line.replace(/^\.\./gm, '.'), 'latin1').toString('utf8'),
          };
          const said = answers('BODY', taken.raw, mails.length);
          // A server may take a mail and be cut off before it can say so.
          if (said === undefined || said === 'hang-up') mails.push(taken);
          if (said === 'hang-up') socket.destroy();
          else say(said ?? '250 taken');
          continue;
        }
        const command = line.slice(0, 4).toUpperCase();
        if (command === 'EHLO') say('250 test');
        else if (command === 'MAIL') answer('MAIL', line, '250 ok') && (mail = { from: line, to: [] });
        else if (command === 'RCPT') answer('RCPT', line, '250 ok') && mail.to.push(line);
        else if (command === 'DATA') inData = answer('DATA', line, '354 go on');
        else if (command === 'QUIT') socket.end('221 bye\r\n');
        else say('250 ok');
      }
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const sockets = new Set();
  server.on('connection', (socket) => sockets.add(socket));
  const close = () =>
    new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(resolve);
    });
  return { url: `smtp://127.0.0.1:${server.address().port}`, mails, close };
}

/** A mail's headers as [name, value], unfolded, and its body. */
export function parseMail(raw) {
  const [head, ...rest] = raw.split('\r\n\r\n');
  const headers = head
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]);
  return { headers, header: (name) => headers.find(([it]) => it === name)?.[1], body: rest.join('\r\n\r\n') };
}

/** The parts of a multipart mail, decoded. */
export function partsOf({ header, body }) {
  const boundary = /boundary="([^"]+)"/.exec(header('Content-Type'))[1];
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const { header: own, body: text } = parseMail(part.replace(/^\r\n/, ''));
      const encoding = own('Content-Transfer-Encoding');
      const bytes =
        encoding === 'base64'
          ? Buffer.from(text, 'base64')
          : encoding === 'quoted-printable'
            ? Buffer.from(
                text
                  .replace(/=\r\n/g, '')
                  .replace(/=([\dA-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))),
                'latin1',
              )
            : Buffer.from(text);
      return { type: own('Content-Type'), encoding, text: bytes.toString('utf8').replaceAll('\r\n', '\n') };
    });
}

/** Waits until a port is open. */
export const isOpen = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
