import type { Job } from '../job.js';
import { expireDue } from './close-reservation.js';

const AT_ONCE = 200;

/** Frees what was held and not confirmed in time. Several processes may do it at once. */
export const EXPIRY_JOB: Job = {
  name: 'expire-reservations',
  every: 5_000,
  run: async (parts, closing) => {
    while (!closing?.aborted && (await expireDue(parts, AT_ONCE)) === AT_ONCE);
  },
};
