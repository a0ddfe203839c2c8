/** Listens to the page's live region, wherever and whenever it comes; gives what it has said so far, in order. */
export function listenIn(): () => readonly string[] {
  const said: string[] = [];
  const note = (text: string | null | undefined): void => {
    if (text) said.push(text);
  };
  const observer = new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      const region = target instanceof Element ? target : target.parentElement;
      if (region?.closest('[data-backorder-live]')) {
        for (const node of addedNodes) note(node.textContent);
        if (target instanceof Text) note(target.data);
      }
      // One that arrives with its text would be missed by screen readers; here it is heard, for the test to fail.
      for (const node of addedNodes) {
        if (node instanceof Element && node.matches('[data-backorder-live]')) note(node.textContent);
      }
    }
  });
  observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  return () => said;
}
