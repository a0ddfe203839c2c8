/*
 * The theme's own script, and a stand-in for the shop's server.
 *
 * A static site cannot answer POST /cart/add. So this script takes the native
 * submit, keeps the line with every field the form would have sent, and goes to
 * the cart page, as a shop's server would. Widgets on the page see an ordinary
 * form: the submit event runs its full course, and if one of them calls
 * preventDefault() nothing is added.
 */

const CART = 'nordlund-cart';

/** A line: { key, id, quantity, handle, title, variant, sku, price, picture, properties, fields } */
function readCart() {
  try {
    return JSON.parse(sessionStorage.getItem(CART)) || [];
  } catch {
    return [];
  }
}

function writeCart(lines) {
  sessionStorage.setItem(CART, JSON.stringify(lines));
  showCount();
}

function showCount() {
  const count = readCart().reduce((sum, line) => sum + line.quantity, 0);
  for (const place of document.querySelectorAll('[data-cart-count]')) place.textContent = count;
}

let catalogue;
/** The server's own list of products: the form sends an id and nothing else is believed. */
async function findVariant(id) {
  catalogue ||= fetch('/data/products.json').then((answer) => answer.json());
  for (const product of (await catalogue).products) {
    const variant = product.variants.find((v) => v.id === Number(id));
    if (variant) return { product, variant };
  }
}

/** What POST /cart/add does. `fields` are the name and value pairs of the form, in order. */
async function addToCart(fields) {
  const value = (name) => fields.findLast(([key]) => key === name)?.[1];
  const found = await findVariant(value('id'));
  if (!found) return;
  const { product, variant } = found;

  // The usual way for a form to tell the cart more: properties[Ships by] = 12 June.
  const properties = {};
  for (const [name, text] of fields) {
    const match = /^properties\[(.+)\]$/.exec(name);
    if (match && text !== '') properties[match[1]] = text;
  }

  // The same thing with another promise is another line.
  const key = JSON.stringify([variant.id, properties]);
  const quantity = Math.max(1, parseInt(value('quantity') ?? '1', 10) || 1);
  const lines = readCart();
  const same = lines.find((line) => line.key === key);
  if (same) {
    same.quantity += quantity;
    same.fields = fields;
  } else {
    lines.push({
      key,
      id: variant.id,
      quantity,
      handle: product.handle,
      title: product.title,
      variant: product.variants.length > 1 ? variant.title : '',
      sku: variant.sku,
      price: variant.price,
      picture: variant.picture,
      properties,
      fields,
    });
  }
  writeCart(lines);
}

const formFields = (form, submitter) =>
  [...new FormData(form, submitter)].map(([name, text]) => [name, String(text)]);

// On window and not on the form: whoever wants to stop the submit has had a turn by now.
addEventListener('submit', async (event) => {
  const form = event.target;
  if (event.defaultPrevented || !form.matches('form[action$="/cart/add"]')) return;
  event.preventDefault();
  await addToCart(formFields(form, event.submitter));
  location.href = '/cart.html';
});

// "Buy it now" stands for the wallet buttons of real shops, which take the
// form's fields without ever submitting it.
addEventListener('click', async (event) => {
  const button = event.target.closest?.('[data-buy-now]');
  if (!button || event.defaultPrevented) return;
  if (!button.form.reportValidity()) return;
  await addToCart(formFields(button.form));
  location.href = '/cart.html?express';
});

/* Quantity box. Events are sent as if the visitor had typed. */
addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-step]');
  if (!button) return;
  const input = button.parentElement.querySelector('input');
  const before = input.value;
  if (button.dataset.step > 0) input.stepUp();
  else input.stepDown();
  if (input.value === before) return;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
});

/* Variant picker: sets the hidden id, the price, the article and the picture. */
function setUpVariants(form) {
  const data = document.querySelector('[data-variants]');
  if (!data) return;
  const variants = JSON.parse(data.textContent);
  const page = form.closest('[data-product]');
  const id = form.elements.namedItem('id');
  const pickers = [...form.querySelectorAll('[data-option]')];
  const add = form.querySelector('[name="add"]');
  const buyNow = form.querySelector('[data-buy-now]');

  const picked = () => {
    const values = [];
    for (const picker of pickers) {
      if (picker.type !== 'radio' || picker.checked) values[picker.dataset.option] = picker.value;
    }
    return variants.find((v) => v.options.every((value, i) => value === values[i]));
  };

  const show = (variant) => {
    page.dataset.sku = variant.sku;
    page.querySelector('[data-price]').textContent = variant.priceText;
    page.querySelector('[data-sku-text]').textContent = variant.sku;
    page.querySelector('[data-picture]').setAttribute('src', variant.picture);
    if (id.value === String(variant.id)) return;
    id.value = variant.id;
    // What this shop cannot sell at all, it says itself.
    const soldOut = variant.available === false;
    if (add.disabled !== soldOut) {
      add.disabled = soldOut;
      add.textContent = soldOut ? 'Sold out' : 'Add to cart';
      buyNow.hidden = soldOut;
    }
    // Themes tell the page of a new variant in this way.
    id.dispatchEvent(new Event('change', { bubbles: true }));
    form.dispatchEvent(new CustomEvent('variant:change', { bubbles: true, detail: { variant } }));
  };

  form.addEventListener('change', (event) => {
    if (!event.target.matches('[data-option]')) return;
    const variant = picked();
    show(variant);
    const address = new URL(location.href);
    address.searchParams.set('variant', variant.id);
    history.replaceState(history.state, '', address);
  });

  // A link may ask for a variant: ?variant=41002
  const asked = variants.find((v) => String(v.id) === new URLSearchParams(location.search).get('variant'));
  if (asked) {
    for (const picker of pickers) {
      const value = asked.options[picker.dataset.option];
      if (picker.type === 'radio') picker.checked = picker.value === value;
      else picker.value = value;
    }
  }
  // Also after "back", when the browser has put the old choices in again.
  show(picked());
}

for (const form of document.querySelectorAll('[data-product-form]')) {
  // A link may ask for more than one: ?quantity=5
  const pieces = Number(new URLSearchParams(location.search).get('quantity'));
  if (pieces > 0) form.elements.namedItem('quantity').value = pieces;
  setUpVariants(form);
}

/* Light or dark, chosen in the footer. */
for (const picker of document.querySelectorAll('[data-scheme-picker]')) {
  const root = document.documentElement;
  for (const input of picker.querySelectorAll('input'))
    input.checked = input.value === (root.dataset.scheme || '');
  picker.addEventListener('change', (event) => {
    if (event.target.value) root.dataset.scheme = event.target.value;
    else delete root.dataset.scheme;
    try {
      localStorage.setItem('demo-scheme', event.target.value);
    } catch {
      // Kept for this page only, then.
    }
  });
}

/* A menu closes when the visitor looks elsewhere. */
addEventListener('click', (event) => {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
addEventListener('keydown', (event) => {
  const menu = event.key === 'Escape' && document.querySelector('details.menu[open]');
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary').focus();
});

showCount();
// The page may come back from the browser's memory with an old count.
addEventListener('pageshow', showCount);
