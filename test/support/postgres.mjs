// A PostgreSQL server for one test run: its own cluster in a temporary folder, on a port of its own, gone afterwards.
// Nothing about it is tuned to be fast but unsafe: fsync is on, as in a shop.
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.mjs';

/** Folder of the newest PostgreSQL server's programs, or undefined where none is installed. */
export function findPostgres() {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((it) => join(base, it, 'bin')).find((it) => existsSync(join(it, 'initdb')));
}

/** PostgreSQL refuses to run as root. */
function otherUser() {
  if (process.getuid() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // There is no such user here.
    }
  }
  throw new Error('There is no user to run PostgreSQL as.');
}

/** Starts it; `url` names its database `postgres`, in which each test makes a database of its own. */
export async function startPostgres() {
  const bin = findPostgres();
  if (!bin) throw new Error('PostgreSQL is not installed (Debian: apt-get install postgresql)');
  const user = otherUser();
  const dir = mkdtempSync(join(tmpdir(), 'backorder-postgres-'));
  if (user.uid !== undefined) chownSync(dir, user.uid, user.gid);
  const data = join(dir, 'data');
  const env = { PATH: process.env.PATH, LC_ALL: 'C' };
  const flags = ['-D', data, '-U', 'shop', '--auth=trust', '--encoding=UTF8', '--no-sync'];
  execFileSync(join(bin, 'initdb'), flags, { ...user, env, cwd: dir, stdio: 'ignore' });
  const port = await freePort();
  const settings = ['-D', data, '-h', '127.0.0.1', '-p', port, '-k', dir, '-c', 'max_connections=300'];
  const server = spawn(join(bin, 'postgres'), settings.map(String), {
    ...user,
    env,
    cwd: dir,
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const stop = async () => {
    server.kill('SIGINT');
    await ended;
    rmSync(dir, { recursive: true, force: true });
  };
  const ready = join(bin, 'pg_isready');
  for (let tries = 0; ; tries += 1) {
    try {
      execFileSync(ready, ['-h', '127.0.0.1', '-p', String(port), '-U', 'shop'], { stdio: 'ignore' });
      return { url: `postgres://shop@127.0.0.1:${port}/postgres`, stop };
    } catch (error) {
      if (tries > 100) {
        await stop();
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
