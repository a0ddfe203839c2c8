import { vintage } from '../fixtures/storefronts/vintage.js';
import { conform } from './conform.js';

conform(vintage);
