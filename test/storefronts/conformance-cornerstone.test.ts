import { cornerstone } from '../fixtures/storefronts/cornerstone.js';
import { conform } from './conform.js';

conform(cornerstone);
