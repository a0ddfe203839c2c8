import { markup, type Markup } from './markup.js';
import type { Page } from './page-frame.js';

/**
 * Changes a key for a link, and goes there. The key goes into the header of one request and nowhere else: not into the
 * address, a cookie or the browser's storage; what is left in the field is cleared.
 */
const SCRIPT = `
const form = document.querySelector('form');
const said = document.querySelector('.wrong');
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const [key, exact] = form.elements;
  said.textContent = '';
  try {
    const reply = await fetch('v1/demand/links', {
      method: 'POST',
      headers: { authorization: 'Bearer ' + key.value.trim(), 'content-type': 'application/json' },
      body: JSON.stringify({ exact: exact.checked }),
    });
    const told = await reply.json();
    if (reply.ok) {
      key.value = '';
      location.replace('demand?link=' + encodeURIComponent(told.link));
    } else said.textContent = told.detail;
  } catch {
    said.textContent = 'The endpoint did not answer. Try again.';
  }
});
`;

/**
 * Asks for a key, and opens the report with a link of an hour.
 *
 * @param wrong why the page asks, when not for the first time
 */
export function keyPage(shop: string, wrong = ''): Page {
  const body: Markup = markup`
<main>
<p class="eyebrow"><bdi>${shop}</bdi></p>
<h1>Demand</h1>
<p class="answer">What to reorder first, and why: this page needs a key of your endpoint with the scope demand:read.</p>
<form class="key">
<label>Key <input type="password" autocomplete="off" spellcheck="false" required placeholder="bok_…"></label>
<label class="key__exact"><input type="checkbox"> <span>Also counts below 5, for a key with the scope <code>people:admin</code></span></label>
<p class="wrong" role="alert">${wrong}</p>
<button>Open the report</button>
<p class="soft">The key is sent once, to this endpoint, and not kept in this browser. What opens is a link that ends after an hour.</p>
</form>
<noscript><p class="answer">Without scripts, ask for the link yourself:</p>
<pre>curl -X POST -H "Authorization: Bearer KEY" -H "Content-Type: application/json" -d "{}" THIS-SERVER/v1/demand/links</pre></noscript>
</main>`;
  return { title: `Demand: ${shop}`, body, script: SCRIPT };
}
