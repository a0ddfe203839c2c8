import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  [part='button'] {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 44px;
    /* In a narrow column, or with large text, a long word needs the room more than its sides do. */
    padding: 0.75em min(1.25em, 10%);
    border: 1px solid transparent;
    border-radius: var(--_radius);
    /* The text against that of the page, the ground against the text: black or white, as the page's text is. */
    background: var(--backorder-button-ground, var(--_ink));
    color: var(--backorder-button-text, var(--_contrary));
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  :host(:has(button, input[type='submit'], input[type='button'])) [part='button'] {
    display: none;
  }
  [part='button']:hover {
    background: var(
      --backorder-button-ground-hover,
      var(--backorder-button-ground, color-mix(in srgb, var(--_ink) 86%, gray))
    );
  }
  [part='button']:focus-visible {
    /* Dark between two light rings, or light between dark ones: one of them is seen on any ground. */
    outline: 2px solid CanvasText;
    outline-offset: 2px;
    box-shadow:
      0 0 0 2px Canvas,
      0 0 0 6px Canvas;
  }
  [part='button'][aria-disabled='true'] {
    border-color: var(--_line);
    background: var(--_ground);
    color: inherit;
    cursor: not-allowed;
  }
  @media (forced-colors: active) {
    [part='button'][aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
