import { wooBlock, wooBlock10 } from '../fixtures/storefronts/woocommerce.js';
import { conform } from './conform.js';

conform(wooBlock);
conform(wooBlock10);
