import { mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '@temporalio/client';
import { NativeConnection, type Worker } from '@temporalio/worker';
import pg from 'pg';
import { createEngineWorker } from '../../../apps/worker/engine-worker.js';
import { doctor } from '../../../apps/cli/doctor.js';
import { WORLD_ID } from '../../../libs/domain/world/world.stream.js';
import { signNow } from '../../../libs/ledger/log-keeper.js';
import { alarmQueue, watchAndNote, watchOnce } from '../../../libs/ledger/watch.js';
import { fileSink } from '../../../libs/ledger/witnesses.js';
import type { World, Worlds } from '../../../libs/ledger/worlds.js';
import { formatSigner, newSignerKey } from '../../../libs/proof/signed-note.js';
import { ensureWatch } from '../../../libs/temporal/watch-schedule.js';
import { UNITS } from '../../domain/support/people.js';
import {
  databaseUrl,
  engine,
  logAll,
  personId,
  refused,
  settleProvince,
  testWorlds,
} from '../../support/test-world.js';
import { openStanding } from '../../support/standing-campaign.js';
import { decided } from './proven-nomination.js';

let worlds: Worlds;
let world: World;
const folder = mkdtempSync(join(tmpdir(), 'vinhdanh-watch-'));
const options = { key: { text: formatSigner(newSignerKey('vinhdanh/test')) }, witnesses: [fileSink(folder)] };

beforeAll(async () => {
  worlds = await testWorlds();
  world = await worlds.official();
  await settleProvince(world);
  await openStanding(world);
  await logAll(world);
  await signNow(world, options, 'asked');
  await decided(world, 'n-1', '101/QĐ-UBND');
  await logAll(world);
  await signNow(world, options, 'asked');
}, 240_000);
afterAll(async () => {
  await worlds.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As the owner of the tables: what an administrator of the database could do. */
async function asOwner(...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(), options: `-c search_path=${world.schema}` });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
const past = (...statements: readonly string[]) => asOwner(`set session_replication_role = replica`, ...statements);
const failed = async (): Promise<readonly string[]> =>
  (await watchOnce(world, { checkpointDir: folder, derived: true }))
    .filter(({ holds }) => !holds)
    .map(({ code }) => code);

describe('the watch over the log', () => {
  it('issue 7: finds nothing wrong with an honest log', async () => {
    expect(await failed()).toEqual([]);
    const findings = await doctor(world, folder);
    expect(findings.filter(({ holds }) => !holds)).toEqual([]);
    expect(findings.map(({ name }) => name)).toContain('derived rows are the fold of the facts');
  });

  it('issue 7: notices a fact that was changed, and which', async () => {
    const where = `stream = 'nomination' and version = 2`;
    await past(`update ledger_event set actor = 'somebody-else' where ${where}`);
    expect(await failed()).toContain('leaves');
    await past(`update ledger_event set actor = '${personId(UNITS.a, 'officer')}' where ${where}`);
    expect(await failed()).toEqual([]);
  });

  it('issue 7: notices a changed payload, a changed time, a changed leaf and a changed state', async () => {
    const one = `stream = 'nomination' and version = 1`;
    const cases: readonly (readonly [string, string, string])[] = [
      [
        `update ledger_event set payload = payload || '{"awardCode": "HC"}' where ${one}`,
        `update ledger_event set payload = payload || '{"awardCode": "BK"}' where ${one}`,
        'payloads',
      ],
      [
        `update ledger_event set recorded_at = recorded_at + interval '1 microsecond' where ${one}`,
        `update ledger_event set recorded_at = recorded_at - interval '1 microsecond' where ${one}`,
        'leaves',
      ],
      [
        `update ledger_checkpoint set root = sha256(root), note = reverse(note)`,
        `delete from ledger_checkpoint`,
        'checkpoints',
      ],
    ];
    for (const [bend, mend, code] of cases) {
      await past(bend);
      expect(await failed()).toContain(code);
      await past(mend);
    }
    await signNow(world, options, 'asked');
    expect(await failed()).toEqual([]);
  });

  it('issue 7: notices a trigger that was dropped or switched off, and a right that was given', async () => {
    const dropped = 'drop trigger ledger_event_append_only on ledger_event';
    await asOwner(dropped);
    expect(await failed()).toEqual(['guard']);
    await asOwner(
      'create trigger ledger_event_append_only before update or delete on ledger_event for each row execute function ledger_refuse_change()',
      'alter table ledger_leaf disable trigger ledger_leaf_append_only',
    );
    expect(await failed()).toEqual(['guard']);
    await asOwner(
      'alter table ledger_leaf enable trigger ledger_leaf_append_only',
      'grant delete on ledger_log to vinhdanh_app',
    );
    expect(await failed()).toEqual(['guard']);
    await asOwner('revoke delete on ledger_log from vinhdanh_app');
    expect(await failed()).toEqual([]);
  });

  it('issue 7: notices a derived row that does not follow from the facts', async () => {
    await asOwner(`update read_unit set name = name || '!' where id = (select min(id) from read_unit)`);
    expect(await failed()).toEqual(['derived']);
    await asOwner(`update read_unit set name = rtrim(name, '!') where id = (select min(id) from read_unit)`);
    expect(await failed()).toEqual([]);
  });

  it('issue 7: a schedule of the engine looks, and what it finds becomes the task of an auditor', async () => {
    const need = (name: string): string => process.env[name] ?? '';
    const taskQueue = `watch-${randomUUID()}`;
    const connection = await NativeConnection.connect({ address: need('TEST_TEMPORAL_ADDRESS') });
    const client = new Client({ connection, namespace: need('TEST_TEMPORAL_NAMESPACE') });
    const worker: Worker = await createEngineWorker({
      connection,
      namespace: need('TEST_TEMPORAL_NAMESPACE'),
      taskQueue,
      workflowBundle: { codePath: need('TEST_WORKFLOW_BUNDLE') },
      worlds: {
        open: (name) => worlds.open(name),
        watch: async () => {
          const findings = await watchAndNote(world, folder);
          return {
            failed: findings.filter(({ holds }) => !holds).map(({ code }) => code),
            queue: await alarmQueue(world),
          };
        },
      },
    });
    const running = worker.run();
    const id = `watch/${taskQueue}`;
    try {
      // First what is to be found: on the hour the schedule looks by itself.
      await asOwner('grant delete on ledger_log to vinhdanh_app');
      await ensureWatch(client, taskQueue, 'official', id);
      await ensureWatch(client, taskQueue, 'official', id);
      const schedule = client.schedule.getHandle(id);
      await schedule.trigger();
      let look: string | undefined;
      while (look === undefined) {
        const action = (await schedule.describe()).info.recentActions[0]?.action;
        look = action?.type === 'startWorkflow' ? action.workflow.workflowId : undefined;
      }
      expect(await client.workflow.getHandle(look).result()).toEqual(['guard']);
      await schedule.delete();
    } finally {
      worker.shutdown();
      await running;
      await connection.close();
      await asOwner('revoke delete on ledger_log from vinhdanh_app');
    }
    const alarm = (await world.reader.state('world', WORLD_ID))?.state.alarm;
    expect(alarm?.findings).toEqual(['guard']);
    const { rows } = await world.pool.query<{ queue: string; status: string }>(
      `select queue, status from read_task where kind = 'alarm'`,
    );
    expect(rows).toEqual([{ queue: expect.stringMatching(/\/auditor$/), status: 'open' }]);

    const unit = rows[0]!.queue.split('/')[0]!;
    const auditor = { kind: 'person', id: personId(unit, 'auditor') } as const;
    const settle = { actor: auditor, name: 'settleAlarm', input: { visit: 1, conclusion: '' } } as const;
    expect((await refused(world, settle)).code).toBe('REASON_REQUIRED');
    expect((await refused(world, { ...settle, actor: engine })).code).toBe('FORBIDDEN');
    const done = await world.ledger.execute({ ...settle, input: { visit: 1, conclusion: 'Đã thu hồi quyền' } });
    expect(done.ok).toBe(true);
    expect((await world.reader.state('world', WORLD_ID))?.state.alarm?.open).toEqual({});
  }, 240_000);
});
