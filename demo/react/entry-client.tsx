import 'backorder-elements/define';
import { hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import type { PageData } from './page-data.js';
import { DATA_ID, ShopDocument } from './shop-document.js';

const data = JSON.parse(document.getElementById(DATA_ID)?.textContent ?? '') as PageData;

hydrateRoot(
  document,
  <BrowserRouter basename={`/react/${data.system}`}>
    <ShopDocument data={data} />
  </BrowserRouter>,
);
