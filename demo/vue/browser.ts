// The shop in a browser: it takes over the page that the server has written.
import 'backorder-elements/define';
import { connectEndpoint } from 'backorder-elements';
import type { Served } from 'backorder-elements/vue';
import { nextTick } from 'vue';
import './shop.css';
import { productOf } from './goods.js';
import { makeShop } from './shop.js';

const told = document.querySelector('#served')?.textContent;
const served = told ? (JSON.parse(told) as Served) : undefined;
const { app, router } = makeShop(served);

// What the server has just told need not be asked for; what a cache has kept for long is.
const { products = [] } = (served?.document ?? {}) as { products?: readonly { readonly handle: string }[] };
const isFresh = Date.now() - (served?.now ?? 0) < 60_000;
connectEndpoint('/v1/availability', isFresh ? products.map(({ handle }) => handle) : []);

router.afterEach(async ({ meta, params }, from) => {
  const title = productOf(String(params['handle']))?.title ?? meta['title'];
  document.title = `${String(title)} · Nordlund & Daughters`;
  // The first page has its focus where the browser put it.
  if (!from.matched.length) return;
  await nextTick();
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
});

void router.isReady().then(() => app.mount('#app'));
