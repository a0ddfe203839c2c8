import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    line-height: 1.5;
  }
  p {
    margin: 0;
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
  [part='status']:focus {
    outline: none;
  }
  [part='status']:not(:empty) {
    margin-block-start: 0.5em;
    padding: 0.625em 0.875em;
    border: 1px solid var(--_line);
    border-inline-start-width: 4px;
    border-radius: var(--_radius);
    background: var(--_ground);
  }
  [part='open'] {
    all: unset;
    box-sizing: border-box;
    min-block-size: 44px;
    display: inline-flex;
    align-items: center;
    font-weight: 600;
    text-decoration: underline;
    text-decoration-thickness: from-font;
    text-underline-offset: 0.25em;
    cursor: pointer;
  }
  [part='open']:focus-visible {
    outline: 2px solid currentColor;
    outline-offset: 2px;
    border-radius: 2px;
  }
`;
