import { OfferProvider } from 'backorder-elements/react';
import { StrictMode, type ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { CartPage } from './cart-page.js';
import { Frame } from './frame.js';
import { Listing } from './listing.js';
import type { PageData } from './page-data.js';
import { ProductPage } from './product-page.js';
import { ShopCartProvider } from './shop-cart.js';

/** The element that hands the server's data to the browser. */
export const DATA_ID = 'page-data';

const STYLES = `
.listing { margin-block-start: 2rem; }
/* Kept free, so that nothing moves when other words come. */
.availability--kept { min-block-size: 5em; align-content: center; }
.availability__aside, .availability__limit { color: var(--soft); font-size: var(--size-s); }
.cart-says { min-block-size: 4.5rem; margin-block-start: 1rem; }
.near-waits { min-block-size: 24rem; color: var(--soft); }
.line__properties:empty { display: none; }
`;

/** The whole document, the same on the server and in the browser. */
export function ShopDocument({ data }: { data: PageData }): ReactNode {
  const text = JSON.stringify(data).replaceAll('<', '\\u003c');
  return (
    <StrictMode>
      <html lang="en">
        <head>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <link rel="icon" href="/icon.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="/theme.css" />
          <style>{STYLES}</style>
        </head>
        <body>
          <script type="application/json" id={DATA_ID} dangerouslySetInnerHTML={{ __html: text }} />
          <OfferProvider endpoint="/v1/availability" served={data.served}>
            <ShopCartProvider system={data.system}>
              <Routes>
                <Route element={<Frame system={data.system} />}>
                  <Route index element={<Listing />} />
                  <Route path="products/:handle" element={<ProductPage />} />
                  <Route path="cart" element={<CartPage />} />
                  <Route path="*" element={<h1 className="page-title">There is no such page</h1>} />
                </Route>
              </Routes>
            </ShopCartProvider>
          </OfferProvider>
        </body>
      </html>
    </StrictMode>
  );
}
