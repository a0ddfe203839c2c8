/*
 * Draws the cart page. A real shop's server would render this HTML; the class
 * names are the theme's. readCart() and writeCart() are in shop.js.
 */

const place = document.querySelector('[data-cart]');
const emptyCart = place.innerHTML;

const euro = (cents) =>
  new Intl.NumberFormat('en-IE', {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: cents % 100 ? 2 : 0,
  }).format(cents / 100);

/** A small h(): text goes in as text, so nothing from a form can become mark-up. */
function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter(Boolean));
  return element;
}

/** The promise made with the line. Names that begin with _ are for the shop and not shown, as themes do. */
function properties(line) {
  const shown = Object.entries(line.properties).filter(([name]) => !name.startsWith('_'));
  if (!shown.length) return null;
  return h(
    'dl',
    { class: 'line__properties' },
    ...shown.map(([name, text]) => h('div', {}, h('dt', {}, name), h('dd', {}, text))),
  );
}

/** Lines with a promise are marked: Backorder Elements says here what has changed since. */
function promised(line) {
  const record = line.properties._backorder;
  return (
    record &&
    h('p', {
      class: 'line__promise',
      'data-backorder-line': record,
      'data-backorder-line-product': line.sku,
      'data-backorder-line-quantity': line.quantity,
    })
  );
}

function cartLine(line) {
  const address = `/products/${line.handle}.html${line.variant ? `?variant=${line.id}` : ''}`;
  const quantity = h('input', {
    class: 'quantity__input',
    type: 'number',
    min: '1',
    value: line.quantity,
    inputmode: 'numeric',
    'aria-label': `Quantity of ${line.title}`,
  });
  quantity.addEventListener('change', () => {
    if (!quantity.checkValidity() || !quantity.value) return draw();
    update(line.key, quantity.valueAsNumber);
  });
  const remove = h(
    'button',
    { class: 'line__remove', type: 'button', 'aria-label': `Remove ${line.title}` },
    'Remove',
  );
  remove.addEventListener('click', () => update(line.key, 0));

  return h(
    'li',
    { class: 'line', 'data-sku': line.sku },
    h('img', { class: 'line__picture', src: line.picture, alt: '', width: '800', height: '1000' }),
    h(
      'div',
      { class: 'line__text' },
      h('h2', { class: 'line__title' }, h('a', { href: address }, line.title)),
      line.variant && h('p', { class: 'line__variant' }, line.variant),
      h('p', { class: 'line__unit' }, `${euro(line.price)} each`),
      properties(line),
      promised(line),
    ),
    h(
      'div',
      { class: 'line__tools' },
      h(
        'div',
        { class: 'quantity quantity--small' },
        h(
          'button',
          { class: 'quantity__button', type: 'button', 'data-step': '-1', 'aria-label': 'One fewer' },
          '−',
        ),
        quantity,
        h(
          'button',
          { class: 'quantity__button', type: 'button', 'data-step': '1', 'aria-label': 'One more' },
          '+',
        ),
      ),
      remove,
    ),
    h('p', { class: 'line__total' }, euro(line.price * line.quantity)),
  );
}

function summary(lines) {
  const total = lines.reduce((sum, line) => sum + line.price * line.quantity, 0);
  const said = h('p', { class: 'summary__note', role: 'status' });
  const pay = h('button', { class: 'button button--full', type: 'button', name: 'checkout' }, 'Check out');
  pay.addEventListener('click', () => {
    said.textContent = 'The demo ends here: nothing is sold.';
  });
  return h(
    'section',
    { class: 'summary', 'aria-label': 'Summary' },
    h(
      'dl',
      { class: 'summary__sums' },
      h('div', {}, h('dt', {}, 'Subtotal'), h('dd', { 'aria-live': 'polite' }, euro(total))),
    ),
    // Backorder Elements says here when the whole cart comes.
    h('p', { class: 'summary__promise', 'data-backorder-cart': lines.length }),
    h('p', { class: 'summary__note' }, 'VAT included. Delivery is worked out at the checkout.'),
    pay,
    said,
  );
}

/** For developers: every field, just as the form sent it. */
function received(lines) {
  const fields = lines.map((line) => line.fields.map(([name, text]) => `${name} = ${text}`).join('\n'));
  return h(
    'details',
    { class: 'received' },
    h('summary', {}, 'What the shop’s server received'),
    ...fields.map((text) => h('pre', { tabindex: '0' }, h('code', {}, `POST /cart/add\n\n${text}`))),
  );
}

function update(key, quantity) {
  const lines = readCart();
  writeCart(
    quantity > 0
      ? lines.map((line) => (line.key === key ? { ...line, quantity } : line))
      : lines.filter((line) => line.key !== key),
  );
  draw();
}

function draw() {
  const lines = readCart();
  if (!lines.length) {
    place.innerHTML = emptyCart;
    return;
  }
  const express = new URLSearchParams(location.search).has('express');
  place.replaceChildren(
    h(
      'div',
      { class: 'cart__lines' },
      express &&
        h('p', { class: 'note' }, '“Buy it now” would have opened a wallet here, with the fields below.'),
      h('ul', { class: 'lines' }, ...lines.map(cartLine)),
      received(lines),
    ),
    summary(lines),
  );
}

draw();
addEventListener('pageshow', (event) => event.persisted && draw());
