import { randomBytes } from 'node:crypto';
import type { Role } from '../../libs/domain/access/actor.js';
import { atTime, isLocalDate } from '../../libs/domain/calendar/local-date.js';
import type { CampaignFile } from '../../libs/domain/campaign-plan/campaign.js';
import type { UnitType } from '../../libs/domain/campaign-plan/vocabulary.js';
import type { CommandName, Commands } from '../../libs/domain/commands.js';
import type { Refusal } from '../../libs/domain/core/decision.js';
import type { CommandRequest, Receipt } from '../../libs/ledger/ledger.js';
import { integrateAll } from '../../libs/ledger/log-tree.js';
import { sequenceAll as sequenceEverything } from '../../libs/ledger/sequencer.js';
import { Worlds, type World } from '../../libs/ledger/worlds.js';
import { vnDays } from '../domain/calendar/calendar-fixtures.js';
import { UNITS } from '../domain/support/people.js';
import { campaignFile } from '../domain/support/sample-province-campaign.js';

/** Address of the test run's PostgreSQL; scripts/test.mjs starts it. */
export function databaseUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (url === undefined) throw new Error('TEST_DATABASE_URL is not set: run the tests with npm test');
  return url;
}

/** Worlds of this test file: schemas of its own, the whole database goes with the test run. */
export async function testWorlds(poolSize = 8): Promise<Worlds> {
  const worlds = new Worlds({
    ownerUrl: databaseUrl(),
    officialSchema: `t_${randomBytes(5).toString('hex')}`,
    poolSize,
  });
  await worlds.migrate();
  return worlds;
}

const TYPES: Readonly<Record<string, UnitType>> = {
  [UNITS.province]: 'province-people-committee',
  [UNITS.council]: 'emulation-council',
  [UNITS.standing]: 'province-board',
};
const ROLES: readonly Role[] = [
  'head',
  'officer',
  'appraiser',
  'secretary',
  'decider',
  'council-chair',
  'auditor',
  'admin',
];

/** The person who holds the role at the unit in the province of the tests. */
export const personId = (unitId: string, role: Role): string => `${unitId}.${role}`;

/** A command as it must succeed; the receipt, or an error that names the refusal. */
export async function accepted<N extends CommandName>(world: World, request: CommandRequest<N>): Promise<Receipt> {
  const outcome = await world.ledger.execute(request);
  if (!outcome.ok) throw new Error(`${request.name} was refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.receipt;
}

/** A command as it must be refused. */
export async function refused<N extends CommandName>(world: World, request: CommandRequest<N>): Promise<Refusal> {
  const outcome = await world.ledger.execute(request);
  if (outcome.ok) throw new Error(`${request.name} was accepted`);
  return outcome.refusal;
}

export const operator = { kind: 'operator' } as const;
export const engine = { kind: 'engine' } as const;
export const person = (unitId: string, role: Role) => ({ kind: 'person', id: personId(unitId, role) }) as const;

/** Calendar, units and one person for every role at every unit. */
export async function settleProvince(world: World, unitIds: readonly string[] = Object.values(UNITS)): Promise<void> {
  await world.ledger.execute({ actor: operator, name: 'loadCalendar', input: { days: vnDays() } });
  for (const unitId of unitIds) {
    await accepted(world, {
      actor: operator,
      name: 'defineUnit',
      input: {
        unitId,
        type: TYPES[unitId] ?? 'province-department',
        name: { vi: unitId, en: unitId },
        validFrom: '2020-01-01',
        confidence: 'V',
      },
    });
    for (const role of ROLES) {
      await accepted(world, {
        actor: operator,
        name: 'registerPerson',
        input: {
          personId: personId(unitId, role),
          username: personId(unitId, role),
          name: `Người ${unitId} ${role}`,
          email: `${personId(unitId, role)}@example.invalid`,
          invented: true,
          positions: [{ key: `${unitId}/${role}`, unitId, role, title: role, from: '2020-01-01' }],
        },
      });
    }
  }
}

/** The campaign of the domain tests, launched; the world must be a rehearsal whose clock allows it. */
export async function launch(world: World, file: CampaignFile = campaignFile): Promise<void> {
  await accepted(world, { actor: operator, name: 'draftCampaign', input: { file, rulePack: 'L2022-ND98' } });
  for (const question of file.openQuestions) {
    if (question.blocks === 'nothing') continue;
    const choice = question.choices[0]?.key;
    const answer: Commands['answerQuestion'] = {
      campaignId: file.id,
      questionId: question.id,
      choice: choice ?? '',
      ...(choice === undefined ? { text: 'Theo văn bản' } : {}),
    };
    await accepted(world, { actor: person(file.roles.issuer.unit, 'head'), name: 'answerQuestion', input: answer });
  }
  // An answer may have set a date already.
  const settled = (await world.reader.state('campaign', file.id))?.state.file ?? file;
  const undated = settled.obligations.filter((o) => o.mode === 'undated');
  for (const o of undated) {
    await accepted(world, {
      actor: person(file.roles.leadAgency.unit, 'officer'),
      name: 'extendCampaignDate',
      input: { campaignId: file.id, what: `${o.key}/once`, lastDay: '2025-06-30', reason: 'Đặt ngày' },
    });
  }
  await accepted(world, {
    actor: person(file.roles.issuer.unit, 'decider'),
    name: 'launchCampaign',
    input: { campaignId: file.id, document: { number: '101/KH-UBND', date: file.adoptedOn } },
  });
}

/** 10:00 in Viet Nam on the day, epoch ms. */
export function on(day: string, time: '08:00' | '10:00' = '10:00'): number {
  if (!isLocalDate(day)) throw new Error(`not a day: ${day}`);
  return atTime(day, time);
}

export async function moveClock(world: World, to: number): Promise<void> {
  await accepted(world, { actor: operator, name: 'moveClock', input: { to } });
}

/** Numbers what can be numbered now: facts younger than a transaction that is still open have to wait. */
export const sequenceNow = (world: World): Promise<void> => sequenceEverything(world.pool);

/**
 * Until every fact has its number: the sequencer waits for every transaction still open on the server, and other test
 * files have theirs.
 */
export async function sequenceAll(world: World): Promise<void> {
  const left = async (): Promise<number> => {
    const { rows } = await world.pool.query<{ left: number }>(
      'select count(*) as left from ledger_event e where not exists (select 1 from ledger_log l where l.event_id = e.event_id)',
    );
    return rows[0]?.left ?? 0;
  };
  do await sequenceNow(world);
  while ((await left()) > 0);
}

/** Until every fact is numbered and in the tree, whoever else is at it. */
export async function logAll(world: World): Promise<void> {
  await sequenceAll(world);
  const left = async (): Promise<number> => {
    const { rows } = await world.pool.query<{ left: number }>(
      'select (select count(*) from ledger_log) - (select count(*) from ledger_leaf) as left',
    );
    return rows[0]?.left ?? 0;
  };
  do await integrateAll(world.pool);
  while ((await left()) > 0);
}

export async function countEvents(world: World): Promise<number> {
  const { rows } = await world.pool.query<{ n: number }>('select count(*) as n from ledger_event');
  return rows[0]?.n ?? 0;
}
