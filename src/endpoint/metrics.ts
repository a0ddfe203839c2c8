import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What is counted, for Prometheus. No label holds anything that a shopper or a client chose. */
export interface Metrics {
  readonly registry: Registry;
  /** Seconds that requests took, by route pattern, method and status. */
  readonly requests: Histogram<'route' | 'method' | 'status'>;
  /** Pieces granted and refused by reservations. */
  readonly reservations: Counter<'outcome'>;
  /** Sign-ups by what became of them. */
  readonly signUps: Counter<'outcome'>;
  /** Messages by target and outcome. */
  readonly messages: Counter<'target' | 'outcome'>;
  /** Messages that wait, and that could not be sent. */
  readonly outbox: Gauge<'state'>;
  readonly webhooks: Counter<'platform' | 'outcome'>;
}

/** @param withProcess whether figures of the process (memory, event loop) are among them */
export function createMetrics(withProcess = false): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (withProcess) collectDefaultMetrics({ register: registry });
  const counter = <L extends string>(name: string, help: string, labelNames: L[]): Counter<L> =>
    new Counter({ name: `backorder_${name}_total`, help, labelNames, registers });
  return {
    registry,
    requests: new Histogram({
      name: 'backorder_request_seconds',
      help: 'Seconds that requests took',
      labelNames: ['route', 'method', 'status'],
      buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
      registers,
    }),
    reservations: counter('reservations', 'Reservations by outcome', ['outcome']),
    signUps: counter('sign_ups', 'Sign-ups by outcome', ['outcome']),
    messages: counter('messages', 'Messages by target and outcome', ['target', 'outcome']),
    outbox: new Gauge({
      name: 'backorder_outbox',
      help: 'Messages by state',
      labelNames: ['state'],
      registers,
    }),
    webhooks: counter('webhooks', 'Webhooks by platform and outcome', ['platform', 'outcome']),
  };
}
