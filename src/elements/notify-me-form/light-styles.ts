import { css } from 'lit';

/**
 * Looks of the light-DOM form. Nothing here has any weight (`:where`), so that whatever a theme says of its inputs and buttons
 * goes first; without a theme it still looks like a form. There are no grounds: with a theme that says `color: inherit` of its
 * buttons, as most do, one of a colour of our own would have the wrong text on it, and a tint takes contrast away. Borders are
 * strong enough to be seen (3:1) wherever the text can be read.
 */
const styles = css`
  :where([data-backorder-form]) {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin: 0;
  }
  :where([data-backorder-form] > :is(label, p)) {
    flex: 1 0 100%;
    margin: 0;
    font-size: 0.875em;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  :where([data-backorder-form] > p:empty) {
    display: none;
  }
  :where([data-backorder-form] > p) {
    font-weight: 600;
  }
  :where([data-backorder-form] > :is(input, button)) {
    box-sizing: border-box;
    min-block-size: 44px;
    padding: 0.5em 0.875em;
    border: 1px solid color-mix(in srgb, currentColor 85%, transparent);
    border-radius: var(--backorder-radius, 0.5em);
    color: inherit;
    font: inherit;
  }
  :where([data-backorder-form] > input) {
    flex: 999 1 12em;
    min-inline-size: 0;
    background: transparent;
  }
  :where([data-backorder-form] > input[aria-invalid='true']) {
    /* Around the border, which is seen where this tone is not. */
    border-color: currentColor;
    box-shadow: 0 0 0 2px var(--backorder-tone-bad, #d3402f);
  }
  :where([data-backorder-form] > button) {
    /* Beside the field no wider than its words, below it as wide as the field. */
    flex: 1 1 auto;
    border-color: currentColor;
    background: transparent;
    font-weight: 600;
    cursor: pointer;
  }
  :where([data-backorder-form] > button:hover) {
    box-shadow: inset 0 0 0 1px currentColor;
  }
  :where([data-backorder-form] > :is(input, button):focus-visible) {
    outline: 2px solid currentColor;
    outline-offset: 2px;
  }
`;

/** Gives the form's looks to the tree that it stands in: the page, or a theme's shadow root. */
export function adoptLightStyles(host: Node, looks = styles): void {
  const root = host.getRootNode();
  const sheet = looks.styleSheet;
  if (!sheet || !(root instanceof Document || root instanceof ShadowRoot)) return;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
