import type { Parts } from '../parts.js';
import { newRoutes, type Routes } from '../routes.js';

/** Routes of demand. */
export function demandRoutes(_parts: Parts): Routes {
  return newRoutes();
}
