import { html } from './html/platform.js';
import type { Platform } from './platform.js';

/** All shop systems that we know, the most particular first. Add one: a folder, and a line here. */
export const PLATFORMS: readonly Platform[] = [html];
