import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    line-height: 1.5;
  }
  p {
    margin: 0;
  }
  /* English on a page that is read from the right keeps its own order, and the page's side. */
  [dir] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  /* After the sentence and not before the button, which may begin a line. */
  [part='promise'] > :first-child {
    margin-inline-end: 0.5em;
  }
  [part='aside'] {
    font-size: 0.875em;
  }
  [part='limit'] {
    font-weight: 600;
  }
  [part='explain'] {
    all: unset;
    box-sizing: border-box;
    display: inline-block;
    min-block-size: 24px;
    color: inherit;
    font-size: 0.875em;
    text-decoration: underline dotted;
    text-decoration-thickness: from-font;
    text-underline-offset: 0.25em;
    cursor: pointer;
  }
  [part='explain']:hover {
    text-decoration-style: solid;
  }
  [part='explain']:focus-visible,
  [part='close']:focus-visible {
    outline: 2px solid currentColor;
    outline-offset: 2px;
    border-radius: 2px;
  }
  [part='explanation'] {
    position: fixed;
    inset: auto;
    box-sizing: border-box;
    inline-size: max-content;
    max-inline-size: min(22rem, calc(100vw - 16px));
    margin: 0;
    padding: 1em 1.125em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--backorder-popover-ground, var(--_contrary));
    color: var(--backorder-popover-text, var(--_words));
    font-size: 0.9375em;
    box-shadow:
      0 1px 2px rgb(0 0 0 / 8%),
      0 8px 24px rgb(0 0 0 / 14%);
  }
  [part='explanation'] p + p {
    margin-block-start: 0.375em;
  }
  /* Open on paper it would lie over the page's text, on every sheet; the button beside it does nothing there. */
  @media print {
    [part='explanation'],
    [part='explain'] {
      display: none;
    }
  }
  [part='close'] {
    all: unset;
    box-sizing: border-box;
    min-block-size: 24px;
    margin-block-start: 0.625em;
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
`;
