import { collectDefaultMetrics, Registry } from 'prom-client';

/** Where the features of this process put their figures; Node's own are in it from the start. */
export function createMetricsRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}
