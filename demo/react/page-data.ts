import type { Served } from 'backorder-elements/react';

/** Shop systems whose carts this shop can use. The first part of each address says which. */
export const SYSTEMS = ['shopify', 'bigcommerce'] as const;
export type System = (typeof SYSTEMS)[number];

/** What the server hands to the browser along with the page. */
export interface PageData {
  readonly system: System;
  readonly served: Served;
}

export const isSystem = (text: unknown): text is System => SYSTEMS.some((it) => it === text);
