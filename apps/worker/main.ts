import './heap.js';
import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '@temporalio/client';
import { NativeConnection, type Worker } from '@temporalio/worker';
import { readEnvironment, type Environment } from '../../libs/config/env.js';
import { checkpointFolder } from '../../libs/ledger/log-settings.js';
import { alarmQueue, watchAndNote } from '../../libs/ledger/watch.js';
import { OFFICIAL, Worlds, type World } from '../../libs/ledger/worlds.js';
import { ensureWatch } from '../../libs/temporal/watch-schedule.js';
import { workflowBundle } from './bundle.js';
import { createEngineWorker } from './engine-worker.js';
import { createLog, failureFrames, installRuntime } from './log.js';
import { mailSender } from './mail-transport.js';
import { serveMetrics } from './metrics.js';
import { runPostOffice } from './post-office.js';

/** The composition root: workflows and activities for the engine, and the postman, who does not need the engine. */
const env = readEnvironment();
const log = createLog(env.LOG_LEVEL);
installRuntime(log);
const worlds = new Worlds({ ownerUrl: env.DATABASE_URL, appUrl: env.DATABASE_APP_URL, poolSize: 12 });
const stopping = new AbortController();
let worker: Worker | undefined;

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => stop());
const metrics = serveMetrics(env.HOST, env.WORKER_METRICS_PORT, () => worker);

await Promise.all([carryLives(env), deliver(env)]);
metrics?.close();
await worlds.close();

function stop(): void {
  stopping.abort();
  if (worker?.getState() === 'RUNNING') worker.shutdown();
}

/** Runs the worker, and again whenever it ends: a server that is not there yet, or went away, is waited for. */
async function carryLives({ WORKFLOW_BUNDLE, TEMPORAL_TASK_QUEUE }: Environment): Promise<void> {
  const bundle = await workflowBundle(WORKFLOW_BUNDLE);
  for (let failures = 0; !stopping.signal.aborted; failures += 1) {
    try {
      const connection = await NativeConnection.connect({ address: env.TEMPORAL_ADDRESS });
      try {
        worker = await createEngineWorker({
          connection,
          namespace: env.TEMPORAL_NAMESPACE,
          taskQueue: TEMPORAL_TASK_QUEUE,
          workflowBundle: bundle,
          worlds: {
            open: (name) => worlds.open(name),
            watch: (name) => watch(name),
            report: (error) => log.error({ failure: failureFrames(error) }, 'an activity failed'),
          },
        });
        await ensureWatch(new Client({ connection, namespace: env.TEMPORAL_NAMESPACE }), TEMPORAL_TASK_QUEUE, OFFICIAL);
        log.info('the engine has a worker');
        if (!stopping.signal.aborted) await worker.run();
        failures = 0;
      } finally {
        worker = undefined;
        await connection.close();
      }
    } catch (error) {
      if (failures % 15 === 0) log.warn({ failure: failureFrames(error) }, 'the engine is not there yet: trying again');
      await pause(Math.min(5_000, 500 * 2 ** Math.min(failures, 4)), undefined, { signal: stopping.signal }).catch(
        () => undefined,
      );
    }
  }
}

async function watch(name: string): Promise<{ failed: readonly string[]; queue: string | undefined }> {
  const world = await worlds.open(name);
  if (world === undefined) return { failed: [], queue: undefined };
  const findings = await watchAndNote(world, checkpointFolder(env));
  const failed = findings.filter(({ holds }) => !holds).map(({ code }) => code);
  if (failed.length > 0) log.error({ world: name, failed }, 'the log does not hold');
  return { failed, queue: await alarmQueue(world) };
}

async function deliver(settings: Environment): Promise<void> {
  await runPostOffice(
    {
      worlds: openWorlds,
      publicUrl: settings.PUBLIC_URL,
      send: mailSender(settings),
      every: 2_000,
      onError: (noticeId, error) => log.warn({ noticeId, failure: failureFrames(error) }, 'a mail stays queued'),
      onTrouble: (error) => log.debug({ failure: failureFrames(error) }, 'the post office cannot read'),
    },
    stopping.signal,
  );
}

async function openWorlds(): Promise<readonly World[]> {
  const found = await Promise.all((await worlds.list()).map(({ name }) => worlds.open(name)));
  return found.filter((world) => world !== undefined);
}
