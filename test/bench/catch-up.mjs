/** How fast the engine works off what people did while it was away. */
import { setTimeout as pause } from 'node:timers/promises';
import { now } from './load.mjs';
import { coresUsed, peakMemory, query, readCpu } from './machine.mjs';
import { ensureNamespace } from '../../scripts/lib/temporal.mjs';
import { Expected } from '../../scripts/lib/say.mjs';

const PATIENCE_MS = 300_000;

/**
 * The api keeps running without a worker: its outbox fills. The time runs from the start of the worker until the outbox
 * is empty and every nomination is archived, which only the engine does.
 */
export async function catchUp(bench, withProduct, n) {
  return withProduct(bench, { engine: false }, async ({ database, api, pids, namespace }) => {
    const job = { kind: 'lifecycle', target: 'http', url: api.url, prefix: 'c', n, warm: 0, clients: 20 };
    await bench.measure(job, database, pids);
    await api.close();
    return rejoin(bench, database, namespace, n);
  });
}

async function rejoin(bench, database, namespace, n) {
  const temporal = await bench.temporal();
  await ensureNamespace(temporal.address, namespace);
  const where = { namespace, engine: temporal.address };
  const api = await bench.startApi(database, where);
  const worker = await bench.startWorker(database, where);
  try {
    const pids = { api: api.pid, worker: worker.pid, temporal: temporal.pid, postgres: bench.postgresPid };
    const before = readCpu(pids);
    const began = now();
    let firstAt;
    const curve = [];
    for (;;) {
      const [{ archived, outbox }] = await query(
        database.url,
        `select (select count(*)::int from vinhdanh.read_nomination where status = 'archived') as archived,
                (select count(*)::int from vinhdanh.ops_outbox) as outbox`,
      );
      const ms = now() - began;
      if (archived > 0) firstAt ??= ms;
      curve.push([Math.round(ms), archived, outbox]);
      if (archived === n && outbox === 0) {
        const seconds = ms / 1000;
        const cores = coresUsed(before, readCpu(pids));
        return {
          n,
          seconds: Number(seconds.toFixed(1)),
          nominationsPerSecond: Number((n / seconds).toFixed(1)),
          // Without the time the worker takes to join.
          joinedAfterSeconds: Number((firstAt / 1000).toFixed(1)),
          nominationsPerSecondOnceJoined: Number((n / ((ms - firstAt) / 1000)).toFixed(1)),
          cores,
          peakMiB: peakMemory(pids),
          curve: curve.filter((_, i) => i % 8 === 0),
        };
      }
      if (ms > PATIENCE_MS)
        throw new Expected(`the engine has not caught up: ${archived} of ${n} archived, ${outbox} in the outbox`);
      await pause(250);
    }
  } finally {
    await worker.close();
    await api.close();
  }
}
