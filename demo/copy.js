/*
 * Copy buttons of code blocks:
 *
 *   <pre class="code" data-copy tabindex="0"><code>…</code></pre>
 *
 * and live examples: a frame marked data-fit is as high as what is in it.
 */
for (const block of document.querySelectorAll('[data-copy]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'code__copy';
  button.textContent = 'Copy';
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(block.textContent);
      button.textContent = 'Copied';
    } catch {
      // No clipboard on plain http or when forbidden: select it, the visitor copies.
      getSelection().selectAllChildren(block);
      button.textContent = 'Selected';
    }
    setTimeout(() => (button.textContent = 'Copy'), 2000);
  });
  // Before the block, so that its caption, the button and the code are met in this order.
  block.before(button);
}

for (const frame of document.querySelectorAll('[data-fit]')) {
  const fit = () => {
    const { body } = frame.contentDocument;
    new ResizeObserver(() => {
      // With its margins; nothing in it is as high as the window.
      frame.style.height = `${Math.ceil(body.getBoundingClientRect().height) + 34}px`;
    }).observe(body);
  };
  frame.addEventListener('load', fit);
  if (frame.contentDocument?.readyState === 'complete') fit();
}
