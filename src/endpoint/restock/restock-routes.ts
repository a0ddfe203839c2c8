import type { Parts } from '../parts.js';
import { newRoutes, type Routes } from '../routes.js';

/** Routes of restock. */
export function restockRoutes(_parts: Parts): Routes {
  return newRoutes();
}
