import { css } from 'lit';

/** Looks of what a form asks beside the address. Without weight, as those of the form. */
export const styles = css`
  :where([data-backorder-more] > [role='radiogroup']) {
    display: flex;
    flex: 1 0 100%;
    flex-wrap: wrap;
    gap: 0.25em 1.25em;
    font-size: 0.875em;
  }
  :where([data-backorder-more] > [role='radiogroup'] > span) {
    flex: 1 0 100%;
  }
  :where([data-backorder-more] [data-backorder-row]) {
    display: flex;
    gap: 0.5em;
    align-items: flex-start;
    padding-block: 0.375em;
    cursor: pointer;
  }
  :where([data-backorder-more] [data-backorder-row][hidden]) {
    display: none;
  }
  :where([data-backorder-more] > [data-backorder-row]) {
    flex: 1 0 100%;
    font-size: 0.875em;
  }
  :where([data-backorder-row] > input) {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0.125em 0 0;
    accent-color: currentColor;
  }
  :where([data-backorder-row] > input:focus-visible) {
    outline: 2px solid currentColor;
    outline-offset: 2px;
  }
  :where([data-backorder-row] > span) {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  :where([data-backorder-more] > input) {
    flex: 1 0 100%;
  }
  :where([data-backorder-more] > input[type='number']) {
    flex: 0 1 7em;
  }
  /* Beside a short field where there is one, else a line of its own. */
  :where([data-backorder-more] > button) {
    flex: 1 1 10em;
  }
`;
