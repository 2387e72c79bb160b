import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { READ_TABLES, type ReadTableDefinition } from '../../../libs/persistence/entities.js';
import { digestDerived, rebuild } from '../../../libs/ledger/rebuild.js';
import type { World, Worlds } from '../../../libs/ledger/worlds.js';
import { CAMPAIGN, UNITS } from '../../domain/support/people.js';
import { campaignFile } from '../../domain/support/sample-province-campaign.js';
import {
  accepted,
  countEvents,
  engine,
  launch,
  moveClock,
  on,
  operator,
  person,
  refused,
  sequenceAll,
  sequenceNow,
  settleProvince,
  testWorlds,
} from '../../support/test-world.js';

let worlds: Worlds;
let world: World;
let round: string;

const draft = (nominationId: string, subjectId: string) => ({
  nominationId,
  campaignId: CAMPAIGN,
  roundId: round,
  awardCode: 'BK',
  unitId: UNITS.a,
  subject: { kind: 'household' as const, id: subjectId, name: 'Hộ bà Bùi Thị Mến' },
  achievement: 'Trồng 5 ha cam Cao Phong xuất khẩu',
  documents: [],
});

beforeAll(async () => {
  worlds = await testWorlds();
  await settleProvince(await worlds.official());
  world = await worlds.createRehearsal({ name: 'ledger', clock: on('2024-05-10'), createdBy: 'operator', purpose: {} });
  await launch(world);
  await moveClock(world, on('2024-09-20'));
  await accepted(world, {
    actor: engine,
    name: 'openObligation',
    input: { campaignId: CAMPAIGN, key: 'guidance', occurrence: '2024', unitId: UNITS.lead },
  });
  await accepted(world, {
    actor: person(UNITS.lead, 'officer'),
    name: 'fulfilObligation',
    input: {
      obligationId: `${CAMPAIGN}.guidance.2024.${UNITS.lead}`,
      proof: { kind: 'document', number: '12/HD-SNN', date: '2024-09-19' },
    },
  });
  await moveClock(world, on('2024-10-01'));
  const opened = await accepted(world, {
    actor: engine,
    name: 'openRound',
    input: { campaignId: CAMPAIGN, key: 'annual', occurrence: '2024' },
  });
  round = opened.streams[0]?.id ?? '';
}, 240_000);
afterAll(() => worlds.close());

describe('the ledger', () => {
  it('drops the row of what a fact takes away: a document that a revised draft names no more', async () => {
    const second = { id: 'huong-dan', number: '1', symbol: 'HD-UBND', type: 'huong-dan', issuer: 'UBND tỉnh' } as const;
    const documents = [...campaignFile.documents, { ...second, role: 'guidance' as const }];
    const file = { ...campaignFile, id: 'phong-trao-khac' };
    await accepted(world, {
      actor: operator,
      name: 'draftCampaign',
      input: { file: { ...file, documents }, rulePack: 'L2022-ND98' },
    });
    const named = async () => {
      const { rows } = await world.pool.query<{ id: string }>({
        text: 'select id from read_document where starts_with(id, $1) order by id',
        values: ['campaign/phong-trao-khac/'],
      });
      return rows.map(({ id }) => id.split('/')[2]);
    };
    expect(await named()).toEqual(['huong-dan', 'ke-hoach']);
    await accepted(world, { actor: operator, name: 'reviseCampaign', input: { file } });
    expect(await named()).toEqual(['ke-hoach']);
  });

  it('has the columns its statements are built from', async () => {
    for (const [table, { columns }] of Object.entries(READ_TABLES) as [string, ReadTableDefinition][]) {
      const { rows } = await world.pool.query<{ column_name: string }>(
        'select column_name from information_schema.columns where table_schema = $1 and table_name = $2',
        [world.schema, table],
      );
      expect([table, rows.map((r) => r.column_name).sort()]).toEqual([table, Object.keys(columns).sort()]);
    }
  });

  it('gives a repeated key its first answer, and refuses it for another body', async () => {
    const request = {
      actor: person(UNITS.a, 'officer'),
      name: 'draftNomination',
      input: draft('n-key', 's-key'),
      key: 'key-00000001',
    } as const;
    const first = await accepted(world, request);
    const before = await countEvents(world);
    expect(await accepted(world, request)).toEqual({ ...first, replayed: true });
    expect(await refused(world, { ...request, input: draft('n-key-2', 's-key') })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect(await countEvents(world)).toBe(before);
  });

  it('writes one fact when forty people send the same key at once', async () => {
    const request = {
      actor: person(UNITS.a, 'officer'),
      name: 'draftNomination',
      input: draft('n-rush', 's-rush'),
      key: 'key-rush-0001',
    } as const;
    const receipts = await Promise.all(Array.from({ length: 40 }, () => accepted(world, request)));
    expect(receipts.filter((r) => !r.replayed)).toHaveLength(1);
    const { rows } = await world.pool.query(`select 1 from ledger_event where stream_id = 'n-rush'`);
    expect(rows).toHaveLength(1);
  });

  it('refuses the application role to change, delete or truncate a fact', async () => {
    for (const statement of [
      `update ledger_event set type = 'x'`,
      'delete from ledger_event',
      'truncate ledger_event',
      'delete from ledger_log',
      'truncate ledger_log',
    ]) {
      await expect(world.pool.query(statement)).rejects.toThrow(/permission denied/);
    }
  });

  it('keeps no text that names people in the clear', async () => {
    for (const table of ['ledger_event', ...Object.keys(READ_TABLES), 'ops_notice', 'ops_outbox', 'ops_receipt']) {
      const { rows } = await world.pool.query<{ n: number }>(
        `select count(*) as n from ${table} t where t::text like '%Bùi Thị Mến%' or t::text like '%Cao Phong%'`,
      );
      expect([table, rows[0]?.n]).toEqual([table, 0]);
    }
    const held = await world.reader.state('nomination', 'n-key');
    expect((await world.reader.unseal(held))?.state.subject.name.text).toBe('Hộ bà Bùi Thị Mến');
  });

  it('forgets a subject when its key is destroyed, and still has every fact', async () => {
    await accepted(world, {
      actor: person(UNITS.a, 'officer'),
      name: 'draftNomination',
      input: draft('n-erase', 's-erase'),
    });
    const before = await countEvents(world);
    await world.pool.query(`delete from seal_key where subject = 'subject/s-erase'`);
    const held = await world.reader.unseal(await world.reader.state('nomination', 'n-erase'));
    expect(held?.state.subject.name).toEqual({ $seal: 'subject/s-erase', erased: true });
    expect(await countEvents(world)).toBe(before);
  });

  it('lets one of two living dossiers of a subject through, however they race', async () => {
    for (let i = 0; i < 10; i += 1) {
      const ids = [`n-twin-${i}-a`, `n-twin-${i}-b`];
      for (const id of ids)
        await accepted(world, {
          actor: person(UNITS.a, 'officer'),
          name: 'draftNomination',
          input: draft(id, `s-twin-${i}`),
        });
      const outcomes = await Promise.all(
        ids.map((nominationId) =>
          world.ledger.execute({ actor: person(UNITS.a, 'head'), name: 'submitNomination', input: { nominationId } }),
        ),
      );
      expect(outcomes.filter((o) => o.ok)).toHaveLength(1);
      expect(outcomes.find((o) => !o.ok)).toMatchObject({ refusal: { code: 'SAME_ACHIEVEMENT' } });
    }
  });

  it('lets one of two acts on the same step through and calls the other stale', async () => {
    const act = { nominationId: 'n-twin-0-a', visit: 1 };
    const state = await world.reader.state('nomination', act.nominationId);
    const nominationId = state?.state.status === 'open' ? act.nominationId : 'n-twin-0-b';
    const outcomes = await Promise.all([
      world.ledger.execute({
        actor: person(UNITS.standing, 'secretary'),
        name: 'approveStep',
        input: { nominationId, visit: 1 },
      }),
      world.ledger.execute({
        actor: person(UNITS.standing, 'secretary'),
        name: 'returnNomination',
        input: { nominationId, visit: 1, reason: 'Thiếu biên bản' },
      }),
    ]);
    expect(outcomes.filter((o) => o.ok)).toHaveLength(1);
    expect(outcomes.find((o) => !o.ok)).toMatchObject({ refusal: { code: 'STALE_VERSION' } });
  });

  it('numbers facts after commit without gaps, in the order of each stream, whatever commits when', async () => {
    await sequenceNow(world);
    const slow = await world.pool.connect();
    await slow.query('begin');
    await slow.query(`insert into ops_draft (person_id, about, body) values ('x', 'y', '{}')`);
    await accepted(world, {
      actor: person(UNITS.a, 'officer'),
      name: 'draftNomination',
      input: draft('n-late', 's-late'),
    });
    await sequenceNow(world);
    const hidden = await world.pool.query(
      `select 1 from ledger_log l join ledger_event e using (event_id) where e.stream_id = 'n-late'`,
    );
    expect(hidden.rowCount).toBe(0);
    await slow.query('commit');
    slow.release();
    await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        accepted(world, {
          actor: person(UNITS.a, 'officer'),
          name: 'draftNomination',
          input: draft(`n-many-${i}`, `s-many-${i}`),
        }),
      ),
    );
    await sequenceAll(world);
    const { rows } = await world.pool.query<{
      n: number;
      low: number;
      high: number;
      missing: number;
      disorder: number;
    }>(
      `select count(*) as n, min(log_index) as low, max(log_index) as high,
        (select count(*) from ledger_event e where not exists (select 1 from ledger_log l where l.event_id = e.event_id)) as missing,
        (select count(*) from (select log_index < lag(log_index) over (partition by stream, stream_id order by version) as wrong
          from ledger_log join ledger_event using (event_id)) o where wrong) as disorder from ledger_log`,
    );
    expect(rows[0]).toMatchObject({ low: 1, missing: 0, disorder: 0 });
    expect(rows[0]?.high).toBe(rows[0]?.n);
  });

  it('rebuilds every derived row byte for byte', async () => {
    const client = await world.pool.connect();
    const before = await digestDerived(client);
    client.release();
    expect(await rebuild(world)).toEqual([]);
    const again = await world.pool.connect();
    expect(await digestDerived(again)).toEqual(before);
    again.release();
    expect(
      (
        await accepted(world, {
          actor: person(UNITS.a, 'officer'),
          name: 'draftNomination',
          input: draft('n-after', 's-after'),
        })
      ).streams,
    ).toHaveLength(1);
  });

  it('notices a derived row that was tampered with', async () => {
    await world.pool.query(`update read_nomination set status = 'archived' where id = 'n-after'`);
    expect(await rebuild(world)).toEqual(['read_nomination']);
  });

  it('keeps a rehearsal apart from the official world', async () => {
    const official = await worlds.official();
    expect(await countEvents(official)).toBeLessThan(await countEvents(world));
    expect(
      await refused(official, { actor: operator, name: 'moveClock', input: { to: on('2030-01-01') } }),
    ).toMatchObject({ code: 'WRONG_WORLD' });
    expect(await refused(world, { actor: operator, name: 'moveClock', input: { to: on('2020-01-01') } })).toMatchObject(
      { code: 'WORLD_CLOCK_BACKWARDS' },
    );
  });
});
