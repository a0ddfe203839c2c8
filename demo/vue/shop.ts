import type { Served } from 'backorder-elements/vue';
import { createSSRApp, type App } from 'vue';
import { createMemoryHistory, createRouter, createWebHistory, type Router } from 'vue-router';
import { provideCart } from './cart.js';
import ProductPage from './ProductPage.vue';
import ShelfPage from './ShelfPage.vue';
import Shop from './Shop.vue';
import MissingPage from './MissingPage.vue';
import { SERVED } from './served.js';

/** The shop, for one page of one visitor: a server makes one for each request, and shares nothing between them. */
export function makeShop(served: Served | undefined): { readonly app: App; readonly router: Router } {
  const app = createSSRApp(Shop);
  const router = createRouter({
    history: import.meta.env.SSR ? createMemoryHistory('/vue/') : createWebHistory('/vue/'),
    routes: [
      { path: '/', component: ShelfPage, meta: { title: 'Everything' } },
      { path: '/products/:handle', component: ProductPage, props: true },
      { path: '/:rest(.*)*', component: MissingPage, meta: { title: 'Not here' } },
    ],
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  });
  app.use(router);
  app.provide(SERVED, served);
  provideCart(app);
  return { app, router };
}
