// Astro's client router as a script: its own files and the script of its <ClientRouter>, fetched from the registry (astro is far
// too heavy to be installed for that) and bundled as Astro does.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';

const VERSION = '5.18.2';
const run = promisify(execFile);

/** What Astro's plugins put in: the client's modules, and no headers of an adapter. */
const astro = (folder) => ({
  name: 'astro',
  enforce: 'pre',
  resolveId(id) {
    if (id === 'astro:transitions/client') return join(folder, 'dist/virtual-modules/transitions-router.js');
    if (id.startsWith('astro/')) return join(folder, 'dist', id.slice('astro/'.length));
    return id.startsWith('virtual:astro') ? `\0${id}` : undefined;
  },
  load: (id) => (id.startsWith('\0virtual:astro') ? 'export const internalFetchHeaders = {}' : undefined),
});

/** The script's code; nothing where the registry cannot be reached. */
export async function astroRouter() {
  const folder = mkdtempSync(join(tmpdir(), 'backorder-astro-'));
  try {
    await run('npm', ['pack', `astro@${VERSION}`, '--silent', '--prefer-offline'], {
      cwd: folder,
      timeout: 30_000,
      shell: process.platform === 'win32',
    });
    await run('tar', ['-xzf', `astro-${VERSION}.tgz`], { cwd: folder });
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
  try {
    const own = join(folder, 'package');
    const component = readFileSync(join(own, 'components/ClientRouter.astro'), 'utf8');
    const script = /<script>\n([\s\S]*?)<\/script>/.exec(component)?.[1];
    writeFileSync(join(own, 'entry.ts'), script);
    const [{ output }] = await build({
      configFile: false,
      logLevel: 'error',
      root: own,
      plugins: [astro(own)],
      define: {
        'import.meta.env.SSR': 'false',
        'import.meta.env.DEV': 'false',
        __PREFETCH_DISABLED__: 'true',
        __PREFETCH_PREFETCH_ALL__: 'false',
        __PREFETCH_DEFAULT_STRATEGY__: '"hover"',
        __EXPERIMENTAL_CLIENT_PRERENDER__: 'false',
      },
      build: { write: false, lib: { entry: join(own, 'entry.ts'), formats: ['es'] } },
    }).then((it) => [it].flat());
    return output[0].code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
