/** What the search of the documentation reads: an index of every section, written when the pages are. */
import MiniSearch from 'minisearch';
import { SEARCH_OPTIONS } from '../docs/search-options.mjs';

/** Enough of a section to know it by. */
const LONGEST_ABOUT = 120;

const tidy = (text) =>
  text
    .replace(/<!--.*?-->/g, '')
    .replace(/\s+/g, ' ')
    .trim();

function about(text) {
  const all = tidy(text);
  return all.length > LONGEST_ABOUT ? `${all.slice(0, all.lastIndexOf(' ', LONGEST_ABOUT))} …` : all;
}

export function searchIndex(all) {
  const index = new MiniSearch(SEARCH_OPTIONS);
  for (const { page, title, top, parts } of all) {
    const address = `/docs/${page}.html`;
    index.add({ id: address, title, heading: '', text: tidy(top.text), about: about(top.text) });
    for (const { anchor, title: heading, text } of parts) {
      index.add({ id: `${address}#${anchor}`, title, heading, text: tidy(text), about: about(text) });
    }
  }
  return `${JSON.stringify(index)}\n`;
}
