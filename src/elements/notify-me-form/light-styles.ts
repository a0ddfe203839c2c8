import { css } from 'lit';

/**
 * Looks of the light-DOM form. Nothing here has any weight (`:where`), so that whatever a theme says of its inputs and buttons
 * goes first; without a theme it still looks like a form.
 */
const styles = css`
  :where(notify-me-form > [data-backorder-form]) {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin: 0;
  }
  :where(notify-me-form > [data-backorder-form] > :is(label, p)) {
    flex: 1 0 100%;
    margin: 0;
    font-size: 0.875em;
  }
  :where(notify-me-form > [data-backorder-form] > p:empty) {
    display: none;
  }
  :where(notify-me-form > [data-backorder-form] > p) {
    font-weight: 600;
  }
  :where(notify-me-form > [data-backorder-form] > :is(input, button)) {
    box-sizing: border-box;
    min-block-size: 44px;
    padding: 0.5em 0.875em;
    border: 1px solid color-mix(in srgb, currentColor 55%, transparent);
    border-radius: 0.5em;
    font: inherit;
  }
  :where(notify-me-form > [data-backorder-form] > input) {
    flex: 1 1 12em;
    min-inline-size: 0;
    background: Field;
    color: FieldText;
  }
  :where(notify-me-form > [data-backorder-form] > input[aria-invalid='true']) {
    border-width: 2px;
    border-color: currentColor;
  }
  :where(notify-me-form > [data-backorder-form] > button) {
    flex: 0 1 auto;
    border-color: transparent;
    background: CanvasText;
    color: Canvas;
    font-weight: 600;
    cursor: pointer;
  }
  :where(notify-me-form > [data-backorder-form] > :is(input, button):focus-visible) {
    outline: 2px solid currentColor;
    outline-offset: 2px;
  }
`;

/** Gives the form's looks to the tree that it stands in: the page, or a theme's shadow root. */
export function adoptLightStyles(host: Node): void {
  const root = host.getRootNode();
  const sheet = styles.styleSheet;
  if (!sheet || !(root instanceof Document || root instanceof ShadowRoot)) return;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
