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
  const words = tidy(text);
  return words.length > LONGEST_ABOUT ? `${words.slice(0, words.lastIndexOf(' ', LONGEST_ABOUT))} …` : words;
}

const all = ({ text, code }) => tidy(text + code);

export function searchIndex(pages) {
  const index = new MiniSearch(SEARCH_OPTIONS);
  for (const { page, title, top, parts } of pages) {
    const address = `/docs/${page}.html`;
    index.add({ id: address, title, heading: '', text: all(top), about: about(top.text) });
    for (const part of parts) {
      const { anchor, title: heading, text } = part;
      index.add({ id: `${address}#${anchor}`, title, heading, text: all(part), about: about(text) });
    }
  }
  return `${JSON.stringify(index)}\n`;
}
