import { scriptJson } from '../platforms/schema-org/script-json.js';
import { htmlTag } from './html-tag.js';

/**
 * The availability document as the page's own: the script then corrects words whose date has passed without asking anybody.
 *
 * @param json what the endpoint would answer
 */
export function documentHtml(json: unknown): string {
  return htmlTag(
    'script',
    { type: 'application/json', 'data-backorder-availability': true },
    scriptJson(json),
  );
}
