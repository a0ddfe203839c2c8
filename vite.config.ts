import { cpSync, existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { msw } from 'msw/vite';
import {
  defineConfig,
  type BuildEnvironmentOptions,
  type Plugin,
  type Rolldown,
  type UserConfig,
} from 'vite';
import { SYSTEMS } from './src/platforms/list.js';
import {
  LICENSES,
  allElements,
  licenses,
  minifyAgain,
  minifyTemplates,
  wholeKit,
  writeIntegrity,
} from './test/config/cdn-plugins.js';

const root = fileURLToPath(new URL('.', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const postBanner = `/*! Backorder Elements ${version}, MIT; ${LICENSES} */`;

// Vite takes these from tsconfig.json only for files that its "include" covers, and otherwise leaves decorators
// raw without a word. Without the last two, native class fields hide Lit's accessors.
const oxc = {
  decorator: { legacy: true },
  assumptions: { setPublicClassFields: true },
  typescript: { removeClassFieldsWithoutInitializer: true },
};

/** Names of built files stay the same when code moves: a lazy file is named after its entry, a shared one by its role. */
const fileName = ({ isDynamicEntry, name, moduleIds }: Rolldown.PreRenderedChunk) => {
  const lit = !isDynamicEntry && moduleIds.some((id) => /node_modules\/(@lit|lit)/.test(id));
  return `backorder-elements.${lit ? 'lit' : name.replace(/-define$/, '')}.js`;
};

// A theme's asset folder is flat and keeps names for ever, hence one prefix, no folders and no hashes.
const flat = {
  entryFileNames: 'backorder-elements.[name].js',
  chunkFileNames: fileName,
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

/** The modules that an entry imports from the start, itself included. */
const imported = (entry: string, found = new Set<string>()): Set<string> => {
  if (found.has(entry) || !existsSync(entry)) return found;
  found.add(entry);
  const code = readFileSync(entry, 'utf8');
  for (const [, names, path] of code.matchAll(/^(?:import|export) ([^;]*?)\bfrom '(\.[^']+)\.js';/gm)) {
    if (!names?.startsWith('type ')) imported(join(entry, '..', `${path}.ts`), found);
  }
  return found;
};
// What the sign-up form alone is made of stays with it.
const ELEMENTS =
  /decorate|node_modules\/(@lit|lit)|\/src\/elements\/(?!notify-me-form\/|shared\/(?:announcement|aside-words|keep-contrast|contrast|theme-change))/;
const DATA = /\/src\/(?:platforms\/[\w-]+\.ts|store\/page-records|availability\/merge-records)/;
const CARRIER =
  /\/src\/(?:store\/order-destination|availability\/(?:carrier-rules|parse-destination|order-transit|country-transit))/;
const STRUCTURED = /\/src\/(?:platforms\/schema-org|sources\/original-text)/;

/** Beside page.ts: an adapter for each shop system that has one, and what they all need. */
const entries = {
  page: 'src/page.ts',
  kit: 'src/page/platform-kit.ts',
  // Developers import it as well.
  explain: 'src/page/explain.ts',
  'written-tags': 'src/page/written-tags.ts',
  // Imported both at once and later: as entries they need no wrapper, and no file for what wraps.
  'plan-delivery': 'src/store/plan-delivery.ts',
  'report-problems': 'src/store/report-problems.ts',
  'aside-words': 'src/elements/shared/aside-words.ts',
  'open-target': 'src/store/open-target.ts',
  ...Object.fromEntries(Object.keys(SYSTEMS).map((name) => [name, `src/platforms/${name}/platform.ts`])),
};

// Where what is told only once, or is dropped when it changes too early, is seen to by the rest of the kit.
const WHOLE = Object.keys(SYSTEMS).filter((name) => name !== 'shopify');

const atOnce = imported(join(root, 'src/page.ts'));
const plan = imported(join(root, 'src/store/plan-delivery.ts'));
const kit = imported(join(root, 'src/page/platform-kit.ts'));

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
        lib: { entry: entries, formats: ['es'] },
        rolldownOptions: {
          // What page.ts shares with the lazy files stays in its own file, which they import from.
          preserveEntrySignatures: 'allow-extension',
          output: {
            ...flat,
            codeSplitting: {
              groups: [
                // All that the page needs at once is one file: it compresses best, and costs one request.
                { name: 'page', test: (id) => atOnce.has(id), priority: 2 },
                // What a calendar needs at once is one file too, but for the sums that carts do as well.
                { name: 'dated-days', test: /\/src\/availability\/dated-days/, priority: 2 },
                { name: 'plan-delivery', test: (id) => plan.has(id), priority: 1 },
                { name: 'order-destination', test: CARRIER, priority: 0 },
                { name: 'aside-words', test: /en-aside|aside-words/, priority: 2 },
                // What readers of shop systems' JSON share.
                { name: 'data', test: DATA, minShareCount: 2, priority: 1 },
                // What reads and what keeps in step a page's JSON-LD.
                { name: 'structured', test: STRUCTURED, minShareCount: 2, priority: 1 },
                // What elements share, which is mostly Lit.
                { name: 'lit', test: ELEMENTS, minShareCount: 2, priority: 1 },
                // What the kit needs at once is its own, though files that come later use some of it.
                { name: 'kit', test: (id) => kit.has(id) && /\/src\/page\//.test(id), priority: 0 },
              ],
            },
          },
          plugins: [minifyAgain(), wholeKit(WHOLE), licenses(root), allElements(root, postBanner)],
        },
      },
    },
    loader: {
      consumer: 'client',
      build: {
        ...library,
        lib: { entry: 'src/loader.ts', formats: ['iife'], name: 'unused' },
        rolldownOptions: {
          plugins: [minifyAgain()],
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
      writeIntegrity(join(root, 'cdn'));
    },
  },
};

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.txt': 'text/plain',
};

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

/** Examples are shown and served just as they are written. */
const AS_THEY_ARE = /^examples\//;

/** Beside the built pages stand the files that pages ask for at run time, and the script-tag files. */
const copyAssets = (): Plugin => ({
  name: 'copy-assets',
  apply: 'build',
  closeBundle() {
    const from = join(root, 'demo');
    const filter = (file: string) => {
      const path = relative(from, file).replaceAll('\\', '/');
      return AS_THEY_ARE.test(path) || !(/^(?:tools|vue|headless)\b/.test(path) || path.endsWith('.html'));
    };
    cpSync(from, join(root, 'demo-dist'), { recursive: true, force: false, filter });
    cpSync(join(root, 'cdn'), join(root, 'demo-dist/cdn'), { recursive: true });
  },
});

const pages = readdirSync(join(root, 'demo'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html') && !AS_THEY_ARE.test(file) && !file.startsWith('tools'))
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
