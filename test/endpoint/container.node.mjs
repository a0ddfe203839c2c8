// What the container file does, line by line, without a container engine: packed, installed, started and asked.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  cpSync,
  symlinkSync,
  chownSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { freePort } from '../support/free-port.mjs';

const text = readFileSync('src/endpoint/Containerfile', 'utf8');

/** Its instructions, with lines that go on put together. */
const steps = text
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, ' ')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => /^\s*(\w+)\s+(.*)$/.exec(line).slice(1));
const all = (name) => steps.filter(([it]) => it === name).map(([, value]) => value);
const one = (name) => {
  const found = all(name);
  assert.equal(found.length, 1, name);
  return found[0];
};
/** Arguments of a RUN line's npm install that are packages. */
const packages = () =>
  one('RUN')
    .split('&&')[0]
    .trim()
    .split(/\s+/)
    .slice(2)
    .filter((it) => !it.startsWith('--'))
    .map((it) => it.replaceAll('"', ''));

const pkg = JSON.parse(readFileSync('package.json', 'utf8'));

describe('the container file', () => {
  it('has the instructions that are tried here and no others', () => {
    assert.deepEqual(
      steps.map(([name]) => name),
      [
        'FROM',
        'ARG',
        'WORKDIR',
        'RUN',
        'ENV',
        'USER',
        'VOLUME',
        'EXPOSE',
        'STOPSIGNAL',
        'HEALTHCHECK',
        'CMD',
        'ENTRYPOINT',
        'CMD',
      ]
        // The command of the health check stands on its line.
        .filter((name, nth) => !(name === 'CMD' && nth === 10)),
    );
  });

  it('is of a Node that the package runs on, and names it by registry and version', () => {
    const [, major] = /^docker\.io\/library\/node:(\d+)-slim$/.exec(one('FROM'));
    assert.ok(Number(major) >= Number(/\d+/.exec(pkg.engines.node)[0]));
  });

  it('installs every optional package that the endpoint imports, and nothing that it does not', () => {
    const [own, ...others] = packages();
    assert.equal(own, 'backorder-elements@${VERSION}');
    assert.match(one('ARG'), /^VERSION=latest$/);
    const imported = new Set();
    const files = execFileSync('find', ['src/endpoint', 'src/command', '-name', '*.ts'], {
      encoding: 'utf8',
    });
    for (const file of files.trim().split('\n')) {
      for (const [, name] of readFileSync(file, 'utf8').matchAll(
        /(?:from|import\()\s*'((?:@[\w-]+\/)?[\w-]+)/g,
      )) {
        if (name in pkg.peerDependencies) imported.add(name);
      }
    }
    // It is drawn in pages, by a file of its own that the server hands out.
    imported.add('echarts');
    assert.deepEqual(others.toSorted(), [...imported].toSorted());
    assert.match(one('RUN'), /--ignore-scripts .*--omit=dev/);
  });

  it('K20 runs as a user without rights, who owns the folder of the data and no other', () => {
    assert.equal(one('USER'), 'node');
    assert.match(one('RUN'), /install -d -o node -g node \/data$/);
    assert.equal(one('VOLUME'), '/data');
    const order = steps.map(([name]) => name);
    assert.ok(order.indexOf('USER') > order.lastIndexOf('RUN'));
    assert.ok(order.indexOf('USER') < order.indexOf('ENTRYPOINT'));
  });

  describe('run by hand', () => {
    let dir;
    let child;
    let lines = '';
    const environment = Object.fromEntries(
      one('ENV')
        .split(/\s+/)
        .map((it) => it.split('=')),
    );
    /** Who runs it: somebody without rights, where whoever runs the tests may choose. */
    const nobody = () => {
      if (process.getuid() !== 0) return {};
      const id = (flag) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
      return { uid: id('-u'), gid: id('-g') };
    };
    const user = nobody();
    let env;

    before(async () => {
      dir = mkdtempSync(join(tmpdir(), 'backorder-container-'));
      execFileSync('chmod', ['755', dir]);
      const own = join(dir, 'node_modules/backorder-elements');
      // What is packed is tried in packed.node.mjs.
      for (const part of ['dist', 'package.json']) cpSync(part, join(own, part), { recursive: true });
      // What npm would fetch is here already; the registry is not asked in a test.
      for (const name of packages().slice(1)) {
        const target = join(dir, 'node_modules', name);
        mkdirSync(dirname(target), { recursive: true });
        symlinkSync(resolve('node_modules', name), target, 'junction');
      }
      const data = join(dir, 'data');
      mkdirSync(data);
      if (user.uid !== undefined) chownSync(data, user.uid, user.gid);
      env = {
        ...environment,
        PATH: process.env.PATH,
        PORT: String(await freePort()),
        HOST: '127.0.0.1',
        DATABASE_URL: environment.DATABASE_URL.replace('/data', data),
      };
      const [program, ...args] = [...JSON.parse(one('ENTRYPOINT')), ...JSON.parse(all('CMD').at(-1))];
      assert.equal(program, 'node');
      child = spawn(process.execPath, args, { cwd: dir, env, ...user, stdio: ['ignore', 'pipe', 'inherit'] });
      child.stdout.on('data', (part) => (lines += part));
      while (!lines.includes('"listening"')) await once(child.stdout, 'data');
    });
    after(() => {
      child?.kill('SIGKILL');
      rmSync(dir, { recursive: true, force: true });
    });

    it('K20 listens on the port that is exposed, keeps its data in the volume, and writes nowhere else', async () => {
      assert.equal(environment.PORT, one('EXPOSE'));
      assert.equal(environment.HOST, '0.0.0.0');
      assert.ok(environment.DATABASE_URL.startsWith(`${one('VOLUME')}/`));
      assert.equal((await fetch(`http://127.0.0.1:${env.PORT}/ready`)).status, 200);
      assert.ok(existsSync(env.DATABASE_URL));
      if (user.uid !== undefined) {
        const owned = execFileSync('find', [dir, '-user', 'nobody', '-type', 'f'], { encoding: 'utf8' });
        assert.ok(
          owned
            .trim()
            .split('\n')
            .every((it) => it.startsWith(join(dir, 'data'))),
        );
      }
    });

    it('K20 is found well by its health check while it runs, and not when it does not', async () => {
      const [, command] = /CMD (\[.*\])$/.exec(one('HEALTHCHECK'));
      const [, ...args] = JSON.parse(command);
      const check = async (more = {}) => {
        const [code] = await once(
          spawn(process.execPath, args, { cwd: dir, env: { ...env, ...more }, ...user, stdio: 'ignore' }),
          'exit',
        );
        return code;
      };
      assert.equal(await check(), 0);
      assert.equal(await check({ PORT: String(await freePort()) }), 1);
    });

    it('ends soon with 0 at its stop signal', async () => {
      child.kill(one('STOPSIGNAL'));
      const [code] = await once(child, 'exit');
      assert.equal(code, 0);
      assert.match(lines, /"closed"/);
    });
  });
});
