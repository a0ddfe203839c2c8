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
      ['upgrades'],
      ['changes', 'CHANGELOG.md'],
      ['security', '.github/SECURITY.md'],
      ['contributing', '.github/CONTRIBUTING.md'],
    ],
  ],
];

/** Titles of pages whose source is called by what stands around it. */
const TITLES = {
  'install-shopify': 'Install on Shopify',
  'install-bigcommerce': 'Install on BigCommerce',
  'install-woocommerce': 'Install on WooCommerce',
  changes: 'Changes',
};

/** All pages: `{ page, source, group, title }`; `title` only where the source's own does not serve. */
export const PAGES = GROUPS.flatMap(([group, list]) =>
  list.map(([page, source = `demo/docs/${page}.md`]) => ({ page, source, group, title: TITLES[page] })),
);
