/** How the documentation is searched: the same when the index is written (demo/tools/docs-search.mjs) and when it is read. */
export const SEARCH_OPTIONS = {
  fields: ['title', 'heading', 'text'],
  storeFields: ['title', 'heading', 'about'],
};

export const SEARCH = {
  boost: { title: 4, heading: 3 },
  prefix: true,
  fuzzy: (term) => (term.length > 4 ? 0.2 : false),
  combineWith: 'AND',
};
