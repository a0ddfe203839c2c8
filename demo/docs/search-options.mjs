/** How the documentation is searched: the same when the index is written (demo/tools/docs-search.mjs) and when it is read. */
export const SEARCH_OPTIONS = {
  fields: ['title', 'heading', 'text'],
  storeFields: ['title', 'heading', 'about'],
};

export const SEARCH = {
  boost: { title: 4, heading: 3 },
  /** A page goes before its sections. */
  boostDocument: (id) => (String(id).includes('#') ? 1 : 2),
  prefix: true,
  fuzzy: (term) => (term.length > 4 ? 0.2 : false),
  combineWith: 'AND',
};
