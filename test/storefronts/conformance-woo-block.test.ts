import { wooBlock } from '../fixtures/storefronts/woocommerce.js';
import { conform } from './conform.js';

conform(wooBlock);
