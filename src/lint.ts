/**
 * The guard of honest dates: what is wrong with an availability document, and with wording. What `backorder-elements lint` prints,
 * for a build, a test, or an editor of your own. No DOM, no network.
 *
 * @module backorder-elements/lint
 */
export { REGIONS, promiseFaults, rulesFor, PROMISE_RULES } from './availability/promise-rules.js';
export type { PromiseFault, PromiseRule, Region } from './availability/promise-rules.js';
export type { DocumentFault } from './lint/document-faults.js';
export type { Finding, Rule } from './lint/finding.js';
export { lintDocument } from './lint/lint-document.js';
export type { LintOptions } from './lint/lint-document.js';
export { vagueWord } from './lint/vague-words.js';
export { wordingFaults } from './lint/wording-faults.js';
export type { WordingFault } from './lint/wording-faults.js';
