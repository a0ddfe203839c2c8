import { dawn } from '../fixtures/storefronts/dawn.js';
import { conform } from './conform.js';

conform(dawn);
