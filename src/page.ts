/**
 * What the loader fetches when a page needs it: decorates the theme's product forms. Importing it does nothing.
 *
 * @module backorder-elements/page
 */
export { start } from './page/start.js';
export { comeBack } from './store/connect-later.js';
export type { Handed } from './page/start.js';
export type { LoaderSettings } from './page/settings.js';
