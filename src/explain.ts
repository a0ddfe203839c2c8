/**
 * Why the products of a page show what they show, as data. What `data-backorder-explain` draws in a panel.
 *
 * @module backorder-elements/explain
 */
export { explain, explainPage } from './page/explain.js';
export type { ScopeExplanation } from './store/explain-scope.js';
