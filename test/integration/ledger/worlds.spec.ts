import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { LocalDate } from '../../../libs/domain/calendar/local-date.js';
import { historyOfSubject, recordsOf } from '../../../libs/ledger/award-history.js';
import { eraseSubject } from '../../../libs/ledger/erasure.js';
import { rebuild } from '../../../libs/ledger/rebuild.js';
import { type World, Worlds } from '../../../libs/ledger/worlds.js';
import { RULE_PACK_ID } from '../../../libs/domain/rules/rule-pack.stream.js';
import { ruleBookOfInstallation } from '../../../libs/rules/load-rules.js';
import { accepted, databaseUrl, on, operator, testWorlds } from '../../support/test-world.js';

let here: Worlds;
let elsewhere: Worlds;

beforeAll(async () => {
  here = await testWorlds();
  elsewhere = new Worlds({ ownerUrl: databaseUrl(), officialSchema: (await here.official()).schema });
});
afterAll(async () => {
  await elsewhere.close();
  await here.close();
});

it('lets go of a world that another process has dropped', async () => {
  await here.createRehearsal({ name: 'passing', clock: on('2024-05-10'), createdBy: 'test', purpose: {} });
  const seen = await elsewhere.open('passing');
  expect(seen?.name).toBe('passing');

  await here.drop('passing');
  expect((await elsewhere.list()).map(({ name }) => name)).toEqual(['official']);
  expect(await elsewhere.open('passing')).toBeUndefined();
  await expect(seen?.pool.query('select 1')).rejects.toThrow();
});

it('a rehearsal judges by a copy of the register of awards; an erasure reaches it, and nothing of it comes back', async () => {
  const official = await here.official();
  const subject = { kind: 'individual', id: 'bui-thi-thu', name: 'Bùi Thị Thử' } as const;
  const entry = { what: 'award', award: 'CSTDCS', kind: 'CONG_TRANG' } as const;
  const record = (year: number) => ({
    subject,
    entry,
    year,
    document: { number: `${year}/QĐ`, date: `${year}-12-20` },
    authority: 'ubnd',
  });
  await accepted(official, { actor: operator, name: 'recordAwards', input: { records: [record(2021), record(2022)] } });

  const copy = await here.createRehearsal({ name: 'judging', clock: on('2022-06-01'), createdBy: 'test', purpose: {} });
  const known = (world: World, day: LocalDate) => historyOfSubject(world.pool).of(subject.id, day);
  expect((await known(copy, '2022-06-01')).awards.map(({ year }) => year)).toEqual([2021]);
  expect((await known(copy, '2023-06-01')).awards.map(({ year }) => year)).toEqual([2021, 2022]);
  expect(await rebuild(copy)).toEqual([]);
  const [stored] = await recordsOf(copy.pool, subject.id);
  const named = async () => (await copy.reader.unseal(stored!.state.subject.name)).text;
  expect(await named()).toBe(subject.name);

  await accepted(copy, { actor: operator, name: 'recordAwards', input: { records: [record(2020)] } });
  expect((await known(official, '2023-06-01')).awards.map(({ year }) => year)).toEqual([2021, 2022]);
  const erasure = { actor: operator, subject: `subject/${subject.id}`, reason: 'Theo đơn' };
  expect((await eraseSubject(here, official, erasure, mkdtempSync(join(tmpdir(), 'vinhdanh-worlds-')))).ok).toBe(true);
  expect(await named()).toBeUndefined();

  const bare = { name: 'empty', clock: on('2024-05-10'), createdBy: 'test', purpose: {}, bare: true };
  expect(await recordsOf((await here.createRehearsal(bare)).pool, subject.id)).toEqual([]);
});

it('a rehearsal with an organisation of its own is judged by the law of the official world', async () => {
  const official = await here.official();
  await accepted(official, { actor: operator, name: 'loadRules', input: { book: ruleBookOfInstallation() } });
  const bare = { name: 'own-people', clock: on('2024-05-10'), createdBy: 'test', purpose: {}, bare: true };
  const world = await here.createRehearsal(bare);
  const law = (of: World) => of.reader.state('rule-pack', RULE_PACK_ID);
  expect((await law(world))?.state).toEqual((await law(official))?.state);
  expect(await rebuild(world)).toEqual([]);
});

it('refuses a name that could be mistaken for another world', () => {
  expect(() => here.schemaOf('a_b')).toThrow('not a world');
  expect(here.schemaOf('a-b')).toMatch(/_a_b$/);
});
