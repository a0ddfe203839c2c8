const listening = new Set<() => void>();
let switches: MutationObserver | undefined;

/** Calls `look` when the page is switched to another language, until the returned function is called. */
export function onLanguageSwitch(look: () => void): () => void {
  listening.add(look);
  switches ??= new MutationObserver(() => {
    for (const it of [...listening]) it();
  });
  switches.observe(document.documentElement, { attributeFilter: ['lang'] });
  return () => {
    listening.delete(look);
    if (!listening.size) switches?.disconnect();
  };
}
