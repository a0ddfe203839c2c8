import { horizon4 } from '../fixtures/storefronts/horizon.js';
import { conform } from './conform.js';

conform(horizon4);
