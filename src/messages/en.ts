import type { Messages } from './catalogue.js';
import { first } from './en-first.js';
import { more } from './en-more.js';

/** English is in the page's first file, so what is said only after a press is kept apart from it. */
export const messages: Messages = { ...first, ...more };
