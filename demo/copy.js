/*
 * Copy buttons of code blocks:
 *
 *   <figure class="code">
 *     <figcaption>theme.liquid <button class="code__copy" type="button" data-copy>Copy</button></figcaption>
 *     <pre tabindex="0"><code>…</code></pre>
 *   </figure>
 */
addEventListener('click', async (event) => {
  const button = event.target.closest?.('[data-copy]');
  if (!button) return;
  const code = button.closest('.code').querySelector('code');
  try {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = 'Copied';
  } catch {
    // No clipboard on plain http or when forbidden: select it, the visitor copies.
    getSelection().selectAllChildren(code);
    button.textContent = 'Selected';
  }
  setTimeout(() => (button.textContent = 'Copy'), 2000);
});
for (const button of document.querySelectorAll('[data-copy]')) button.setAttribute('aria-live', 'polite');
