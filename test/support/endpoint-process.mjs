// An endpoint in a process of its own, for tests that kill it. Settings come from the environment; BO_SHIFT moves its clock.
// Started by hand it serves; imported it offers how to start one.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(import.meta.url);

/** Starts an endpoint; `kill()` ends it as a crash does. `run` is a command to start it with, such as strace. */
export async function startProcess(settings, { shift = 0, run = [] } = {}) {
  const [command, ...args] = [...run, process.execPath, file];
  const child = spawn(command, args, {
    env: { PATH: process.env.PATH, ...settings, PORT: '0', BO_SHIFT: String(shift) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (part) => {
      text += part;
      const [, found] = /"url":"([^"]+)"/.exec(text) ?? [];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(`the endpoint did not start: ${text}`)));
  });
  const end = async (signal) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return { url, pid: child.pid, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

if (process.argv[1] === file) {
  const { readSettings, serve } = await import('../../dist/endpoint/entry.js');
  const shift = Number(process.env.BO_SHIFT);
  const serving = await serve(readSettings(process.env), { now: () => Date.now() + shift });
  process.once('SIGTERM', () => serving.close().then(() => process.exit(0)));
}
