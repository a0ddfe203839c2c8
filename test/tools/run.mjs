// Runs programs of node_modules/.bin, so that scripts read like the command line.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './setup.mjs';

const PATH = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);

/** Runs a program to its end and answers with its exit code; what it writes is shown at once. */
export const run = (program, args = [], env = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, PATH, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });

/** Runs programs one after the other until one fails. */
export async function runAll(...commands) {
  for (const [program, ...args] of commands) {
    const code = await run(program, args);
    if (code !== 0) return code;
  }
  return 0;
}

/** Whether this file is the one that was started, and not an import of another. */
export const isMain = (url) => process.argv[1] !== undefined && url === pathToFileURL(process.argv[1]).href;
