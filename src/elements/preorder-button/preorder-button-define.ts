import { defineTag } from '../shared/define-tag.js';
import { PreorderButton } from './preorder-button.js';

defineTag('preorder-button', PreorderButton);

declare global {
  interface HTMLElementTagNameMap {
    'preorder-button': PreorderButton;
  }
}
