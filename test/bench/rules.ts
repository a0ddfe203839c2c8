// What test/bench/decide.mjs measures, for the bundler.
export { deliveryPlan } from '../../src/availability/delivery-plan.js';
export { parseDocument } from '../../src/availability/document.js';
export { AvailabilityStore } from '../../src/store/availability-store.js';
export { Scope } from '../../src/store/scope.js';
