import type { Served } from 'backorder-elements/vue';
import type { InjectionKey } from 'vue';

/** What the server has written the first page from; there for as long as the shop is, since pages may come back to it. */
export const SERVED: InjectionKey<Served | undefined> = Symbol('served');
