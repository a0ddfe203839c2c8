import type { Job } from './job.js';
import { kindOf } from './log.js';
import type { Parts } from './parts.js';
import { EXPIRY_JOB } from './reservations/expiry-job.js';
import { OUTBOX_JOB } from './restock/outbox-job.js';
import { WAVES_JOB } from './restock/waves-job.js';
import { RETENTION_JOB } from './sign-ups/retention-job.js';
import { ORDER_PURGE_JOB } from './webhooks/order-purge-job.js';
import { WEBHOOK_PURGE_JOB } from './webhooks/webhook-purge-job.js';

/** Every job, by the rooms that have some. */
export const JOBS: readonly Job[] = [
  WAVES_JOB,
  OUTBOX_JOB,
  RETENTION_JOB,
  EXPIRY_JOB,
  WEBHOOK_PURGE_JOB,
  ORDER_PURGE_JOB,
];

/** Runs what is due once, in order; one that fails does not keep the next from running. */
export async function tick(parts: Parts, jobs: readonly Job[] = JOBS, closing?: AbortSignal): Promise<void> {
  for (const job of jobs) {
    try {
      await job.run(parts, closing);
    } catch (error) {
      parts.log('error', 'job-failed', { job: job.name, problem: kindOf(error) });
    }
  }
}

/** Runs the jobs at their times until the returned function is called; that resolves when the one under way has ended. */
export function startJobs(parts: Parts, jobs: readonly Job[] = JOBS): () => Promise<void> {
  const closing = new AbortController();
  const loops = jobs.map((job) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wake: (() => void) | undefined;
    const loop = async (): Promise<void> => {
      while (!closing.signal.aborted) {
        await tick(parts, [job], closing.signal);
        if (closing.signal.aborted) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(resolve, job.every);
        });
      }
    };
    const ended = loop();
    return () => {
      clearTimeout(timer);
      wake?.();
      return ended;
    };
  });
  return async () => {
    closing.abort();
    await Promise.all(loops.map((stop) => stop()));
  };
}
