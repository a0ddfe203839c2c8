/** Badges that we have put into the page; those that a theme has placed are the theme's business. */
const OURS = '[data-backorder-place=own] > backorder-badge, backorder-badge[data-backorder-listed]';

/**
 * Hides badges of ours where the theme's own badge says the very same, such as "Sold out", and shows them again when it no longer
 * does. By the words, not by class names: the same badge of a theme says "Sale" the next moment.
 *
 * @param root selector of what a theme repeats as a whole for each product
 */
export function hideRepeatedBadges(root: string): void {
  for (const badge of document.querySelectorAll<HTMLElement>(OURS)) {
    const words = wordsOf(badge);
    const theirs = badge.closest(root)?.querySelectorAll('[class*=badge i]') ?? [];
    const said = [...theirs].some(
      (it) => words && wordsOf(it) === words && it.getClientRects().length > 0 && !it.contains(badge),
    );
    badge.style.display = said ? 'none' : '';
  }
}

function wordsOf({ textContent }: Element): string {
  return textContent.trim().toLowerCase();
}
