/**
 * What the documentation has, in the order of its contents: groups of [page, source]. A page without a source of its own
 * is demo/docs/PAGE.md. Sources elsewhere belong to the package or to the repository's front page.
 */
export const GROUPS = [
  ['Begin', [['start'], ['choose'], ['built']]],
  [
    'Install in a shop',
    [
      ['theme'],
      ['shop-systems'],
      ['install-shopify', 'src/platforms/shopify/snippets/INSTALL.md'],
      ['shopify'],
      ['install-bigcommerce', 'src/platforms/bigcommerce/snippets/INSTALL.md'],
      ['install-woocommerce', 'src/platforms/woocommerce/snippets/INSTALL.md'],
      ['woocommerce'],
      ['prestashop'],
      ['cms'],
      ['cart'],
    ],
  ],
  [
    'Install headless',
    [['headless'], ['react'], ['vue'], ['frameworks'], ['server'], ['rules'], ['import-map']],
  ],
  ['Tell what is true', [['document'], ['dates'], ['limits'], ['sign-ups'], ['check-document']]],
  ['Look and words', [['styling'], ['languages'], ['structured-data'], ['accessibility']]],
  [
    'Run the endpoint',
    [
      ['endpoint'],
      ['reservations'],
      ['webhooks'],
      ['restock-mails'],
      ['demand'],
      ['growth'],
      ['endpoint-settings'],
    ],
  ],
  ['Look things up', [['settings'], ['elements'], ['events']]],
  ['Keep it well', [['troubleshooting'], ['explain'], ['check-theme'], ['hosting'], ['privacy']]],
  [
    'The project',
    [
      ['promises'],
      ['upgrades'],
      ['changes', 'CHANGELOG.md'],
      ['security', '.github/SECURITY.md'],
      ['contributing', '.github/CONTRIBUTING.md'],
    ],
  ],
];

/** Titles of pages whose source is called by what stands around it, and what they are for where its first words are others. */
const TOLD = {
  built: { summary: 'Rooms and floors, what deciding costs, and why badges are plain.' },
  cms: { summary: 'For whoever has an editor and no theme: build a snippet, or write it by hand.' },
  'install-shopify': {
    title: 'Install on Shopify',
    summary: 'Snippets for a theme, a section, or a theme app extension.',
  },
  'install-bigcommerce': {
    title: 'Install on BigCommerce',
    summary: 'By Script Manager, in a Stencil theme, or as a Page Builder widget.',
  },
  'install-woocommerce': {
    title: 'Install on WooCommerce',
    summary: 'A WordPress plugin in one file, and a block.',
  },
  'sign-ups': { summary: 'Your own address, an app, the shop’s own form, or a page’s listener.' },
  languages: { summary: 'Thirty-seven of them, your own words, and how to try a page.' },
  'check-document': { summary: 'One command finds what can be ordered without an honest date.' },
  changes: { title: 'Changes' },
};

/** All pages: `{ page, source, group, title?, summary? }`; the last two only where the source's own do not serve. */
export const PAGES = GROUPS.flatMap(([group, list]) =>
  list.map(([page, source = `demo/docs/${page}.md`]) => ({ page, source, group, ...TOLD[page] })),
);
