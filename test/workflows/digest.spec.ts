import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { deliverMail, type OutgoingMail, type PostWorld } from '../../activities/mail/postman.js';
import { keepMailWays, mailWaysOf } from '../../apps/api/notice/mail-ways.js';
import { mailPreferences } from '../../libs/contracts/notice-kinds.js';
import { Worlds, type World } from '../../libs/ledger/worlds.js';
import { person, populate } from './support/organisation.js';

let worlds: Worlds;
let world: World;
let sent: OutgoingMail[] = [];
const officer = person('a', 'officer');
const vietnam = (time: string): number => Date.parse(`${time}+07:00`);

beforeAll(async () => {
  worlds = new Worlds({
    ownerUrl: process.env['TEST_DATABASE_URL'] ?? '',
    poolSize: 4,
    officialSchema: `t_${randomUUID().slice(0, 8)}`,
  });
  await worlds.migrate();
  world = await worlds.official();
  await populate(world);
});
afterAll(() => worlds.close());
beforeEach(async () => {
  sent = [];
  await world.pool.query('truncate ops_notice, ops_mail_way');
});

const said = (template: string, at: string): Promise<unknown> =>
  world.pool.query({
    text: `insert into ops_notice (subject, step, recipient, channel, template, params, business_at)
      values ('obligation:c.plan.once.don-vi-a', $1, $2, 'email', $3, $4, $5)`,
    values: [randomUUID(), officer, template, JSON.stringify({ lastDay: '2024-06-30' }), new Date(vietnam(at))],
  });

/** The postman as he looks at that moment of the world's clock. */
const look = (time: string, send?: PostOfficeSend): Promise<number> => {
  const then: PostWorld = {
    name: world.name,
    kind: world.kind,
    pool: world.pool,
    reader: world.reader,
    now: () => Promise.resolve(vietnam(time)),
  };
  return deliverMail(then, {
    publicUrl: 'https://vinhdanh.example',
    send: send ?? ((mail) => Promise.resolve(void sent.push(mail))),
  });
};
type PostOfficeSend = (mail: OutgoingMail) => Promise<void>;

const ways = { reminders: 'at-once', tasks: 'at-once', duties: 'digest', outcomes: 'none', news: 'digest' } as const;

it('comes as one mail on working days at 07:30, once, however many look and however often', async () => {
  await keepMailWays(world, officer, ways);
  await said('obligation-opened', '2024-06-06T09:00:00');
  await said('round-opened', '2024-06-06T10:00:00');
  await look('2024-06-06T10:05:00');
  await look('2024-06-07T07:29:59');
  expect(sent).toEqual([]);
  await Promise.all([look('2024-06-07T07:30:00'), look('2024-06-07T07:30:00'), look('2024-06-07T07:30:00')]);
  await look('2024-06-07T07:31:00');
  expect(sent).toHaveLength(1);
  expect(sent[0]?.subject).toContain('Tổng hợp thông báo ngày 07/06/2024: 2 mục');
  expect(sent[0]?.text).toContain('2. ');
  const { rows } = await world.pool.query<{ status: string }>(`select distinct status from ops_notice`);
  expect(rows).toEqual([{ status: 'sent' }]);
});

it('waits over a weekend, and takes what comes after 07:30 along the next working day', async () => {
  await keepMailWays(world, officer, ways);
  await said('obligation-opened', '2024-06-07T08:00:00');
  await look('2024-06-07T08:01:00');
  await look('2024-06-08T07:30:00');
  await look('2024-06-09T12:00:00');
  expect(sent).toEqual([]);
  await look('2024-06-10T07:30:00');
  expect(sent).toHaveLength(1);
  expect(sent[0]?.subject).toContain('10/06/2024: 1 mục');
});

it('is sent later the same day after an outage, under the same id', async () => {
  await keepMailWays(world, officer, ways);
  await said('obligation-opened', '2024-06-06T09:00:00');
  await look('2024-06-07T07:30:00', () => Promise.reject(Object.assign(new Error('down'), { code: 'ECONNREFUSED' })));
  await world.pool.query(`update ops_notice set retry_at = null where error is not null`);
  await look('2024-06-07T09:00:00');
  await look('2024-06-10T07:30:00');
  expect(sent).toHaveLength(1);
  const { rows } = await world.pool.query<{ id: number }>(`select id from ops_notice where template = 'daily-digest'`);
  expect(sent[0]?.messageId).toBe(`<notice-${String(rows[0]?.id)}@vinhdanh.example>`);
});

it('never holds a reminder back, keeps what is not wanted from the mail alone, and sends others at once', async () => {
  await keepMailWays(world, officer, ways);
  await said('task-overdue', '2024-06-06T09:00:00');
  await said('report-accepted', '2024-06-06T09:00:00');
  await look('2024-06-06T09:00:01');
  expect(sent).toHaveLength(1);
  expect(sent[0]?.subject).toContain('Quá hạn');
  const { rows } = await world.pool.query<{ status: string }>(
    `select status from ops_notice where template = 'report-accepted'`,
  );
  expect(rows).toEqual([{ status: 'silent' }]);
  await keepMailWays(world, officer, { ...ways, duties: 'at-once' });
  expect(await mailWaysOf(world, officer)).toEqual({ ...ways, duties: 'at-once' });
  await said('obligation-opened', '2024-06-06T09:10:00');
  await look('2024-06-06T09:10:01');
  expect(sent).toHaveLength(2);
});

it('refuses what the house does not allow', () => {
  expect(mailPreferences.safeParse({ ...ways, reminders: 'digest' }).success).toBe(false);
  expect(mailPreferences.safeParse({ ...ways, tasks: 'none' }).success).toBe(false);
});
