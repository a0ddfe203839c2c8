/*
 * For the live examples: there is no shop behind them, so what a product form would send is shown instead.
 */
addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || !form.matches('[action="/cart/add"]')) return;
  event.preventDefault();
  const fields = [...new FormData(form, event.submitter)].map(([name, value]) => `${name} = ${value}`);
  const sent = document.querySelector('.sent') ?? document.createElement('pre');
  sent.className = 'sent';
  sent.tabIndex = 0;
  sent.textContent = ['POST /cart/add', ...fields].join('\n');
  document.querySelector('main').append(sent);
});

// The Vite client that `npm start` puts into pages is not here, so neither is its reload. The scheme follows the shop's.
try {
  const scheme = parent.document.documentElement.dataset.scheme;
  if (scheme) document.documentElement.style.colorScheme = scheme;
} catch {
  // Opened alone, or in somebody else's frame.
}
