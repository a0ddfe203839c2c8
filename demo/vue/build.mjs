// Builds the Vue shop with Vite, for browsers and for its server.
import vue from '@vitejs/plugin-vue';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from '../../test/tools/setup.mjs';

const OUT = join(root, '.cache/vue-shop');

/** A shop of your own has the package in its node_modules, and needs none of this. */
const fromSources = {
  resolve: {
    alias: [
      { find: /^backorder-elements$/, replacement: join(root, 'src/index.ts') },
      { find: 'backorder-elements/vue', replacement: join(root, 'src/vue/use-offer.ts') },
      { find: /^backorder-elements\/(define|server)$/, replacement: join(root, 'src/$1.ts') },
    ],
  },
  oxc: {
    decorator: { legacy: true },
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
};

const settings = {
  configFile: false,
  root: join(root, 'demo/vue'),
  base: '/vue/',
  logLevel: 'error',
  publicDir: false,
  // The one thing that Vue has to be told: these tags are no components of its own.
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.includes('-') } } })],
  define: { __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true' },
  ...fromSources,
};

/**
 * @param mode `development` has Vue say on the console what it finds wrong
 * @returns where the browser's files are, which of them a page begins with, and what renders a page
 */
export async function buildVueShop(mode = 'production') {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = mode;
  try {
    await build({
      ...settings,
      mode,
      build: {
        outDir: join(OUT, 'browser'),
        emptyOutDir: true,
        manifest: 'manifest.json',
        target: 'es2022',
        minify: mode === 'production',
        rolldownOptions: { input: join(settings.root, 'browser.ts') },
      },
    });
    await build({
      ...settings,
      mode,
      build: {
        outDir: join(OUT, 'server'),
        emptyOutDir: true,
        ssr: join(settings.root, 'server-entry.ts'),
        target: 'es2022',
      },
    });
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
  const manifest = JSON.parse(readFileSync(join(OUT, 'browser/manifest.json'), 'utf8'));
  const { file, css = [] } = manifest['browser.ts'];
  // Built anew, it is another module.
  const entry = `${pathToFileURL(join(OUT, 'server/server-entry.js')).href}?${Date.now()}`;
  const { renderPage } = await import(entry);
  return { folder: join(OUT, 'browser'), script: file, styles: css, renderPage };
}
