import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
  }
  [part='badge'] {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    box-sizing: border-box;
    max-inline-size: 100%;
    /* No higher than the line of text that it may stand in. */
    margin-block: -0.4em;
    padding: 0.25em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--backorder-badge-radius, 99em);
    background: var(--_ground);
    font-size: var(--backorder-badge-size, 0.8125em);
    font-weight: 600;
    line-height: 1.4;
  }
  [part='dot'] {
    flex: none;
    inline-size: 0.5em;
    block-size: 0.5em;
    border-radius: 50%;
    background: var(--_tone);
    forced-color-adjust: none;
  }
  :host {
    --_tone: var(--backorder-tone-backorder, #d98a00);
  }
  :host([state='preorder']) {
    --_tone: var(--backorder-tone-preorder, #3f7de0);
  }
  :host([state='coming-soon']) {
    --_tone: var(--backorder-tone-coming-soon, #8a63d2);
  }
  :host([state='sold-out']) {
    --_tone: var(--backorder-tone-sold-out, #8b8b8b);
  }
`;
