import { css } from 'lit';

/** Two cards of one width, one below the other where there is no room: in a column, at 400 % zoom, with long words. */
export const styles = css`
  [part='choice'] {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13em), 1fr));
    gap: 0.5em;
  }
  [part='choice-name'] {
    grid-column: 1 / -1;
    font-weight: 600;
  }
  [part='way'] {
    display: flex;
    gap: 0.625em;
    align-items: flex-start;
    box-sizing: border-box;
    min-block-size: 44px;
    padding: 0.625em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  [part='way']:hover {
    border-color: currentColor;
  }
  /* Told by the mark, the weight of the border and the ground: never by colour alone. */
  [part='way']:has(:checked) {
    border-color: currentColor;
    background: var(--_ground);
    box-shadow: inset 0 0 0 1px currentColor;
  }
  [part='way']:has(:focus-visible) {
    outline: 2px solid currentColor;
    outline-offset: 2px;
  }
  [part='way'] > input {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0.125em 0 0;
    border: 1px solid;
    border-radius: 50%;
    color: inherit;
    /* The browser's own is filled with white on a dark page that never says so: then what is not chosen looks chosen. */
    appearance: none;
    outline: none;
    cursor: inherit;
  }
  [part='way'] > :checked {
    border-width: 0.4em;
  }
  [part='way'] > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  [part='way-name'] {
    display: block;
    font-weight: 600;
  }
  [part='way-note'] {
    display: block;
    font-size: 0.875em;
  }
  [part='choice'] + * {
    margin-block-start: 0.875em;
  }
  /* What is chosen right above says it already; those who hear the page still find it. */
  [part='choice'] + * > [part='heading'] {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    [part='way'] > input {
      appearance: auto;
    }
    [part='way']:has(:checked) {
      border-color: Highlight;
      outline: 2px solid Highlight;
      outline-offset: -3px;
    }
    [part='way']:has(:focus-visible) {
      outline: 3px solid CanvasText;
      outline-offset: 2px;
    }
  }
`;
