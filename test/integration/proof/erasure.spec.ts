import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nominationBundle } from '../../../libs/bundle/nomination-bundle.js';
import { eraseSubject } from '../../../libs/ledger/erasure.js';
import { rebuild } from '../../../libs/ledger/rebuild.js';
import { watchOnce } from '../../../libs/ledger/watch.js';
import type { World, Worlds } from '../../../libs/ledger/worlds.js';
import { formatSigner, newSignerKey } from '../../../libs/proof/signed-note.js';
import { nodeCrypto } from '../../../verifier/node.mjs';
import { verifyBundle } from '../../../verifier/verify.mjs';
import { UNITS } from '../../domain/support/people.js';
import {
  accepted,
  logAll,
  operator,
  person,
  personId,
  refused,
  settleProvince,
  testWorlds,
} from '../../support/test-world.js';
import { openStanding } from '../../support/standing-campaign.js';
import { ACHIEVEMENT, decided, NOMINEE, REMARK, submitted } from './proven-nomination.js';

let worlds: Worlds;
let world: World;
const options = { key: { text: formatSigner(newSignerKey('vinhdanh/test')) }, witnesses: [] };
const data = mkdtempSync(join(tmpdir(), 'vinhdanh-erasure-'));
const SUBJECT = 'subject/subject-n-1';
const LEAVER = { id: 'leaver', name: 'Đinh Thị Rời' };

beforeAll(async () => {
  worlds = await testWorlds();
  world = await worlds.official();
  await settleProvince(world);
  await openStanding(world);
  await accepted(world, {
    actor: operator,
    name: 'registerPerson',
    input: {
      personId: LEAVER.id,
      username: LEAVER.id,
      name: LEAVER.name,
      email: 'roi@example.invalid',
      invented: true,
      positions: [
        { key: 'k', unitId: UNITS.a, role: 'officer', title: 'officer', from: '2020-01-01', to: '2021-01-01' },
      ],
    },
  });
  await decided(world, 'n-1', '101/QĐ-UBND');
  await world.pool.query({
    text: `insert into ops_draft (person_id, about, body) values ('p', 'nomination-n-1', '{"text": "nửa chừng"}'), ('p', 'new', $1)`,
    values: [JSON.stringify({ name: NOMINEE })],
  });
  await logAll(world);
}, 240_000);
afterAll(async () => {
  await worlds.close();
  rmSync(data, { recursive: true, force: true });
});

/** Every row of every table, as a dump would hold it: where the text stands in the clear. */
async function tablesWith(schema: string, texts: readonly string[]): Promise<readonly string[]> {
  const { rows: tables } = await world.pool.query<{ name: string }>(
    'select table_name as name from information_schema.tables where table_schema = $1 order by 1',
    [schema],
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await world.pool.query<{ n: number }>(
      `select count(*) as n from ${schema}.${name} t, unnest($1::text[]) w where strpos(t::text, w) > 0`,
      [texts],
    );
    if (Number(rows[0]?.n ?? 0) > 0) found.push(name);
  }
  return found;
}

const bundle = async () => (await nominationBundle(world, options, { nominationId: 'n-1' }))!;
const verify = (file: string) => verifyBundle(Buffer.from(file), nodeCrypto);
const texts = [NOMINEE, ACHIEVEMENT, REMARK];

describe('erasing a person', () => {
  it('issue 7: takes their texts from every row and from every new bundle, while every proof stays', async () => {
    const before = await bundle();
    expect((await verify(before)).ok).toBe(true);
    for (const text of texts) expect(before).toContain(text);

    const erasure = { actor: operator, subject: SUBJECT, reason: 'Theo đơn yêu cầu' };
    const outcome = await eraseSubject(worlds, world, erasure, data);
    expect(outcome.ok).toBe(true);
    await logAll(world);
    expect(await tablesWith(world.schema, texts)).toEqual([]);
    const { rows } = await world.pool.query('select 1 from ops_draft');
    expect(rows).toEqual([]);

    const after = await bundle();
    const verdict = await verify(after);
    expect(verdict.lines.filter(({ state }) => state === 'failed')).toEqual([]);
    expect(verdict.lines.map(({ code }) => code)).toContain('open-erased');
    for (const text of texts) expect(after).not.toContain(text);
    expect(after).toContain('đã xóa dữ liệu cá nhân');
    // The bundle from before still proves what it said: what was handed out cannot be called back.
    expect((await verify(before)).ok).toBe(true);
    const looked = await watchOnce(world, { derived: true });
    expect(looked.filter(({ holds }) => !holds)).toEqual([]);
  });

  it('issue 7: erase, rebuild: identical', async () => {
    expect(await rebuild(world)).toEqual([]);
    expect(await tablesWith(world.schema, texts)).toEqual([]);
  });

  it('issue 7: is done once, with a reason, by an administrator', async () => {
    const input = { subject: SUBJECT, reason: 'Theo đơn' };
    expect((await refused(world, { actor: operator, name: 'eraseSubject', input })).code).toBe('ALREADY_DONE');
    const officer = person(UNITS.a, 'officer');
    expect((await refused(world, { actor: officer, name: 'eraseSubject', input })).code).toBe('FORBIDDEN');
    const silent = { actor: operator, name: 'eraseSubject', input: { subject: 'subject/x', reason: ' ' } } as const;
    expect((await refused(world, silent)).code).toBe('REASON_REQUIRED');
    const serving = { subject: `person/${personId(UNITS.a, 'officer')}`, reason: 'Nhầm' };
    expect((await refused(world, { actor: operator, name: 'eraseSubject', input: serving })).code).toBe(
      'NOT_ALLOWED_IN_STATE',
    );
  });

  it('issue 7: nothing more is sealed about somebody who was erased', async () => {
    await expect(submitted(world, 'n-again', 'subject-n-1')).rejects.toThrow(/SEALED_ERASED/);
  });

  it('issue 7: reaches the copies of a person’s key in rehearsals', async () => {
    const rehearsal = await worlds.createRehearsal({ name: 'copy', clock: Date.now(), createdBy: 'test', purpose: {} });
    const named = async (of: World) => {
      const found = await of.reader.state('person', LEAVER.id);
      return (await of.reader.unseal(found!.state.name)).text;
    };
    expect(await named(rehearsal)).toBe(LEAVER.name);
    const subject = `person/${LEAVER.id}`;
    expect((await eraseSubject(worlds, world, { actor: operator, subject, reason: 'Theo đơn' }, data)).ok).toBe(true);
    expect(await named(world)).toBeUndefined();
    expect(await named(rehearsal)).toBeUndefined();
    expect(await tablesWith(rehearsal.schema, [LEAVER.name])).toEqual([]);
  });
});
