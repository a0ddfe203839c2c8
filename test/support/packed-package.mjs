// The package as npm would publish it, packed and installed into a folder of its own.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Packages that come along with our dependencies. */
const WITH_THEM = ['@lit', 'lit-html', 'lit-element', '@lit-labs', '@floating-ui', '@types/trusted-types'];

/**
 * Packs the package, and unpacks it into the node_modules of a new folder. Its dependencies, and whatever else is asked for, are
 * links to ours: nothing is downloaded.
 *
 * @param others packages of the project itself, or scopes of them
 */
export function installPacked(others = []) {
  const folder = mkdtempSync(join(tmpdir(), 'backorder-packed-'));
  const own = join(folder, 'node_modules', 'backorder-elements');
  mkdirSync(own, { recursive: true });
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    }),
  );
  // As npm unpacks it: what is in the archive stands in one folder, whatever that is called.
  execFileSync(
    'tar',
    ['-xzf', filename, '-C', join('node_modules', 'backorder-elements'), '--strip-components=1'],
    {
      cwd: folder,
    },
  );
  const { dependencies } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8'));
  for (const name of [...Object.keys(dependencies), ...WITH_THEM, ...others]) {
    const target = join(folder, 'node_modules', name);
    mkdirSync(join(target, '..'), { recursive: true });
    if (!existsSync(target)) symlinkSync(resolve('node_modules', name), target, 'junction');
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
