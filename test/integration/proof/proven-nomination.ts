import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import { dateOf } from '../../../libs/domain/calendar/local-date.js';
import type { World } from '../../../libs/ledger/worlds.js';
import { UNITS } from '../../domain/support/people.js';
import { campaignFile } from '../../domain/support/sample-province-campaign.js';
import { accepted, engine, launch, person, personId } from '../../support/test-world.js';

/** A campaign that fits any day between 2024 and 2030: nothing is dated, and one round is always open. */
export const STANDING: CampaignFile = {
  ...campaignFile,
  id: 'thuong-xuyen',
  obligations: [],
  reviews: [],
  phases: [],
  openQuestions: [],
  rounds: campaignFile.rounds.filter(({ key }) => key === 'prompt'),
};

export const NOMINEE = 'Bùi Văn Thử';
export const ACHIEVEMENT = 'Cứu bảy người trong lũ đêm mồng Ba';
export const REMARK = 'Có xác nhận của ba nhân chứng';

/** A world with a campaign whose one round is open. */
export async function openStanding(world: World): Promise<void> {
  await launch(world, STANDING);
  await accepted(world, {
    actor: engine,
    name: 'openRound',
    input: { campaignId: STANDING.id, key: 'prompt', occurrence: 'once' },
  });
}

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
      campaignId: STANDING.id,
      roundId: `${STANDING.id}.prompt.once`,
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
