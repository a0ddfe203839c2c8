/** On tags that are out of sight while everything is in stock. A copy has it too. */
const QUIET = 'data-backorder-quiet';

/**
 * While everything is in stock: puts out of sight what stands inside our tags for products that cannot simply be bought. The
 * tags themselves stay undefined. And brings it back.
 */
export function quieten(quiet: boolean): void {
  const tags = quiet ? 'backorder-badge,notify-me-form' : `[${QUIET}]`;
  for (const tag of document.querySelectorAll<HTMLElement>(tags)) {
    if (quiet && !tag.childNodes.length) continue;
    tag.toggleAttribute(QUIET, quiet);
    // With force: a theme's `display` beats the `hidden` attribute.
    tag.style.setProperty('display', quiet ? 'none' : '', 'important');
  }
}
