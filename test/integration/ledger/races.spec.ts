import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { Commands } from '../../../libs/domain/commands.js';
import type { Outcome } from '../../../libs/ledger/ledger.js';
import type { World, Worlds } from '../../../libs/ledger/worlds.js';
import { CAMPAIGN, UNITS } from '../../domain/support/people.js';
import { campaignFile } from '../../domain/support/sample-province-campaign.js';
import {
  accepted,
  engine,
  launch,
  moveClock,
  on,
  operator,
  person,
  personId,
  settleProvince,
  testWorlds,
} from '../../support/test-world.js';

/** Every rule over several streams, raced on real connections: one of two gets through, the other is told why. */

const DECISION_ONLY: CampaignFile = {
  ...campaignFile,
  routes: {
    default: [
      {
        key: 'decision',
        kind: 'decision',
        actor: 'decider',
        name: { vi: 'Quyết định', en: 'Decision' },
        outcomes: ['signed'],
      },
      {
        key: 'archive',
        kind: 'archive',
        actor: 'engine',
        name: { vi: 'Lưu trữ', en: 'Archive' },
        outcomes: ['archived'],
      },
    ],
  },
};

let worlds: Worlds;
let world: World;
const round = `${CAMPAIGN}.annual.2024`;
const ROUNDS = 8;

const codes = (outcomes: readonly Outcome[]): string[] => outcomes.map((o) => (o.ok ? 'ok' : o.refusal.code)).sort();

async function submitted(id: string): Promise<string> {
  const input: Commands['draftNomination'] = {
    nominationId: id,
    campaignId: CAMPAIGN,
    roundId: round,
    awardCode: 'BK',
    unitId: UNITS.a,
    subject: { kind: 'individual', id: `s-${id}`, name: 'Người thử' },
    achievement: 'Thành tích thử',
    documents: [],
  };
  await accepted(world, { actor: person(UNITS.a, 'officer'), name: 'draftNomination', input });
  await accepted(world, { actor: person(UNITS.a, 'head'), name: 'submitNomination', input: { nominationId: id } });
  return id;
}

beforeAll(async () => {
  worlds = await testWorlds(12);
  await settleProvince(await worlds.official());
  world = await worlds.createRehearsal({ name: 'races', clock: on('2024-05-10'), createdBy: 'operator', purpose: {} });
  await launch(world, DECISION_ONLY);
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
}, 240_000);
afterAll(() => worlds.close());

describe('rules over several streams, raced', () => {
  it('opens a round once, however many engines open it', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () =>
        world.ledger.execute({
          actor: engine,
          name: 'openRound',
          input: { campaignId: CAMPAIGN, key: 'annual', occurrence: '2024' },
        }),
      ),
    );
    expect(codes(outcomes)).toEqual([...Array.from({ length: 5 }, () => 'ALREADY_DONE'), 'ok']);
  });

  it('gives a decision number of an office to one decision a year', async () => {
    for (let i = 0; i < ROUNDS; i += 1) {
      const nominations = await Promise.all([submitted(`d-${i}-a`), submitted(`d-${i}-b`)]);
      const outcomes = await Promise.all(
        nominations.map((nominationId, j) =>
          world.ledger.execute({
            actor: person(UNITS.province, 'decider'),
            name: 'issueDecision',
            input: {
              decisionId: `decision-${i}-${j}`,
              number: `${100 + i}/QĐ-UBND`,
              date: '2024-10-01',
              signer: personId(UNITS.province, 'decider'),
              nominations: [{ nominationId, visit: 1 }],
            },
          }),
        ),
      );
      expect(codes(outcomes)).toEqual(['DECISION_NUMBER_TAKEN', 'ok']);
    }
  });

  it('recognises a dossier once, though two decisions name it', async () => {
    for (let i = 0; i < ROUNDS; i += 1) {
      const nominationId = await submitted(`once-${i}`);
      const outcomes = await Promise.all(
        [0, 1].map((j) =>
          world.ledger.execute({
            actor: person(UNITS.province, 'decider'),
            name: 'issueDecision',
            input: {
              decisionId: `once-decision-${i}-${j}`,
              number: `${200 + 2 * i + j}/QĐ-UBND`,
              date: '2024-10-01',
              signer: personId(UNITS.province, 'decider'),
              nominations: [{ nominationId, visit: 1 }],
            },
          }),
        ),
      );
      expect(outcomes.filter((o) => o.ok)).toHaveLength(1);
      const { rows } = await world.pool.query(
        `select 1 from ledger_event where stream_id = $1 and type = 'nominationRecognised'`,
        [nominationId],
      );
      expect(rows).toHaveLength(1);
    }
  });

  it('lets one of many claim a task', async () => {
    const nominationId = await submitted('claimed');
    const taskId = `nomination:${nominationId}:1`;
    const second = personId(UNITS.province, 'head');
    await accepted(world, {
      actor: { kind: 'operator' },
      name: 'appointPerson',
      input: { personId: second, unitId: UNITS.province, role: 'decider', title: 'Phó Chủ tịch', from: '2024-01-01' },
    });
    const outcomes = await Promise.all(
      [personId(UNITS.province, 'decider'), second].map((id) =>
        world.ledger.execute({ actor: { kind: 'person', id }, name: 'claimTask', input: { taskId } }),
      ),
    );
    expect(codes(outcomes)).toEqual(['TASK_CLAIMED_BY_OTHER', 'ok']);
  });

  it('opens one obligation of a unit, and reminds once, when two engines ask', async () => {
    const input = { campaignId: CAMPAIGN, key: 'report', occurrence: '2024', unitId: UNITS.a };
    const opened = await Promise.all(
      Array.from({ length: 4 }, () => world.ledger.execute({ actor: engine, name: 'openObligation', input })),
    );
    expect(codes(opened)).toEqual(['ALREADY_DONE', 'ALREADY_DONE', 'ALREADY_DONE', 'ok']);
    await moveClock(world, on('2024-11-27', '10:00'));
    const owner = { kind: 'obligation' as const, id: `${CAMPAIGN}.report.2024.${UNITS.a}` };
    const reminded = await Promise.all(
      Array.from({ length: 4 }, () =>
        world.ledger.execute({ actor: engine, name: 'remindTask', input: { owner, visit: 1 } }),
      ),
    );
    expect(codes(reminded)).toEqual(['ALREADY_DONE', 'ALREADY_DONE', 'ALREADY_DONE', 'ok']);
    const { rows } = await world.pool.query<{ n: number }>(
      `select count(*) as n from ops_notice where subject = $1 group by step, recipient, channel having count(*) > 1`,
      [`obligation:${owner.id}`],
    );
    expect(rows).toEqual([]);
  });

  it('X03 gives a unit one successor, two units no circle, and a duty either to be done or to pass on first', async () => {
    const admin = person(UNITS.province, 'admin');
    const document = { number: '202/2025/QH15', date: '2024-09-30' };
    const unit = (unitId: string) =>
      accepted(world, {
        actor: operator,
        name: 'defineUnit',
        input: {
          unitId,
          type: 'province-department',
          name: { vi: unitId, en: unitId },
          validFrom: '2020-01-01',
          confidence: 'V',
        },
      });
    const carryOut = (unitId: string, to: string) =>
      world.ledger.execute({
        actor: admin,
        name: 'carryOutSuccession',
        input: { unitId, to, kind: 'merged', on: '2024-10-01', document },
      });
    for (let i = 0; i < ROUNDS; i += 1) {
      const ids = [`old-${i}`, `new-${i}`, `other-${i}`, `left-${i}`, `right-${i}`] as const;
      for (const id of ids) await unit(id);
      const [old, fresh, other, left, right] = ids;
      const two = await Promise.all([carryOut(old, fresh), carryOut(old, other)]);
      expect(codes(two)).toEqual(['UNIT_SUCCEEDED', 'ok']);
      const circle = await Promise.all([carryOut(left, right), carryOut(right, left)]);
      expect(codes(circle)).toEqual(['INVALID_INPUT', 'ok']);
    }
    const obligationId = `${CAMPAIGN}.report.2024.${UNITS.b}`;
    await accepted(world, {
      actor: engine,
      name: 'openObligation',
      input: { campaignId: CAMPAIGN, key: 'report', occurrence: '2024', unitId: UNITS.b },
    });
    await accepted(world, {
      actor: admin,
      name: 'carryOutSuccession',
      input: { unitId: UNITS.b, to: UNITS.a, kind: 'merged', on: '2024-10-01', document },
    });
    const raced = await Promise.all([
      world.ledger.execute({
        actor: person(UNITS.b, 'officer'),
        name: 'submitReport',
        input: { obligationId, fields: { result: 'Tốt', households: 3 } },
      }),
      world.ledger.execute({
        actor: engine,
        name: 'passOnWork',
        input: { owner: { kind: 'obligation', id: obligationId }, unitId: UNITS.b },
      }),
    ]);
    const { rows } = await world.pool.query<{ type: string }>(
      `select type from ledger_event where stream = 'obligation' and stream_id = '${obligationId}' order by version`,
    );
    const types = rows.map(({ type }) => type).slice(1);
    // Done before it passed on, it stays with the unit that did it; passed on first, the same person does it over there.
    expect(raced[0].ok).toBe(true);
    expect([['obligationFulfilled'], ['workPassedOn', 'obligationFulfilled']]).toContainEqual(types);
  });
});
