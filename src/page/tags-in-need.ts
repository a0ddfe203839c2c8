/** Properties that only an element can use; a page's script may set them before it is there. */
const PROPERTIES = ['record', 'policy', 'send', 'adapter'];

/**
 * Those of the given tags in a page that have to be registered, whatever the state of their product: a script has handed one
 * something to work with, or the theme hides what is not registered (`:not(:defined)`), and with it what stands inside.
 */
export function tagsInNeed(tags: readonly string[]): readonly string[] {
  return tags.filter((tag) => {
    if (customElements.get(tag)) return false;
    const all = [...document.querySelectorAll(tag)];
    // What holds for one holds for all, and a page may have a thousand.
    const seen = all.find((it) => !it.hasAttribute('hidden'));
    return (
      (seen && getComputedStyle(seen).display === 'none') ||
      all.some((it) => PROPERTIES.some((name) => Object.hasOwn(it, name)))
    );
  });
}
