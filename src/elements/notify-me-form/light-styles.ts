import { css } from 'lit';

/**
 * Looks of the light-DOM form. Nothing here has any weight (`:where`), so that whatever a theme says of its inputs and buttons
 * goes first; without a theme it still looks like a form. Grounds are mixed from the text's colour: with a theme that says
 * `color: inherit` of its buttons, as most do, a ground of a colour of our own would have the wrong text on it.
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
    border: 1px solid color-mix(in srgb, currentColor 55%, transparent);
    border-radius: var(--backorder-radius, 0.5em);
    color: inherit;
    font: inherit;
  }
  :where([data-backorder-form] > input) {
    flex: 1 1 12em;
    min-inline-size: 0;
    background: color-mix(in srgb, currentColor 4%, transparent);
  }
  :where([data-backorder-form] > input[aria-invalid='true']) {
    border-color: var(--backorder-tone-bad, #d3402f);
    box-shadow: 0 0 0 1px var(--backorder-tone-bad, #d3402f);
  }
  :where([data-backorder-form] > button) {
    flex: 0 1 auto;
    border-color: currentColor;
    background: color-mix(in srgb, currentColor 12%, transparent);
    font-weight: 600;
    cursor: pointer;
  }
  :where([data-backorder-form] > button:hover) {
    background: color-mix(in srgb, currentColor 20%, transparent);
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
