import type { Parts } from '../parts.js';
import { newRoutes, type Routes } from '../routes.js';

/** Routes of sign-ups. */
export function signUpRoutes(_parts: Parts): Routes {
  return newRoutes();
}
