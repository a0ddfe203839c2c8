// What the documentation says of the endpoint is what happens: its commands are run, with the port of this test in the place of theirs.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { parseDocument } from '../../dist/availability.js';
import { freePort } from '../support/free-port.mjs';
import { namedIn } from '../tools/docs-settings.mjs';

const readme = readFileSync('demo/docs/endpoint.md', 'utf8');
const example = (name) =>
  new RegExp(`<!-- example: ${name} -->\\n+\`\`\`sh\\n([\\s\\S]*?)\`\`\``).exec(readme)[1];
const { peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const packagesOf = (command) =>
  [...new Set(command.trim().split(/\s+/))].filter((it) => it in peerDependencies).sort();

describe('the endpoint in the documentation', () => {
  it('names every package that it needs, here, in the program and in the container', () => {
    // The others are for the storefront and for the check of a page.
    const needed = Object.keys(peerDependencies)
      .filter((it) => !['puppeteer-core', 'react', 'vue'].includes(it))
      .sort();
    const program = /PACKAGES =\s*'([^']+)'/.exec(readFileSync('src/command/command.ts', 'utf8'))[1];
    const container = readFileSync('src/endpoint/Containerfile', 'utf8');
    assert.deepEqual(packagesOf(example('endpoint-install')), needed);
    assert.deepEqual(packagesOf(program), needed);
    assert.deepEqual(packagesOf(container), needed);
  });

  it('names every setting', () => {
    assert.deepEqual(
      namedIn('demo/docs/endpoint-settings.md').map((it) => it.name),
      [],
    );
  });

  it('starts, makes a key and takes products, by the commands as they stand there', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'backorder-readme-'));
    const port = await freePort();
    mkdirSync(join(dir, 'node_modules/.bin'), { recursive: true });
    // As npm makes it when it installs the package.
    const program = `#!/bin/sh\nexec node '${resolve('dist/command/command.js')}' "$@"\n`;
    writeFileSync(join(dir, 'node_modules/.bin/backorder-elements'), program, { mode: 0o755 });
    const start = example('endpoint-start').replace(
      'npx backorder-elements serve',
      'node_modules/.bin/backorder-elements serve',
    );
    const script = [
      start
        .trim()
        .replaceAll('8787', String(port))
        .replaceAll('npx ', 'node_modules/.bin/')
        .replaceAll('.bin/node_modules/.bin/', '.bin/') + ' > log &',
      'SERVER=$!',
      'trap "kill $SERVER; wait $SERVER" EXIT',
      `for TRY in $(seq 300); do curl -sf http://127.0.0.1:${port}/ready > ready && break; sleep 0.1; done`,
      'set -e',
      example('endpoint-products').replaceAll('8787', String(port)),
    ].join('\n');
    try {
      const env = { PATH: `${join(process.execPath, '..')}:${process.env.PATH}` };
      const shell = spawn('bash', ['-c', script], { cwd: dir, env, stdio: ['ignore', 'pipe', 'pipe'] });
      const [out, said, [code]] = await Promise.all([
        text(shell.stdout),
        text(shell.stderr),
        once(shell, 'exit'),
      ]);
      assert.equal(code, 0, said + out);
      const document = JSON.parse(out.slice(out.indexOf('{"policy":{"sell":"backorder"},"delivery"', 10)));
      assert.deepEqual(parseDocument(document).problems, []);
      assert.deepEqual([document.products[0].onHand, document.products[0].availableForBackorder], [12, 20]);
      assert.match(out, /"dryRun":true/);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
});

describe('the container file', () => {
  const lines = readFileSync('src/endpoint/Containerfile', 'utf8')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => /^([A-Z]+) +(.*)$/.exec(line));

  it('has only instructions that there are, each whole', () => {
    const known = 'FROM ARG WORKDIR RUN ENV USER VOLUME EXPOSE STOPSIGNAL HEALTHCHECK ENTRYPOINT CMD'.split(
      ' ',
    );
    for (const line of lines) assert.ok(line && known.includes(line[1]), String(line));
    assert.equal(lines[0][1], 'FROM');
    for (const [, name, rest] of lines.filter(([, it]) => ['ENTRYPOINT', 'CMD'].includes(it))) {
      assert.ok(Array.isArray(JSON.parse(rest)), `${name} is a list, or signals would go to a shell`);
    }
  });

  it('runs as nobody in particular, without scripts of packages, the program that there is', () => {
    const all = (name) => lines.filter(([, it]) => it === name).map(([, , rest]) => rest);
    assert.deepEqual(all('USER'), ['node']);
    assert.match(all('RUN').join(), /--ignore-scripts/);
    assert.match(all('RUN').join(), /chown|-o node/);
    const { bin } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.ok(JSON.parse(all('ENTRYPOINT')[0])[1].endsWith(bin['backorder-elements']));
    const check = JSON.parse(all('HEALTHCHECK')[0].split('CMD ')[1]);
    assert.doesNotThrow(() => new Function(check[2]));
  });
});
