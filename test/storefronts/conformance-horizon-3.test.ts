import { horizon3 } from '../fixtures/storefronts/horizon.js';
import { conform } from './conform.js';

conform(horizon3);
