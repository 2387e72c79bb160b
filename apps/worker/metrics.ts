import { createServer, type Server } from 'node:http';
import type { Worker } from '@temporalio/worker';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/** Shows the process and what its worker is at; nothing where no port is given. */
export function serveMetrics(host: string, port: number, worker: () => Worker | undefined): Server | undefined {
  if (port === 0) return undefined;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, read: (status: ReturnType<Worker['getStatus']>) => number): void => {
    new Gauge({
      name: `vinhdanh_worker_${name}`,
      help,
      registers: [registry],
      collect() {
        const status = worker()?.getStatus();
        this.set(status === undefined ? 0 : read(status));
      },
    });
  };
  gauge('running', '1 while the worker takes work', ({ runState }) => (runState === 'RUNNING' ? 1 : 0));
  gauge('cached_workflows', 'workflows held in memory', ({ numCachedWorkflows }) => numCachedWorkflows);
  gauge(
    'workflow_tasks',
    'workflow tasks under way',
    ({ numInFlightWorkflowActivations }) => numInFlightWorkflowActivations,
  );
  gauge('activities', 'activities under way', ({ numInFlightActivities }) => numInFlightActivities);
  const server = createServer((_request, response) => {
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  return server.listen(port, host);
}
