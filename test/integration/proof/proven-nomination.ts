import { dateOf } from '../../../libs/domain/calendar/local-date.js';
import type { World } from '../../../libs/ledger/worlds.js';
import { UNITS } from '../../domain/support/people.js';
import { STANDING, STANDING_ROUND } from '../../support/standing-campaign.js';
import { accepted, engine, person, personId } from '../../support/test-world.js';

export const NOMINEE = 'Bùi Văn Thử';
export const ACHIEVEMENT = 'Cứu bảy người trong lũ đêm mồng Ba';
export const REMARK = 'Có xác nhận của ba nhân chứng';

/** A nomination with texts of people in it, submitted. */
export async function submitted(
  world: World,
  nominationId: string,
  subjectId = `subject-${nominationId}`,
): Promise<void> {
  const actor = person(UNITS.a, 'officer');
  await accepted(world, {
    actor,
    name: 'draftNomination',
    input: {
      nominationId,
      campaignId: STANDING,
      roundId: STANDING_ROUND,
      awardCode: 'BK',
      unitId: UNITS.a,
      subject: { kind: 'individual', id: subjectId, name: NOMINEE },
      achievement: ACHIEVEMENT,
      documents: [],
    },
  });
  await accepted(world, { actor, name: 'submitNomination', input: { nominationId } });
}

/** Taken through its short route to a decision and its publication. */
export async function decided(world: World, nominationId: string, number: string): Promise<void> {
  await submitted(world, nominationId);
  const actor = person(UNITS.homeAffairs, 'appraiser');
  await accepted(world, { actor, name: 'approveStep', input: { nominationId, visit: 1, note: REMARK } });
  await accepted(world, { actor, name: 'approveStep', input: { nominationId, visit: 2 } });
  await accepted(world, {
    actor: person(UNITS.province, 'decider'),
    name: 'issueDecision',
    input: {
      decisionId: `decision-${nominationId}`,
      number,
      date: dateOf(await world.now()),
      signer: personId(UNITS.province, 'decider'),
      nominations: [{ nominationId, visit: 3 }],
    },
  });
  await accepted(world, { actor: engine, name: 'endTimedStep', input: { nominationId, visit: 4, key: 'publication' } });
}
