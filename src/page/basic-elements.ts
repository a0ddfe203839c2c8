// The provider first: elements that are defined before it would look for it in vain.
import '../elements/product-availability/product-availability-define.js';
import '../elements/backorder-badge/backorder-badge-define.js';
import '../elements/eta-notice/eta-notice-define.js';
import '../elements/preorder-button/preorder-button-define.js';
