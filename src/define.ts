/**
 * Registers every tag. On a server it does nothing.
 *
 * @module backorder-elements/define
 */
import './elements/product-availability/product-availability-define.js';
import './elements/backorder-badge/backorder-badge-define.js';
import './elements/eta-notice/eta-notice-define.js';
import './elements/preorder-button/preorder-button-define.js';
import './elements/notify-me-form/notify-me-form-define.js';
