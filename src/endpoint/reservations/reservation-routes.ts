import type { Parts } from '../parts.js';
import { newRoutes, type Routes } from '../routes.js';

/** Routes of reservations. */
export function reservationRoutes(_parts: Parts): Routes {
  return newRoutes();
}
