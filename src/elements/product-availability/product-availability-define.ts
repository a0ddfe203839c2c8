import { defineTag } from '../shared/define-tag.js';
import { ProductAvailability } from './product-availability.js';

defineTag('product-availability', ProductAvailability);

declare global {
  interface HTMLElementTagNameMap {
    'product-availability': ProductAvailability;
  }
}
