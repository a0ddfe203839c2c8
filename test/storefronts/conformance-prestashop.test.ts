import { prestashop } from '../fixtures/storefronts/prestashop.js';
import { conform } from './conform.js';

conform(prestashop);
