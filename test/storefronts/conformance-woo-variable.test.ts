import { wooSimple, wooVariable } from '../fixtures/storefronts/woocommerce.js';
import { conform } from './conform.js';

conform(wooVariable);
conform(wooSimple);
