/**
 * "Which way do I install?": the questions, and where the answers lead. Pure: the page is written from it, and answers by it.
 */

/** `only`: asked where an earlier question was answered so. */
export const QUESTIONS = [
  {
    name: 'have',
    text: 'What do you work on?',
    answers: [
      ['theme', 'The theme of a shop'],
      ['code', 'A storefront of our own, in code'],
      ['editor', 'Pages in an editor'],
    ],
  },
  {
    name: 'system',
    text: 'Which shop system is it?',
    only: ['have', 'theme'],
    answers: [
      ['shopify', 'Shopify'],
      ['bigcommerce', 'BigCommerce'],
      ['woocommerce', 'WooCommerce'],
      ['prestashop', 'PrestaShop'],
      ['other', 'Another, or our own'],
    ],
  },
  {
    name: 'built',
    text: 'What draws the pages?',
    only: ['have', 'code'],
    answers: [
      ['react', 'React'],
      ['vue', 'Vue'],
      ['other', 'Another framework, or a bundler alone'],
      ['server', 'A server that writes HTML'],
      ['none', 'Plain files, no bundler'],
    ],
  },
  {
    name: 'editor',
    text: 'Which editor is it?',
    only: ['have', 'editor'],
    answers: [
      ['shopify', 'Shopify’s theme editor'],
      ['bigcommerce', 'BigCommerce’s Page Builder'],
      ['wordpress', 'WordPress'],
      ['other', 'Another: Webflow, Squarespace, Wix …'],
    ],
  },
  {
    name: 'stock',
    text: 'Who knows what is in stock, and when more comes?',
    answers: [
      ['shop', 'The shop system itself'],
      ['file', 'A list that we keep, or export at night'],
      ['own', 'A system of ours that can be asked'],
      ['exact', 'Nobody yet, or limits must be counted to the piece'],
    ],
  },
  {
    name: 'told',
    text: 'May shoppers leave an address to be told when it is back?',
    answers: [
      ['no', 'No'],
      ['app', 'Yes, by an app that we have: Klaviyo, Swym …'],
      ['yes', 'Yes, and we have nothing for it yet'],
    ],
  },
];

const START = {
  shopify: ['install-shopify', 'Install on Shopify'],
  bigcommerce: ['install-bigcommerce', 'Install on BigCommerce'],
  woocommerce: ['install-woocommerce', 'Install on WooCommerce'],
  wordpress: ['install-woocommerce', 'Install on WooCommerce'],
  prestashop: ['prestashop', 'Install on PrestaShop'],
  theme: ['theme', 'Install in any theme'],
  react: ['react', 'React'],
  vue: ['vue', 'Vue'],
  code: ['headless', 'Install headless'],
  server: ['server', 'Server rendering'],
  none: ['import-map', 'Without a bundler: an import map'],
  editor: ['cms', 'Paste into a CMS'],
};

const STOCK = {
  file: ['document', 'The availability document: keep it as a file'],
  own: ['document', 'The availability document: what your system answers'],
  exact: ['endpoint', 'Run the endpoint'],
};

const TOLD = {
  app: ['sign-ups', 'Where sign-ups go'],
  yes: ['restock-mails', 'Sign-ups, and telling them'],
};

/** Headless storefronts have no page of the shop's to read. */
const READERS = ['rules', 'The bare rules, and readers of your shop system’s JSON'];

/** Whether a question is asked after these answers. */
export const isAsked = ({ only }, answers) => !only || answers[only[0]] === only[1];

/** Only what is offered, and only what is asked. */
export function cleanAnswers(given) {
  const answers = {};
  for (const question of QUESTIONS) {
    const value = given[question.name];
    if (isAsked(question, answers) && question.answers.some(([name]) => name === value)) {
      answers[question.name] = value;
    }
  }
  return answers;
}

export const readAnswers = (query) => cleanAnswers(Object.fromEntries(new URLSearchParams(query)));

export const writeAnswers = (answers) => new URLSearchParams(cleanAnswers(answers)).toString();

/** The one page to begin with, and what to read after it: `{ start, then }`, each a page and its name. Nothing while it is open. */
export function wayOf(given) {
  const { have, stock, told, ...which } = cleanAnswers(given);
  const start = START[which.system ?? which.built ?? which.editor] ?? START[have];
  const isOpen = QUESTIONS.some((it) => it.only?.[1] === have && !which[it.name]);
  if (!start || isOpen) return undefined;
  const stockPage = have === 'code' && stock === 'shop' ? READERS : STOCK[stock];
  return { start, then: [stockPage, TOLD[told]].filter(Boolean) };
}
