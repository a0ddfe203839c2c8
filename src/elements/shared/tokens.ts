import { css } from 'lit';

/**
 * Looks that all elements share. The theme goes first: font, colour and size are the page's own, and lines are mixed from its
 * text colour, so that they fit on light and dark alike. There is no ground unless a merchant sets one: a tint would take some
 * of the contrast that the page's text has.
 */
export const tokens = css`
  :host {
    --_line: var(--backorder-line, color-mix(in srgb, currentColor 24%, transparent));
    --_ground: var(--backorder-ground, transparent);
    --_radius: var(--backorder-radius, 0.5em);
    box-sizing: border-box;
    overflow-wrap: anywhere;
  }
  :host([hidden]) {
    display: none !important;
  }
`;
