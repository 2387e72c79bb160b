import { ENGINE, OPERATOR, type Actor } from '../../../libs/domain/access/actor.js';
import { atTime, type ClockTime, type LocalDate } from '../../../libs/domain/calendar/local-date.js';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { CommandName, Commands } from '../../../libs/domain/commands.js';
import type { Decision } from '../../../libs/domain/core/decision.js';
import { vnDays } from '../calendar/calendar-fixtures.js';
import { MemoryLedger } from './memory-ledger.js';
import { both, CAMPAIGN, personAt, ROLES_AT, TYPES, UNITS, who } from './people.js';
import { campaignFile } from './sample-province-campaign.js';

/** 10:00 in Viet Nam. */
export const at = (day: LocalDate, time: ClockTime = '10:00'): number => atTime(day, time);

/** What a test does next: refused commands are returned, not thrown. */
export class Province extends MemoryLedger {
  /** Acts at an instant; the clock only moves on. */
  on(day: LocalDate, time: ClockTime = '10:00'): this {
    const then = at(day, time);
    if (then < this.now) throw new Error(`the clock only moves on: ${day} ${time}`);
    this.now = then;
    return this;
  }

  /** Like `execute`, for a step that the test takes for granted. */
  must<K extends CommandName>(name: K, command: Commands[K], actor: Actor): Extract<Decision, { ok: true }> {
    const decision = this.execute(name, command, actor);
    if (!decision.ok) throw new Error(`${name}: ${JSON.stringify(decision.refusal)}`);
    return decision;
  }
}

/** The province with its people and calendar on a day, no campaign yet. */
export function province(day: LocalDate = '2024-05-13', time: ClockTime = '08:00'): Province {
  const world = new Province(at(day, time));
  world.must('openWorld', { kind: 'rehearsal', clock: world.now }, OPERATOR);
  world.must('loadCalendar', { days: vnDays() }, OPERATOR);
  for (const name of Object.keys(UNITS).filter((key): key is keyof typeof UNITS => key in UNITS)) {
    world.must(
      'defineUnit',
      {
        unitId: UNITS[name],
        type: TYPES[name],
        name: both(UNITS[name]),
        validFrom: '2010-01-01',
        ...(name === 'gone' ? { validTo: '2025-06-30' } : {}),
        confidence: 'V',
      },
      OPERATOR,
    );
    for (const role of ROLES_AT[name]) {
      const id = personAt(name, role);
      const position = { key: `${UNITS[name]}/${role}`, unitId: UNITS[name], role, title: '', from: '2020-01-01' };
      const person = {
        personId: id,
        username: id,
        name: `Người ${id}`,
        email: `${id}@example.invalid`,
        invented: true,
      };
      world.must('registerPerson', { ...person, positions: [position] }, OPERATOR);
    }
  }
  const years = [2024, 2025, 2026].map((year) => ({ year, leader: UNITS.leader, members: [UNITS.leader, UNITS.b] }));
  world.must('defineCluster', { clusterId: 'cum-1', kind: 'cluster', name: both('Cụm 1'), years }, OPERATOR);
  return world;
}

/** The same with the campaign drafted and answered, ready for launch. */
export function drafted(file: CampaignFile = campaignFile): Province {
  const world = province();
  world.must('draftCampaign', { file, rulePack: 'L2022-ND152' }, OPERATOR);
  world.must('answerQuestion', { campaignId: CAMPAIGN, questionId: 'q-scope', choice: 'all' }, who('province', 'head'));
  const training = { campaignId: CAMPAIGN, what: 'training/once', lastDay: '2024-11-15', reason: 'Ấn định ngày' };
  world.must('extendCampaignDate', training, who('lead', 'head'));
  return world;
}

/** Launched on 13/05/2024. */
export function launched(file: CampaignFile = campaignFile): Province {
  const world = drafted(file);
  const document = { number: '101/KH-UBND', date: '2024-05-10' };
  world.must('launchCampaign', { campaignId: CAMPAIGN, document }, who('province', 'decider'));
  return world;
}

export const owes = (world: Province, key: string, occurrence: string, unitId: string): string => {
  const id = `${CAMPAIGN}.${key}.${occurrence}.${unitId}`;
  if (world.state('obligation', id) === undefined)
    world.must('openObligation', { campaignId: CAMPAIGN, key, occurrence, unitId }, ENGINE);
  return id;
};

/** The annual round of 2024, open on 01/10/2024. */
export function inRound(file: CampaignFile = campaignFile): Province {
  const world = launched(file);
  const guidance = owes(world, 'guidance', '2024', UNITS.lead);
  world.on('2024-09-20');
  const proof = { kind: 'document', number: '12/HD-SNN', date: '2024-09-20' } as const;
  world.must('fulfilObligation', { obligationId: guidance, proof }, who('lead', 'officer'));
  world.on('2024-10-01');
  world.must('openRound', { campaignId: CAMPAIGN, key: 'annual', occurrence: '2024' }, ENGINE);
  return world;
}
