import type { SignUpTarget } from '../availability/sign-up-settings.js';
import type { SendTo } from './sign-up-wish.js';

/** Each target is a file of its own, which comes when a shopper sends something there. */
const TARGETS: Readonly<Record<Exclude<SignUpTarget, 'page'>, () => Promise<SendTo>>> = {
  endpoint: async () => (await import('./endpoint-target.js')).endpointTarget,
  klaviyo: async () => (await import('./klaviyo-target.js')).klaviyoTarget,
  'back-in-stock': async () => (await import('./restock-app.js')).restockApp('BIS'),
  appikon: async () => (await import('./restock-app.js')).restockApp('SI'),
  swym: async () => (await import('./swym-target.js')).swymTarget,
  woocommerce: async () => (await import('./woocommerce-target.js')).woocommerceTarget,
  'shopify-contact': async () => (await import('./shopify-contact-target.js')).shopifyContactTarget,
  form: async () => (await import('./form-target.js')).formTarget,
};

/** Fetches what sends to a target. Rejects where there is none, or its file does not come. */
export async function loadTarget(name: SignUpTarget): Promise<SendTo> {
  if (name === 'page') throw new Error('nobody in the page has taken the sign-up');
  return TARGETS[name]();
}
