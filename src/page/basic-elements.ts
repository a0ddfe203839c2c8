import '../elements/backorder-badge/backorder-badge-define.js';
import '../elements/eta-notice/eta-notice-define.js';
