/*
 * What gallery.mjs shows: by element, each state with the record and policy that make it. Days are counted from today, so
 * that nothing here grows old.
 */
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const month = (days) => day(days).slice(0, 7);
const quarter = (days) => `${day(days).slice(0, 4)}-Q${Math.ceil(Number(day(days).slice(5, 7)) / 3)}`;
const mondayIn = (days) => days + ((8 - new Date(Date.now() + days * 86_400_000).getUTCDay()) % 7);
const week = (days) => `${day(mondayIn(days))}/${day(mondayIn(days) + 6)}`;

const backorder = { sell: 'backorder' };
const preorder = { sell: 'preorder' };
const soldOut = { onHand: 0 };
const comingSoon = { status: 'coming-soon', release: month(80) };

const never = () => new Promise(() => undefined);
const refused = () => Promise.reject(new Error('a gallery has no server'));
const taken = () => Promise.resolve();

/** A product that can be ordered, or waited for. */
const beside = {
  record: { ...soldOut, restock: day(9) },
  policy: { ...backorder, signUp: 'beside' },
  send: taken,
  attributes: { compact: '' },
};

/** The shop's own button, for the button element. */
const theirs = (words) => `<button class="button button--full" type="button">${words}</button>`;

export const gallery = [
  {
    tag: 'backorder-badge',
    states: [
      { title: 'Backorder', record: soldOut, policy: backorder },
      { title: 'Pre-order', record: soldOut, policy: preorder },
      { title: 'Coming soon', record: comingSoon },
      { title: 'Sold out', record: soldOut },
      { title: 'In stock: nothing', record: { onHand: 5 } },
      { title: 'Not told: what the page put inside', record: {}, inside: '<span>Ask us</span>' },
      { title: 'Over a picture', record: soldOut, policy: backorder, over: '/pictures/lykke-table-lamp.svg' },
    ],
  },
  {
    tag: 'eta-notice',
    states: [
      {
        title: 'A day, confirmed',
        record: { ...soldOut, restock: { date: day(9), confidence: 'confirmed' } },
        policy: backorder,
      },
      { title: 'Some days', record: { ...soldOut, restock: `${day(9)}/${day(12)}` }, policy: backorder },
      { title: 'A week', record: { ...soldOut, restock: week(16) }, policy: backorder },
      { title: 'A month', record: { ...soldOut, restock: month(60) }, policy: backorder },
      { title: 'A quarter', record: { ...soldOut, restock: quarter(150) }, policy: backorder },
      {
        title: 'Days from the order',
        record: soldOut,
        policy: { ...backorder, promise: { leadTime: { min: 5, max: 10 } } },
      },
      {
        title: 'Weeks from the order',
        record: soldOut,
        policy: { ...backorder, promise: { leadTime: { max: 3, unit: 'week' } } },
      },
      {
        title: 'The day it arrives',
        record: { ...soldOut, restock: { date: day(9), basis: 'deliver' } },
        policy: backorder,
      },
      { title: 'No date yet', record: soldOut, policy: backorder },
      { title: 'The date has passed', record: { ...soldOut, restock: day(-4) }, policy: backorder },
      {
        title: 'Pre-order, day of release',
        record: { ...soldOut, release: { date: day(50), confidence: 'confirmed' } },
        policy: preorder,
      },
      { title: 'Coming soon', record: comingSoon },
      {
        title: 'Some now, some later',
        record: { onHand: 2, restock: day(9) },
        policy: backorder,
        quantity: 5,
      },
      { title: 'Some now, some nobody knows when', record: { onHand: 2 }, policy: backorder, quantity: 5 },
      {
        title: 'More than the limit',
        record: { ...soldOut, restock: day(9) },
        policy: { ...backorder, limit: 3 },
        quantity: 5,
      },
      {
        title: 'In stock: the shop’s own sentence',
        record: { onHand: 5 },
        inside: '<span slot="in-stock">Ships in 1 to 2 days</span>',
      },
      { title: 'Sold out: nothing', record: soldOut },
    ],
  },
  {
    tag: 'preorder-button',
    states: [
      { title: 'In stock', record: { onHand: 5 } },
      { title: 'Backorder', record: soldOut, policy: backorder },
      { title: 'Pre-order', record: soldOut, policy: preorder },
      { title: 'Coming soon', record: comingSoon },
      { title: 'Sold out', record: soldOut },
      { title: 'Not told', record: {} },
      {
        title: 'The shop’s own button, backorder',
        record: soldOut,
        policy: backorder,
        inside: theirs('Add to cart'),
      },
      {
        title: 'The shop’s own button, price on it',
        record: soldOut,
        policy: preorder,
        inside: theirs('Add to cart – €145'),
      },
      {
        title: 'The shop’s own button, limit reached',
        record: { onHand: -2 },
        policy: { ...backorder, limit: 2 },
        inside: theirs('Add to cart'),
      },
    ],
  },
  {
    tag: 'notify-me-form',
    states: [
      { title: 'Sold out', record: soldOut, send: taken },
      { title: 'Coming soon', record: comingSoon, send: taken },
      { title: 'One line at first', record: soldOut, send: taken, attributes: { compact: '' } },
      { title: 'Beside an order: two ways', ...beside },
      { title: 'Two ways, to be told', ...beside, choose: 'wait' },
      { title: 'No address', record: soldOut, send: taken, type: '' },
      { title: 'Not an address', record: soldOut, send: taken, type: 'anna@example' },
      { title: 'On its way', record: soldOut, send: never, type: 'anna@example.com' },
      { title: 'Did not go through', record: soldOut, send: refused, type: 'anna@example.com' },
      { title: 'Taken', record: soldOut, send: taken, type: 'anna@example.com' },
      { title: 'In stock meanwhile', record: soldOut, send: never, begin: 'anna@exam', then: { onHand: 5 } },
      {
        title: 'Not told: what the page put inside',
        record: {},
        inside: '<a href="/privacy.html">Write to us</a>',
      },
    ],
  },
];
