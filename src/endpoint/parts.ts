import type { Clock } from './clock.js';
import type { Database } from './database/connect.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';
import type { Settings } from './settings.js';

/** What every route and job works with. All that is outside of the process comes in here, so a test can hand in its own. */
export interface Parts {
  readonly database: Database;
  readonly settings: Settings;
  readonly now: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Asks other servers: challenge services, Klaviyo, webhooks. */
  readonly fetch: typeof fetch;
}
