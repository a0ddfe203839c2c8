/**
 * The bare rules: what a record means, what a shopper can do now, when it ships. No DOM, no network, no clock,
 * no side effects: for a server, a worker, or a shop that draws its own button.
 *
 * @module backorder-elements/availability
 */
export { decide } from './availability/decide.js';
export { decideProduct } from './availability/decide-product.js';
export { parseDocument } from './availability/document.js';
export type {
  AvailabilityDocument,
  ProductEntry,
  SignUp,
  VariantEntry,
  Wording,
} from './availability/document.js';
export type {
  AvailabilityDocumentV1,
  ExpectationV1,
  PolicyV1,
  ProductV1,
  RecordV1,
  VariantV1,
} from './availability/document-v1.js';
export { explainDecision } from './availability/explain-decision.js';
export type { Explanation, Told } from './availability/explain-decision.js';
export type { IgnoredFact } from './availability/ignored-facts.js';
export type { Step } from './availability/steps.js';
export { explainProblem } from './availability/explain-problem.js';
export { parseDateWindow } from './availability/date-window.js';
export type { DateWindow, IsoDate, Precision } from './availability/date-window.js';
export { cartPromise } from './availability/cart-promise.js';
export type { CartLine, CartPromise, CartShipment } from './availability/cart-promise.js';
export type { Dated } from './availability/dated-days.js';
export { deliveryPlan } from './availability/delivery-plan.js';
export type { DeliveryPlan } from './availability/delivery-plan.js';
export type { Asked, PromiseStep } from './availability/delivery-terms.js';
export type {
  DeliveryV1,
  DestinationV1,
  ItemDeliveryV1,
  SpanV1,
  SupplierTimeV1,
  TransitTimeV1,
} from './availability/delivery-v1.js';
export type { Destination } from './availability/destination.js';
export { explainPromise } from './availability/explain-promise.js';
export type { ExplainedPromise } from './availability/explain-promise.js';
export type { Expectation, LeadTime } from './availability/expectation.js';
export { findVariant, isNamed } from './availability/find-variant.js';
export type { Selection } from './availability/find-variant.js';
export { parseLineRecord } from './availability/line-record.js';
export type { LineRecord } from './availability/line-record.js';
export { mergeRecords } from './availability/merge-records.js';
export type { SourcedRecord, SourceName } from './availability/merge-records.js';
export type { Offer, Reason, ShipPart, ShipPromise, Split, Withheld } from './availability/offer.js';
export { parseDestination } from './availability/parse-destination.js';
export type { SignUpV1 } from './availability/sign-up-v1.js';
export { signUpSettings } from './availability/sign-up-settings.js';
export type {
  MarketingConsent,
  SignUpChannel,
  SignUpSettings,
  SignUpTarget,
} from './availability/sign-up-settings.js';
export { parsePolicy } from './availability/parse-policy.js';
export type { Policy } from './availability/policy.js';
export type { Expected, Problem, ProblemCode, Result } from './availability/problem.js';
export { parseRecord } from './availability/parse-record.js';
export type { AvailabilityRecord, QuantityRule } from './availability/record.js';
export type { PromiseFound } from './availability/promise.js';
export type { Reckon } from './availability/reckon.js';
export type { State } from './availability/state.js';
