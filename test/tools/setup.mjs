// First step of `npm start` and `npm test`: a fresh clone needs nothing but Node. Plain Node, no packages.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const NEEDED = [20, 19];

/** The project's folder; every script works in it, from wherever it was started. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

const packagesIn = (file) => {
  try {
    return JSON.parse(readFileSync(`${root}${file}`, 'utf8')).packages;
  } catch {
    return {};
  }
};

/** Whether node_modules holds what package-lock.json asks for. npm leaves there a lock file of what it installed. */
function upToDate() {
  const wanted = packagesIn('package-lock.json');
  const installed = packagesIn('node_modules/.package-lock.json');
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true;
    // Binaries for other systems are optional and absent.
    if (!installed[path]) return optional || devOptional;
    return installed[path].version === version;
  });
}

export function setup() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
    console.error(
      `Node ${NEEDED.join('.')} or newer is needed, this is ${process.versions.node}: see https://nodejs.org/`,
    );
    process.exit(1);
  }
  process.chdir(root);
  if (upToDate()) return;
  console.log('Installing the packages that package-lock.json names (npm ci) ...');
  const { status } = spawnSync('npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error('npm ci failed; the packages come from the npm registry, so a connection to it is needed.');
  process.exit(1);
}
