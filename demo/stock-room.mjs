/* The stock room: each form is one request to the endpoint, and the shop's page beside it looks again. */
import { ask, showStatus } from './endpoint-api.mjs';

const picker = document.querySelector('[data-stock-product]');
const frame = document.querySelector('[data-shop-page]');
const said = document.querySelector('[data-stock-said]');

/** What is picked: `{ handle, product, variant }`. */
const picked = () => {
  const [handle, product, variant] = picker.value.split(' ');
  return { handle, product, variant };
};

function showCounts(whole) {
  const item = whole.variants.find(({ id }) => id === picked().variant);
  const { counts, limit, onHand, restock } = item;
  const texts = { onHand, limit: limit ?? 'none', leftBeyond: counts.leftBeyond, restock: dateOf(restock) };
  for (const place of document.querySelectorAll('[data-count]')) {
    place.textContent = texts[place.dataset.count] ?? 'not told';
  }
}

const dateOf = (expected) => (typeof expected === 'object' && expected ? expected.date : expected);

async function look() {
  const { status, body } = await ask('GET', `/v1/products/${picked().product}`);
  if (status === 200) showCounts(body);
}

/**
 * Widgets ask again when a shopper comes back to the tab. The frame is always in view, so it is told that somebody has.
 * The document's `ttl`, which is 0 in this demo, says how soon that asks anew.
 */
function shopperComesBack() {
  frame.contentDocument?.dispatchEvent(new window.Event('visibilitychange'));
}

/** The picture fills the frame: what there is to see begins below it. */
function showForm() {
  const info = frame.contentDocument?.querySelector('.product__info');
  if (info) frame.contentWindow.scrollTo(0, info.offsetTop - 16);
}

async function send(form) {
  const { product, variant } = picked();
  const input = form.querySelector('input');
  const value = input.type === 'number' ? input.valueAsNumber : input.value;
  const path = `/v1/products/${product}/variants/${variant}`;
  const part = { [form.dataset.stock]: value };
  const { status, body } = await ask('PATCH', path, part);
  const line = `PATCH ${path}\n${JSON.stringify(part)}\n→ ${status}${status === 200 ? '' : ` ${body.detail}`}`;
  said.textContent = line;
  if (status === 200) showCounts(body);
  shopperComesBack();
}

if (frame.contentDocument?.readyState === 'complete') showForm();
frame.addEventListener('load', showForm);

if (await showStatus()) {
  await look();
  for (const form of document.querySelectorAll('[data-stock]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void send(form);
    });
  }
  picker.addEventListener('change', () => {
    const address = `/endpoint/${picked().handle}.html`;
    frame.src = address;
    document.querySelector('[data-shop-link]').href = address;
    void look();
  });
  document.querySelector('[data-demand]').addEventListener('click', async (event) => {
    event.preventDefault();
    const { body } = await ask('POST', '/v1/demand/links', { exact: true });
    location.href = `/demand?link=${encodeURIComponent(body.link)}`;
  });
  document.documentElement.dataset.endpoint = 'ready';
}
