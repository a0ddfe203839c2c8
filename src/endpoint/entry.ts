// What `backorder-elements/endpoint` offers. It needs the optional packages that README names; no browser file imports it.
export { createEndpoint, type Endpoint } from './app.js';
export { steadyClock, type Clock } from './clock.js';
export { connect, type Database } from './database/connect.js';
export { migrate } from './database/migrate.js';
export type { Job } from './job.js';
export { startJobs, tick } from './jobs.js';
export { createKey } from './keys/bearer-key.js';
export { SCOPES, type Scope } from './keys/scopes.js';
export { jsonLog, type Log } from './log.js';
export { createMetrics, type Metrics } from './metrics.js';
export type { Parts } from './parts.js';
export { serve, type Serving } from './serve.js';
export { readSettings, type Settings } from './settings.js';
