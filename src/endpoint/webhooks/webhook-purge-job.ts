import type { Job } from '../job.js';

const HOUR = 3_600_000;
/** Shops send a message again for two days at most. */
const KEPT = 7 * 24 * HOUR;

/** Forgets which messages came, long after the last time that a shop sends one again. Their orders stay. */
export const WEBHOOK_PURGE_JOB: Job = {
  name: 'purge-webhooks',
  every: HOUR,
  run: async ({ database, now }) => {
    await database.db
      .deleteFrom('webhook_events')
      .where('received_at', '<', now() - KEPT)
      .execute();
  },
};
