import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { DefaultLogger, NativeConnection, Runtime, type Worker } from '@temporalio/worker';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../../apps/api/app.js';
import { RelayLink } from '../../../apps/api/engine/relay-link.js';
import { createEngineWorker } from '../../../apps/worker/engine-worker.js';
import { readEnvironment, type Environment } from '../../../libs/config/env.js';
import { formatSigner, newSignerKey } from '../../../libs/proof/signed-note.js';
import type { Worlds } from '../../../libs/ledger/worlds.js';
import { accepted, databaseUrl, operator, person, settleProvince, testWorlds } from '../../support/test-world.js';
import { UNITS } from '../../domain/support/people.js';

const need = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set: run the tests with npm test`);
  return value;
};

export interface RehearsalSystem {
  readonly baseUrl: string;
  readonly worlds: Worlds;
  readonly environment: Environment;
  /** A session of the administrator of the official world. */
  readonly adminToken: string;
  close(): Promise<void>;
}

/** The api and the worker in this process, over the servers of the test run, with the province of the tests. */
export async function startSystem(): Promise<RehearsalSystem> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const worlds = await testWorlds(16);
  const official = await worlds.official();
  await settleProvince(official);
  await accepted(official, {
    actor: operator,
    name: 'defineCluster',
    input: {
      clusterId: 'cum-1',
      kind: 'cluster',
      name: { vi: 'Cụm 1', en: 'Cluster 1' },
      years: [{ year: 2024, leader: UNITS.leader, members: [UNITS.leader, UNITS.b] }],
    },
  });
  const taskQueue = `rehearsal-${randomUUID()}`;
  const environment = readEnvironment({
    DATABASE_URL: databaseUrl(),
    TEMPORAL_ADDRESS: need('TEST_TEMPORAL_ADDRESS'),
    TEMPORAL_NAMESPACE: need('TEST_TEMPORAL_NAMESPACE'),
    TEMPORAL_TASK_QUEUE: taskQueue,
    LOG_LEVEL: 'error',
    VINHDANH_LOG_KEY: formatSigner(newSignerKey('vinhdanh/test')),
    VINHDANH_CHECKPOINT_DIR: mkdtempSync(join(tmpdir(), 'vinhdanh-checkpoints-')),
  });
  const app = await createApp({ environment, worlds, engine: new RelayLink(environment) });
  await app.listen(0, '127.0.0.1');
  const connection = await NativeConnection.connect({ address: environment.TEMPORAL_ADDRESS });
  const worker = await createEngineWorker({
    connection,
    namespace: environment.TEMPORAL_NAMESPACE,
    taskQueue,
    workflowBundle: { codePath: need('TEST_WORKFLOW_BUNDLE') },
    worlds,
  });
  const running = worker.run();
  return {
    baseUrl: await app.getUrl(),
    worlds,
    environment,
    adminToken: await tokenOf(app, worlds),
    close: () => close(app, worker, running, connection, worlds),
  };
}

async function tokenOf(app: NestFastifyApplication, worlds: Worlds): Promise<string> {
  const { SessionStore } = await import('../../../apps/api/account/session-store.js');
  const { token } = await app.get(SessionStore).begin(await worlds.official(), person(UNITS.homeAffairs, 'admin').id);
  return token;
}

async function close(
  app: NestFastifyApplication,
  worker: Worker,
  running: Promise<void>,
  connection: NativeConnection,
  worlds: Worlds,
): Promise<void> {
  await app.close();
  worker.shutdown();
  await running;
  await connection.close();
  await worlds.close();
}
