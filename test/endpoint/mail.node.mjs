import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'parse5';
import { readSettings } from '../../dist/endpoint/entry.js';
import { LANGUAGES, findWords, preferred } from '../../dist/endpoint/words/find-words.js';
import {
  confirmed,
  parseMail,
  partsOf,
  rowsOf,
  signUp,
  smtpServer,
  stock,
  withShop,
  work,
} from '../support/people.mjs';

/** Elements and attributes of a page, and its text. */
function readHtml(html) {
  const found = { tags: [], links: [], attributes: [], text: '' };
  const visit = (node) => {
    if (node.nodeName === '#text') found.text += node.value;
    if (node.tagName) found.tags.push(node.tagName);
    for (const { name, value } of node.attrs ?? []) {
      found.attributes.push(name);
      if (name === 'href' || name === 'src') found.links.push(value);
    }
    node.childNodes?.forEach(visit);
  };
  visit(parse(html));
  return found;
}

describe('mails', () => {
  const system = 'sqlite';
  const test = (title, run, { answers, settings = {} } = {}) =>
    it(title, async () => {
      const server = await smtpServer(answers);
      const mail = { SMTP_URL: server.url, MAIL_FROM: 'Möbel & Söhne <stock@shop.example>' };
      try {
        await withShop(system, (shop) => run(shop, server), { settings: { ...mail, ...settings } })();
      } finally {
        await server.close();
      }
    });

  test('E36 have exactly the headers they should, whatever the shop writes into its titles', async (shop, {
    mails,
  }) => {
    const title = 'Tisch\r\nBcc: all@victim.example\r\n\r\n<script>\u2028x\u202e\0';
    await shop.database.db.updateTable('items').set({ title }).execute();
    await signUp(shop, { email: "o'brien+x@shopper.example", language: 'de' });
    await work(shop);
    assert.equal(mails.length, 1);
    assert.deepEqual(mails[0].to, ["RCPT TO:<o'brien+x@shopper.example>"]);
    assert.match(mails[0].from, /^MAIL FROM:<stock@shop\.example>/);
    const { headers, header } = parseMail(mails[0].raw);
    assert.deepEqual(headers.map(([name]) => name).sort(), [
      'Auto-Submitted',
      'Content-Type',
      'Date',
      'From',
      'List-Unsubscribe',
      'List-Unsubscribe-Post',
      'MIME-Version',
      'Message-ID',
      'Subject',
      'To',
    ]);
    assert.equal(header('Auto-Submitted'), 'auto-generated');
    assert.equal(header('List-Unsubscribe-Post'), 'List-Unsubscribe=One-Click');
    assert.match(
      header('List-Unsubscribe'),
      /^<https:\/\/stock\.shop\.example\/v1\/sign-ups\/leave\?token=[\w-]{43}>$/,
    );
    const [row] = await rowsOf(shop, 'outbox');
    assert.equal(header('Message-ID'), `<${row.id}@shop.example>`);
    assert.equal(Date.parse(header('Date')), shop.time.now);
    assert.match(header('From'), /^=\?UTF-8\?.+\?= <stock@shop\.example>$/);
    assert.doesNotMatch(mails[0].raw, /^Bcc:/m);
    assert.equal(row.state, 'sent');
    assert.doesNotMatch(
      JSON.stringify(row),
      /brien|token/,
      'what was sent leaves neither address nor secret',
    );
  });

  test('E37 a title is text: no markup in the HTML, no link that the shop did not write', async (shop, {
    mails,
  }) => {
    const title = '<a href="https://evil.example">Win</a> & https://evil.example www.evil.example/x';
    await shop.database.db.updateTable('items').set({ title, url: 'javascript:alert(1)' }).execute();
    await confirmed(shop, { quantity: 2 });
    await stock(shop, { received: 5 });
    await work(shop);
    const [text, html] = partsOf(parseMail(mails[0].raw));
    assert.match(text.type, /^text\/plain; charset=utf-8/);
    assert.match(html.type, /^text\/html; charset=utf-8/);
    const { tags, links, attributes, text: shown } = readHtml(html.text);
    assert.equal(links.length, 1);
    assert.match(links[0], /^https:\/\/stock\.shop\.example\/v1\/sign-ups\/leave\?token=/);
    assert.ok(!tags.some((it) => ['script', 'img', 'iframe', 'form', 'table', 'link'].includes(it)));
    assert.ok(!attributes.some((it) => it.startsWith('on')));
    assert.match(shown, /<a href="https/);
    for (const part of [text.text, shown]) {
      assert.doesNotMatch(part, /https?:\/\/evil|www\.evil/);
      assert.match(part, /Win/);
      assert.match(part, /€129\.00/);
      assert.match(part, /Quantity you asked for: 2/);
    }
  });

  test('speak the language of the sign-up, right to left where it is read so, as text and as HTML', async (shop, {
    mails,
  }) => {
    const wanted = { de: 'de-CH', ar: 'ar-EG', he: 'iw', 'zh-Hant': 'zh-TW', 'pt-BR': 'pt', en: 'tlh' };
    const tags = Object.entries(wanted).filter(([tag]) => LANGUAGES.includes(tag));
    for (const [tag, language] of tags) await confirmed(shop, { email: `${tag}@shopper.example`, language });
    await stock(shop, { received: 50 });
    await work(shop);
    for (const [tag] of tags) {
      const mail = mails.find(({ to }) => to[0].includes(`<${tag}@`));
      const [text, html] = partsOf(parseMail(mail.raw));
      const { words, direction } = await findWords(tag);
      assert.match(html.text, new RegExp(`<html lang="${tag}" dir="${direction}">`));
      for (const part of [text.text, readHtml(html.text).text])
        assert.ok(part.includes(words['restock.lead']), tag);
      assert.match(text.text, /\nhttps:\/\/shop\.example\/products\/oak-table\n/);
      assert.ok(mail.raw.split('\r\n').every((line) => Buffer.byteLength(line) <= 998));
    }
  });

  test(
    'E41 a recipient that does not exist is given up; a server that is busy, silent or cut off is tried again with the same mail',
    async (shop, { mails }) => {
      await confirmed(shop, { email: 'nobody@shopper.example' }, { email: 'cut@shopper.example' });
      await stock(shop, { received: 5 });
      for (let times = 0; times < 4; times += 1) {
        await work(shop);
        shop.time.now += 30 * 60_000;
      }
      const rows = await rowsOf(shop, 'outbox');
      assert.deepEqual(
        rows.map((it) => [it.state, it.last_problem]),
        [
          ['dead', 'smtp-550'],
          ['sent', null],
        ],
      );
      // The server took the first and was cut off before it could say so: the second says that it is the same.
      assert.equal(mails.length, 2);
      assert.equal(new Set(mails.map(({ raw }) => parseMail(raw).header('Message-ID'))).size, 1);
      assert.doesNotMatch(shop.lines.join(''), /shopper\.example/);
    },
    {
      answers: (command, line, count) => {
        if (command === 'RCPT' && line.includes('nobody')) return '550 no such user <nobody@shopper.example>';
        return command === 'BODY' && count === 0 ? 'hang-up' : undefined;
      },
    },
  );

  test('a channel that no sender serves is refused with a word; settings that miss one another are, too', async (shop) => {
    const { status, json } = await signUp(shop, { channel: 'sms', phone: '+49301234567', email: undefined });
    assert.deepEqual([status, json.code], [422, 'channel-not-offered']);
    for (const [settings, missing] of [
      [{ SMTP_URL: 'smtp://mail.example', PUBLIC_URL: 'https://x.example' }, 'MAIL_FROM'],
      [{ KLAVIYO_PRIVATE_KEY: 'pk_secret' }, 'PUBLIC_URL'],
      [
        { RESTOCK_WEBHOOK_URL: 'https://x.example/hook', PUBLIC_URL: 'https://x.example' },
        'RESTOCK_WEBHOOK_SECRET',
      ],
      [{ CHALLENGE: 'hcaptcha' }, 'CHALLENGE_SECRET'],
      [{ MAIL_FROM: 'Shop\r\nBcc: all@x.example <a@x.example>' }, 'MAIL_FROM'],
    ]) {
      assert.throws(
        () => readSettings(settings),
        (error) => error.message.startsWith(`${missing}: `) && !/pk_secret|all@/.test(error.message),
      );
    }
  });
});

describe('words', () => {
  it('are there in every language that the widgets speak, each sentence with its place and without another', async () => {
    const english = (await findWords('en')).words;
    const files = readdirSync('src/messages').filter(
      (file) => /^[a-z]{2}(?:-[a-z]+)?\.ts$/.test(file) && !/^en-/.test(file),
    );
    assert.deepEqual(
      LANGUAGES.map((it) => it.toLowerCase()).sort(),
      files.map((file) => file.replace('.ts', '')).sort(),
    );
    for (const tag of LANGUAGES) {
      const { words, language } = await findWords(tag);
      assert.equal(language, tag);
      assert.deepEqual(Object.keys(words).sort(), Object.keys(english).sort(), tag);
      for (const [name, text] of Object.entries(words)) {
        const places = (it) => (it.match(/\{\w+\}/g) ?? []).join();
        assert.equal(places(text), places(english[name]), `${tag} ${name}`);
        assert.equal(text, text.trim());
        if (tag !== 'en') assert.notEqual(text, english[name], `${tag} ${name}`);
      }
      const file = readFileSync(`src/endpoint/words/${tag.toLowerCase()}.ts`, 'utf8');
      assert.doesNotMatch(file, /\p{Cf}(?<![\u200c\u200d])/u, `${tag}: invisible characters`);
    }
  });

  it('are found for tags as browsers and shops write them', async () => {
    const found = async (tag) => (await findWords(tag)).language;
    assert.equal(await found('de_CH'), 'de');
    assert.equal(await found('nonsense; drop table'), 'en');
    assert.equal(await found(''), 'en');
    assert.equal(preferred('tlh, de-AT;q=0.8, fr;q=0.5'), 'de');
    assert.equal(preferred(undefined), 'en');
  });
});
