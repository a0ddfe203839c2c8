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
    --_contrary: Canvas;
    --_ink: CanvasText;
    --_words: CanvasText;
    box-sizing: border-box;
    overflow-wrap: anywhere;
  }
  /*
   * White where the text of the place is dark, black where it is light. Many dark themes never say color-scheme, and Canvas is
   * white on them. Reckoned where it is used, from the text there.
   */
  @supports (color: oklch(from currentColor l c h)) {
    :host {
      --_contrary: oklch(from currentColor clamp(0, (0.6 - l) * 1000, 1) 0 0 / 1);
      --_ink: var(--_contrary);
      --_words: currentColor;
    }
  }
  :host([hidden]) {
    display: none !important;
  }
`;
