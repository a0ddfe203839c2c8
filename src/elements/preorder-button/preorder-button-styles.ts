import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  [part='button'] {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 0.75em 1.25em;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--backorder-button-ground, CanvasText);
    color: var(--backorder-button-text, Canvas);
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
      var(--backorder-button-ground, color-mix(in srgb, CanvasText 86%, Canvas))
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
