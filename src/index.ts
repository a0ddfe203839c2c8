/**
 * The element classes, the events and the bare rules. Importing it registers nothing and does nothing, also without a DOM.
 *
 * @module backorder-elements
 */
export * from './availability.js';
export { BackorderBadge } from './elements/backorder-badge/backorder-badge.js';
export { EtaNotice } from './elements/eta-notice/eta-notice.js';
export { NotifyMeForm } from './elements/notify-me-form/notify-me-form.js';
export { PreorderButton } from './elements/preorder-button/preorder-button.js';
export { ProductAvailability } from './elements/product-availability/product-availability.js';
export { AddFailedEvent } from './events/add-failed-event.js';
export { AddRequestEvent } from './events/add-request-event.js';
export { AddedEvent } from './events/added-event.js';
export { ReceiptEvent } from './events/receipt-event.js';
export type { ReceiptCode } from './events/receipt-event.js';
export { SignedUpEvent } from './events/signed-up-event.js';
export { SignUpRequestEvent } from './events/signup-request-event.js';
export type { SendSignUp, SignUpRequest } from './events/signup-request-event.js';
export { StateChangeEvent } from './events/state-change-event.js';
export type { AddRequest, CartAdapter } from './outbox/cart-adapter.js';
export { connectEndpoint } from './store/connect-endpoint.js';
