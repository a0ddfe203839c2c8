// `npx backorder-elements check`, as it is called: its words, its JSON and its exit codes.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { startShop } from '../support/shop-server.mjs';
import { ensureBrowsers, requireBrowser } from '../tools/browsers.mjs';

const { bin } = JSON.parse(readFileSync('package.json', 'utf8'));

async function run(args, { command = bin['backorder-elements'], env = {} } = {}) {
  const child = spawn(process.execPath, [command, ...args], { env: { ...process.env, ...env } });
  const [out, said, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { out, said, code };
}

describe('backorder-elements check', { concurrency: 2 }, () => {
  let shop;
  let env;

  before(async () => {
    await ensureBrowsers(['chromium']);
    env = { CHROME_PATH: requireBrowser('chromium') };
    shop = await startShop();
  });
  after(() => shop.stop());

  const address = (id, page, options) => {
    shop.at(id).options = { page, script: true, ...options };
    return `${shop.origin}/shop/${id}/${page}.html`;
  };

  it('prints a line a check, and under what fails how to mend it', async () => {
    const url = address('words', 'empty', { endpoint: '/shop/words/availability', document: '{}' });
    const { out, code } = await run(['check', url], { env });
    assert.equal(code, 1);
    assert.match(out, /^✔ The script has run\.$/m);
    assert.match(
      out,
      /^✘ The product form is found\.\n {4}Seen: 0 in the page\n {4}Mend: A form counts when/m,
    );
    assert.match(
      out,
      /^– On backorder, the button’s words change\. \(an earlier check has to hold first\)$/m,
    );
    assert.match(out, /\d+ hold, \d+ do not, \d+ could not be tried\.\n$/);
  });

  it('prints JSON, and ends with 0 when everything holds', async () => {
    const inline = { version: 1, products: [{ id: 'lamp', onHand: 2 }] };
    const { out, code } = await run(['check', address('json', 'plain', { inline }), '--json'], { env });
    const { url, findings } = JSON.parse(out);
    assert.match(url, /plain\.html$/);
    assert.deepEqual(
      findings.filter(({ outcome }) => outcome === 'fails'),
      [],
    );
    assert.ok(findings.length > 20);
    assert.equal(code, 0);
  });

  it('ends with 2 when the page does not open: nothing could be tried', async () => {
    const { out, code } = await run(['check', `${shop.origin}/no-such-page`], { env });
    assert.match(out, /^✘ The page opens\.$/m);
    assert.equal(code, 2);
  });

  it('says how it is called', async () => {
    assert.deepEqual((await run(['--help'])).code, 0);
    for (const args of [[], ['check'], ['check', 'no address'], ['try', 'https://shop.example']]) {
      const { said, code } = await run(args);
      assert.equal(code, 2);
      assert.match(said, /backorder-elements check URL/);
    }
    const { said, code } = await run(['check', 'https://shop.example', '--colour']);
    assert.equal(code, 2);
    assert.match(said, /--colour/);
  });

  it('says what to install where the driver or the browser is missing', async () => {
    const away = mkdtempSync(join(tmpdir(), 'backorder-check-'));
    cpSync('dist', join(away, 'dist'), { recursive: true });
    writeFileSync(join(away, 'package.json'), '{"type":"module"}');
    const without = await run(['check', 'https://shop.example'], {
      command: join(away, bin['backorder-elements']),
    });
    rmSync(away, { recursive: true });
    assert.equal(without.code, 2);
    assert.match(
      without.said,
      /puppeteer-core, which is not here.*\n {2}npm install --save-dev puppeteer-core\n/,
    );
    // Elsewhere browsers have places of their own.
    if (process.platform !== 'linux') return;
    const none = await run(['check', 'https://shop.example'], { env: { PATH: '', CHROME_PATH: '' } });
    assert.equal(none.code, 2);
    assert.match(none.said, /^No Chrome, Chromium or Edge found/);
  });
});
