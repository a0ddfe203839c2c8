// `npx backorder-elements lint`, as it is called: on files, pages, addresses and what is piped in.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';

const { bin } = JSON.parse(readFileSync('package.json', 'utf8'));
const NOW = ['--now', '2026-11-22T09:00:00Z'];

async function run(args, { input = '', env = {} } = {}) {
  const child = spawn(process.execPath, [bin['backorder-elements'], 'lint', ...args], {
    env: { ...process.env, ...env },
  });
  child.stdin.on('error', () => undefined).end(input);
  const [out, said, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { out, said, code };
}

const CLEAN = `{
  "version": 1,
  "asOf": "2026-11-22T08:00:00Z",
  "policy": { "sell": "backorder" },
  "products": [{ "id": 7012, "onHand": 0, "restock": "2026-12-01" }]
}
`;
const UNDATED = CLEAN.replace(', "restock": "2026-12-01"', '');

describe('backorder-elements lint', { concurrency: 2 }, () => {
  let folder;
  const file = (name, content) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  before(() => (folder = mkdtempSync(join(tmpdir(), 'backorder-lint-'))));
  after(() => rmSync(folder, { recursive: true }));

  it('ends with 0 where there is nothing to mend', async () => {
    const { out, code } = await run([file('clean.json', CLEAN), ...NOW]);
    assert.match(out, /✔ Nothing to mend\.\n$/);
    assert.equal(code, 0);
  });

  it('prints product by product where it is, what to do and who asks for it, and ends with 1', async () => {
    const { out, code } = await run([file('undated.json', UNDATED), ...NOW]);
    assert.match(out, /\n\nProduct 7012\n {2}✘ 5:16 “7012” can be ordered \(backorder\) and has no date/);
    assert.match(out, /\n {4}Mend: Tell a date/);
    assert.match(out, /\n {4}EU: The latest date.* https:\/\/eur-lex\.europa\.eu/);
    assert.match(out, /\n\n1 error, 0 warnings\.\n$/);
    assert.ok(!out.includes('\x1b'), 'colours only on a terminal');
    assert.equal(code, 1);
  });

  it('counts only the rules of the regions that are named; a warning alone ends with 0', async () => {
    const { out, code } = await run(['-', ...NOW, '--region', 'us'], { input: UNDATED });
    assert.match(out, /! 5:16/);
    assert.match(out, /US: /);
    assert.doesNotMatch(out, /EU: /);
    assert.equal(code, 0);
    assert.equal((await run(['-', ...NOW, '--region', 'us, eu'], { input: UNDATED })).code, 1);
    assert.equal(
      (await run(['-', ...NOW, '--region', 'us', '--region', 'google'], { input: UNDATED })).code,
      1,
    );
  });

  it('looks at it for the instant that is named', async () => {
    const { out, code } = await run(['-', '--json', '--now', '2026-12-05T00:00:00Z'], { input: CLEAN });
    const { findings, now, errors } = JSON.parse(out);
    assert.deepEqual([now, errors, code], ['2026-12-05T00:00:00.000Z', 1, 1]);
    assert.equal(findings[0].rule, 'date-passed');
    assert.deepEqual(findings[0].place, { pointer: '/products/0/restock', line: 5, column: 43 });
    assert.deepEqual(Object.keys(findings[0]), [
      ...['rule', 'severity', 'place', 'message', 'fix', 'see', 'product', 'asked'],
    ]);
  });

  it('quotes shoppers’ sentences in the language that is named', async () => {
    const { out } = await run(['-', ...NOW, '--language', 'de'], { input: UNDATED });
    assert.match(out, /Versandtermin noch offen/);
  });

  it('reads the document that stands in a page, with the page’s lines; also from an address', async () => {
    const html = `<!doctype html>\n<title>Lamp</title>\n<script type="application/json" id="a" data-backorder-availability>\n${UNDATED}</script>\n`;
    const fromFile = await run([file('page.html', html), ...NOW, '--json']);
    assert.equal(JSON.parse(fromFile.out).findings[0].place.line, 8);
    const server = createServer((request, response) => {
      response.statusCode = request.url === '/gone' ? 410 : 200;
      response.end(request.url === '/page' ? html : UNDATED);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const origin = `http://127.0.0.1:${server.address().port}`;
    try {
      assert.equal(
        JSON.parse((await run([`${origin}/page`, ...NOW, '--json'])).out).findings[0].place.line,
        8,
      );
      assert.equal((await run([`${origin}/document?products=7012`, ...NOW])).code, 1);
      const gone = await run([`${origin}/gone`]);
      assert.equal(gone.code, 2);
      assert.match(gone.said, /status 410/);
    } finally {
      server.close();
    }
  });

  it('names the endpoint of a page that has no document in it', async () => {
    const page = '<script defer src="/backorder-elements.js" data-endpoint="/stock"></script>';
    const { said, code } = await run([file('none.html', page)]);
    assert.equal(code, 2);
    assert.match(said, /asks \/stock/);
  });

  it('tells where a file is no JSON, and reads one with a byte order mark', async () => {
    const { out, code } = await run([file('broken.json', '{\n  "version": 1,\n}\n')]);
    assert.match(out, /✘ 3:1 The text is no JSON/);
    assert.equal(code, 1);
    assert.equal((await run([file('bom.json', `\ufeff${CLEAN}`), ...NOW])).code, 0);
  });

  it('says how it is called, and ends with 2, where it cannot tell what is wanted', async () => {
    assert.equal((await run(['--help'])).code, 0);
    for (const args of [
      [],
      ['a.json', 'b.json'],
      ['no-such-file.json'],
      ['-', '--region', 'mars'],
      ['-', '--now', 'tomorrow'],
      ['-', '--language', 'tlh'],
      ['-', '--colour'],
    ]) {
      const { said, code } = await run(args, { input: CLEAN });
      assert.equal(code, 2, args.join(' '));
      assert.notEqual(said, '');
    }
  });

  it('what a document says does not steer the terminal', async () => {
    const hostile = UNDATED.replace('7012', String.raw`"\u001b[2J\u0007\nProduct 1"`);
    const { out } = await run(['-', ...NOW], { input: hostile });
    // eslint-disable-next-line no-control-regex
    assert.doesNotMatch(out, /[\u0000-\u0009\u000b-\u001f]/);
    assert.doesNotMatch(out, /^Product 1$/m);
  });
});
