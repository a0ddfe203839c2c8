import { cpSync, existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minifyHTMLLiterals } from 'minify-literals';
import { msw } from 'msw/vite';
import { defineConfig, type BuildEnvironmentOptions, type Plugin, type UserConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const LICENSES = 'backorder-elements.licenses.txt';

// Vite takes these from tsconfig.json only for files that its "include" covers, and otherwise leaves decorators
// raw without a word. Without the last two, native class fields hide Lit's accessors.
const oxc = {
  decorator: { legacy: true },
  assumptions: { setPublicClassFields: true },
  typescript: { removeClassFieldsWithoutInitializer: true },
};

/** Takes the white space out of html`` and css`` in our own files. */
const minifyTemplates = (): Plugin => ({
  name: 'minify-templates',
  enforce: 'pre',
  async transform(code, id) {
    if (id.includes('node_modules') || !/\b(?:html|css|svg)\s*`/.test(code)) return null;
    return (await minifyHTMLLiterals(code, { fileName: id })) ?? null;
  },
});

/** The packages inside must be named with their licence; one text file does that for all built files. */
const licenses = (): Plugin => ({
  name: 'licenses',
  generateBundle(_options, bundle) {
    const byText = new Map<string, Set<string>>();
    for (const chunk of Object.values(bundle)) {
      for (const id of chunk.type === 'chunk' ? chunk.moduleIds : []) {
        const [, folder, name] = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(id) ?? [];
        const file = folder && ['LICENSE', 'LICENSE.md'].map((f) => join(folder, f)).find(existsSync);
        if (folder && !file) this.error(`${name} is inside the script-tag files but has no LICENSE file.`);
        if (!name || !file) continue;
        const text = readFileSync(file, 'utf8').trim();
        byText.set(text, (byText.get(text) ?? new Set()).add(name));
      }
    }
    const own = `Backorder Elements\n\n${readFileSync(join(root, 'LICENSE'), 'utf8').trim()}\n`;
    const others = [...byText].map(([text, names]) => `${[...names].sort().join(', ')}\n\n${text}\n`);
    this.emitFile({
      type: 'asset',
      fileName: LICENSES,
      source: [own, ...others.sort()].join(`\n${'-'.repeat(80)}\n\n`),
    });
  },
});

const postBanner = `/*! Backorder Elements ${version}, MIT; ${LICENSES} */`;

// A theme's asset folder is flat and keeps names for ever, hence one prefix, no folders and no hashes.
const flat = {
  entryFileNames: 'backorder-elements.[name].js',
  // What several files share would otherwise be named after whichever of its modules comes first.
  chunkFileNames: ({ isDynamicEntry }: { isDynamicEntry: boolean }) =>
    `backorder-elements.${isDynamicEntry ? '[name]' : 'shared'}.js`,
  // Library mode leaves white space in ES output unless minify is set here.
  minify: true,
  comments: { legal: false, annotation: false, jsdoc: false },
  postBanner,
};

const library: BuildEnvironmentOptions = {
  outDir: 'cdn',
  target: 'es2022',
  emptyOutDir: false,
  copyPublicDir: false,
};

/**
 * The script-tag files: the loader is one classic script (an IIFE, which cannot be split), all it fetches later are
 * modules that share chunks. Two formats are two builds, hence two environments.
 */
const cdn: UserConfig = {
  root,
  oxc,
  plugins: [minifyTemplates()],
  environments: {
    modules: {
      consumer: 'client',
      build: {
        ...library,
        lib: { entry: { page: 'src/page.ts', elements: 'src/define.ts' }, formats: ['es'] },
        rolldownOptions: { output: flat, plugins: [licenses()] },
      },
    },
    loader: {
      consumer: 'client',
      build: {
        ...library,
        lib: { entry: 'src/loader.ts', formats: ['iife'], name: 'unused' },
        rolldownOptions: {
          output: {
            ...flat,
            entryFileNames: 'backorder-elements.js',
            // A name in the page's global scope would be ours to answer for: the loader exports nothing.
            exports: 'none',
            // Shop plugins glue scripts together: 'use strict' stands inside our function, or it would rule theirs,
            // and a semicolon before it, or theirs would call it.
            strict: false,
            intro: '"use strict";',
            postBanner: `${postBanner}\n;`,
          },
        },
      },
    },
  },
  builder: {
    async buildApp({ build, environments: { modules, loader } }) {
      // Written over the old files, leftovers removed last: who is reading cdn/ meanwhile never misses one.
      const start = Date.now() - 1000;
      if (modules) await build(modules);
      if (loader) await build(loader);
      for (const name of readdirSync(join(root, 'cdn'))) {
        const file = join(root, 'cdn', name);
        if (statSync(file).mtimeMs < start) rmSync(file, { recursive: true });
      }
    },
  },
};

const types: Record<string, string> = { '.js': 'text/javascript', '.txt': 'text/plain' };

/** Serves cdn/ as a shop's asset folder would: the built files untouched, readable from other origins. */
const serveCdn = (): Plugin => ({
  name: 'serve-cdn',
  configureServer({ middlewares }) {
    middlewares.use('/cdn', (request, response, next) => {
      const name = basename(new URL(request.url ?? '/', 'http://localhost').pathname);
      const file = join(root, 'cdn', name);
      if (!name || !existsSync(file)) return next();
      response.setHeader('content-type', `${types[extname(name)] ?? 'text/plain'}; charset=utf-8`);
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('cache-control', 'no-store');
      response.end(readFileSync(file));
    });
  },
});

/** Beside the built pages stand the files that pages ask for at run time, and the script-tag files. */
const copyAssets = (): Plugin => ({
  name: 'copy-assets',
  apply: 'build',
  closeBundle() {
    const filter = (file: string) => !file.endsWith('.html');
    cpSync(join(root, 'demo'), join(root, 'demo-dist'), { recursive: true, force: false, filter });
    cpSync(join(root, 'cdn'), join(root, 'demo-dist/cdn'), { recursive: true });
  },
});

const pages = readdirSync(join(root, 'demo'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .map((file) => join(root, 'demo', file));

/** The demo shop. msw's plugin serves mockServiceWorker.js and writes it beside the built pages. */
const demo: UserConfig = {
  root: join(root, 'demo'),
  appType: 'mpa',
  oxc,
  publicDir: false,
  resolve: { alias: [{ find: /^\/src\//, replacement: join(root, 'src/') }] },
  plugins: [serveCdn(), msw({ mode: 'worker-only' }), copyAssets()],
  server: { port: 5173, fs: { allow: [root] } },
  build: {
    outDir: join(root, 'demo-dist'),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { input: pages, external: /^\/cdn\// },
  },
};

export default defineConfig(({ mode }) => (mode === 'cdn' ? cdn : demo));
