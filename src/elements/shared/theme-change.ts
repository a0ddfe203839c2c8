/** Themes switch by a class or an attribute at the top of the page, or with the reader's system. Calls `changed` after that. */
export function onThemeChange(changed: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed);
  };
  const observer = new MutationObserver(soon);
  for (const it of [document.documentElement, document.body]) observer.observe(it, { attributes: true });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', soon);
  // A ground that fades into another is only then what it will be.
  document.body.addEventListener('transitionend', ({ target }) => {
    if (target === document.body) soon();
  });
}
