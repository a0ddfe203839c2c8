import type { Parts } from '../parts.js';
import { newRoutes, type Routes } from '../routes.js';

/** Routes of webhooks. */
export function webhookRoutes(_parts: Parts): Routes {
  return newRoutes();
}
