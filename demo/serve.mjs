// `npm start`: builds the script-tag files, serves the demo shop, and builds again whenever src/ changes.
import { join } from 'node:path';
import { root, setup } from '../test/tools/setup.mjs';
import { endpointServer } from './tools/endpoint-server.mjs';
import { shopServer } from './tools/shop-server.mjs';

setup();
// Imported only now, because they need the packages.
const { createBuilder, createServer } = await import('vite');
const { reactShop } = await import('./tools/react-shop.mjs');
const { isMain } = await import('../test/tools/run.mjs');
const { vueShop } = await import('./vue/server.mjs');

const buildCdn = async () => (await createBuilder({ root, mode: 'cdn', logLevel: 'warn' })).buildApp();

/** Builds again after a change of src/ and reloads open pages; a mistake in it is shown and waits for the next change. */
function rebuildOnChange(server) {
  const src = join(root, 'src');
  let waiting;
  let building = Promise.resolve();
  const rebuild = () => {
    building = building.then(buildCdn).then(
      () => server.ws.send({ type: 'full-reload' }),
      (error) => console.error(error.message),
    );
  };
  server.watcher.add(src);
  server.watcher.on('all', (_event, file) => {
    if (!file.startsWith(src)) return;
    clearTimeout(waiting);
    waiting = setTimeout(rebuild, 100);
  });
}

/**
 * The demo server, listening; its address is in `resolvedUrls`. Takes another port when 5173 is taken. `reactShops` and `vue` are for
 * tests of the React shop and the Vue shop.
 */
export async function startDemo({ watch = false, open = false, build = true, reactShops, vue } = {}) {
  if (build) await buildCdn();
  const server = await createServer({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    clearScreen: false,
    plugins: [shopServer(), endpointServer(), reactShop(reactShops), vueShop(vue)],
    server: { open, ...(watch ? {} : { watch: null, hmr: false }) },
  });
  if (watch) rebuildOnChange(server);
  return server.listen();
}

if (isMain(import.meta.url)) {
  try {
    const interactive = Boolean(process.stdout.isTTY) && !process.env.CI;
    const server = await startDemo({ watch: true, open: interactive });
    console.log(`The demo shop is at ${server.resolvedUrls.local[0]} (Ctrl+C ends it)`);
  } catch (error) {
    console.error(`The demo shop did not start: ${error.message}`);
    process.exitCode = 1;
  }
}
