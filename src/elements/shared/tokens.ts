import { css } from 'lit';

/**
 * Looks that all elements share. The theme goes first: font, colour and size are the page's own, and lines and grounds are
 * mixed from its text colour, so that they fit on light and dark alike. Each tone has a custom property.
 */
export const tokens = css`
  :host {
    --_accent: var(--backorder-accent, currentColor);
    --_line: var(--backorder-line, color-mix(in srgb, currentColor 24%, transparent));
    --_ground: var(--backorder-ground, color-mix(in srgb, currentColor 6%, transparent));
    --_radius: var(--backorder-radius, 0.5em);
    box-sizing: border-box;
    overflow-wrap: anywhere;
  }
  :host([hidden]) {
    display: none !important;
  }
`;
