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
  [part='heading'] {
    margin-block-end: 0.375em;
    font-weight: 600;
  }
  [part='note'] {
    margin-block-start: 0.5em;
    font-size: 0.875em;
  }
  [part='privacy'] {
    color: inherit;
  }
  [part='status']:not(:empty) {
    margin-block-start: 0.5em;
    padding: 0.625em 0.875em;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_tone, var(--_line));
    border-radius: var(--_radius);
    background: var(--_ground);
  }
  [part='status'][data-phase='done'] {
    margin-block-start: 0;
    --_tone: var(--backorder-tone-good, #2f8f5b);
  }
  [data-phase='failed'] {
    --_tone: var(--backorder-tone-bad, #d3402f);
  }
  /* Ready, and with something to say: it can be ordered again. */
  [data-phase='ready'] {
    --_tone: var(--backorder-tone-good, #2f8f5b);
  }
  [part='open'] {
    text-align: center;
    min-block-size: 44px;
    padding: 0 1em;
    border: 1px solid;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  [part='open']:hover {
    box-shadow: inset 0 0 0 1px currentColor;
  }
  :is([part='status'], [part='open'], [part='privacy']):focus-visible {
    outline: 2px solid currentColor;
    outline-offset: 2px;
  }
`;
