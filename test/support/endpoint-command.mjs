// The endpoint as its command line runs it: a process of its own, with a socket and signals.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

const COMMAND = 'dist/command/command.js';

/** Only what a test sets: the settings of whoever runs the tests are not its own. */
const environment = (env) => ({ PATH: process.env.PATH, ...env });

/** Runs a command to its end. */
export async function command(args, env = {}) {
  const child = spawn(process.execPath, [COMMAND, ...args], { env: environment(env) });
  const [out, said, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { out, said, code };
}

/** Starts `serve` on a free port; ready when it listens. `lines` is what it logs; `stop()` gives its exit code. */
export async function startServe(database, env = {}, { prefix = [] } = {}) {
  const args = [COMMAND, 'serve', '--port', '0', '--database', database];
  const [program, ...more] = [...prefix, process.execPath, ...args];
  const child = spawn(program, more, { env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] });
  const lines = [];
  let said = '';
  child.stderr.on('data', (data) => (said += data));
  const exit = once(child, 'exit');
  const url = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      const { event, url } = JSON.parse(line);
      if (event === 'listening') resolve(url);
    });
    void exit.then(([code]) => reject(new Error(`exit ${code}: ${said}`)));
  });
  const stop = async (signal = 'SIGTERM') => {
    child.kill(signal);
    const [code, by] = await exit;
    return code ?? by;
  };
  return { url, child, lines, exit, stop };
}

/** A key with these scopes, made by the command. */
export async function makeKey(database, scopes = 'all') {
  const { out, said, code } = await command([
    'create-key',
    'test',
    '--scopes',
    scopes,
    '--database',
    database,
  ]);
  if (code !== 0) throw new Error(said);
  return out.trim();
}
