// `npm run build`: dist/ (package), cdn/ (script tag), the JSON Schema, custom-elements.json and what is made of it.
// Files are written over the old ones and leftovers removed afterwards: a test that runs meanwhile never misses one.
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isMain, run } from './run.mjs';
import { setup } from './setup.mjs';

const filesIn = (dir) => {
  mkdirSync(dir, { recursive: true });
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dir, name))
    .filter((file) => statSync(file).isFile());
};

/** By its path: TypeScript 6, which ESLint and others need for its API, has a program of the same name. */
export const TSC = ['node', 'node_modules/typescript7/bin/tsc'];

/** tsc leaves behind what it wrote for files that are gone. */
const removeOlder = (dir, time) => {
  for (const file of filesIn(dir)) if (statSync(file).mtimeMs < time) rmSync(file);
};

const newest = (files) => Math.max(0, ...files.map((file) => statSync(file).mtimeMs));

/** Whether what was built is older than what it is built from. */
function isStale() {
  const built = filesIn('dist').concat(filesIn('cdn'));
  const sources = [...filesIn('src'), 'vite.config.ts', 'package.json', 'package-lock.json'];
  const oldest = Math.min(...built.map((file) => statSync(file).mtimeMs));
  return built.length === 0 || newest(sources) > oldest;
}

/**
 * Without `checked` types are not checked, which writes the same files: for a build of what has been built before.
 */
export async function build({ checked = true } = {}) {
  // File systems round times; a second of grace leaves nothing fresh behind.
  const start = Date.now() - 1000;
  const tsc = (project) => [...TSC, '-p', project, ...(checked ? [] : ['--noCheck'])];
  const commands = [
    tsc('src/tsconfig.build.json'),
    // With the endpoint and the check, which it is there to start.
    tsc('src/command'),
    ['vite', 'build', '--mode', 'cdn', '--logLevel', 'warn'],
    ['node', 'test/tools/schema.mjs', '--dist'],
    ['cem', 'analyze', '--quiet', '--config', 'test/config/custom-elements-manifest.config.mjs'],
    ['node', 'test/tools/artefacts.mjs'],
  ];
  for (const [program, ...args] of commands) {
    const code = await run(program, args);
    if (code !== 0) return code;
  }
  removeOlder('dist', start);
  return 0;
}

/** Builds when something changed since; answers with an exit code. */
export const freshBuild = async () => (isStale() ? build() : 0);

if (isMain(import.meta.url)) {
  setup();
  process.exitCode = await build({ checked: !process.argv.includes('--no-check') });
}
