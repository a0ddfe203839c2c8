/*
 * First the fault, then the shop's script: the request must meet the fault. That is the only reason why the script tag is
 * not in the page itself, as it is everywhere else.
 */
import { worker } from './msw/start.mjs';
import { faults } from './msw/server.mjs';

const asked = new URLSearchParams(location.search).get('fault');
const fault = Object.hasOwn(faults, asked) ? asked : 'none';
for (const radio of document.querySelectorAll('[name="fault"]')) radio.checked = radio.value === fault;
if (fault !== 'none') worker.use(faults[fault]);

const script = document.createElement('script');
script.src = '/cdn/backorder-elements.js';
script.dataset.endpoint = '/v1/availability';
document.head.append(script);

const button = document.querySelector('[name="add"]');
const place = document.querySelector('[data-report]');
const tell = () => {
  const words = button.textContent.trim();
  place.textContent =
    words === 'Add to cart'
      ? 'The button is the theme’s own: “Add to cart”. It works.'
      : `The button says “${words}”, and sends the promise along with the order.`;
};
tell();
new MutationObserver(tell).observe(button, { childList: true, characterData: true, subtree: true });
