import { defineTag } from '../shared/define-tag.js';
import { BackorderBadge } from './backorder-badge.js';

defineTag('backorder-badge', BackorderBadge);

declare global {
  interface HTMLElementTagNameMap {
    'backorder-badge': BackorderBadge;
  }
}
