import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { queueOf } from '../../../libs/domain/access/actor.js';
import type { WatchFinding } from '../../../libs/ledger/watch.js';
import { UNITS } from '../../domain/support/people.js';
import { accepted, engine } from '../../support/test-world.js';
import { ApiUnderTest, dig, listAt, textAt } from '../api/api-under-test.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await ApiUnderTest.start();
}, 240_000);
afterAll(() => api.stop());

const looked = (holds: boolean): Promise<unknown> => {
  const finding: WatchFinding = { code: 'leaves', name: 'leaves', holds, detail: '' };
  return api.official.pool.query({
    text: 'insert into ops_watch (seconds, size, findings) values (1, 1, $1::jsonb)',
    values: [JSON.stringify([finding])],
  });
};
const metric = async (name: string): Promise<string | undefined> =>
  new RegExp(`^${name} (.*)$`, 'm').exec(await (await fetch(`${api.url}/metrics`)).text())?.[1];

it('issue 7: health and metrics say what the last look of the watch found', async () => {
  await looked(false);
  expect(dig((await api.anonymous().get('/health/ready')).body, 'log')).toBe('alarm');
  expect(await metric('vinhdanh_watch_failed')).toBe('1');
  await looked(true);
  expect(dig((await api.anonymous().get('/health/ready')).body, 'log')).toBe('ok');
  expect(await metric('vinhdanh_watch_failed')).toBe('0');
});

it('issue 7: an alarm is a task like others: seen in the inbox, taken in hand by one, ended with a conclusion', async () => {
  const queue = queueOf(UNITS.homeAffairs, 'auditor');
  await accepted(api.official, { actor: engine, name: 'raiseAlarm', input: { findings: ['leaves'], queue } });
  const auditor = await api.officially(UNITS.homeAffairs, 'auditor');
  const inbox = await auditor.get('/api/v1/inbox');
  const task = listAt(inbox.body, 'items').find((item) => dig(item, 'what.kind') === 'alarm');
  expect(task).toMatchObject({ owner: { kind: 'world', href: '/api/v1/log' }, mine: { queue } });

  const path = `/api/v1/tasks/${encodeURIComponent(textAt(task, 'taskId'))}`;
  const stranger = await api.officially(UNITS.a, 'officer');
  expect(await stranger.post(`${path}/claim`)).toMatchObject({ status: 403 });
  expect(await auditor.post(`${path}/claim`)).toMatchObject({ status: 200 });
  expect(dig((await auditor.get(path)).body, 'assignee.me')).toBe(true);

  const settlement = `/api/v1/log/alarms/${textAt(task, 'visit')}/settlement`;
  expect(await auditor.post(settlement, { conclusion: ' ' })).toMatchObject({ body: { code: 'REASON_REQUIRED' } });
  expect(await auditor.post(settlement, { conclusion: 'Đã khôi phục từ bản sao' })).toMatchObject({ status: 200 });
  expect(dig((await auditor.get('/api/v1/log')).body, 'alarm')).toBeNull();
  expect(dig((await auditor.get(path)).body, 'closed')).toMatchObject({ outcome: 'settled' });
  expect(await auditor.post(`${path}/claim`)).toMatchObject({ body: { code: 'TASK_CLOSED' } });
});
