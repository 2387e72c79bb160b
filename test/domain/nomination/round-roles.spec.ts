import { describe, expect, it } from '@jest/globals';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { AwardRound } from '../../../libs/domain/campaign-plan/duties.js';
import { decideOn, ROUND, submitted, walkTo } from '../support/dossier-walk.js';
import { outcome } from '../support/outcome.js';
import { CAMPAIGN, UNITS, who } from '../support/people.js';
import { inRound } from '../support/province.js';
import { campaignFile } from '../support/sample-province-campaign.js';

/** The annual round with parts of its own. */
const played = (parts: Partial<Pick<AwardRound, 'leads' | 'appraises' | 'decides'>>): CampaignFile => ({
  ...campaignFile,
  rounds: campaignFile.rounds.map((round) => (round.key === 'annual' ? { ...round, ...parts } : round)),
});
const queuesOf = (file: CampaignFile) => {
  const world = inRound(file);
  const id = submitted(world);
  const state = world.state('nomination', id);
  const queue = (kind: string) => state?.route.find((step) => step.kind === kind)?.queue;
  return { world, id, roles: state?.roles, queue };
};

describe('S0-34 an award round says whose part it is', () => {
  it('the decision is issued by the office the round names, in its own name and number', () => {
    const { world, id, roles, queue } = queuesOf(played({ decides: 'leadAgency' }));
    expect(roles).toMatchObject({ decider: UNITS.lead, leadAgency: UNITS.lead });
    expect(queue('decision')).toBe(`${UNITS.lead}/decider`);
    const visit = walkTo(world, id, 'decision');
    const signer = who('lead', 'head').id;
    const date = '2024-12-20';
    world.on(date);
    const decision = { decisionId: 'd', number: '1/QĐ-SNN', date, signer, nominations: [{ nominationId: id, visit }] };
    expect(outcome(world.execute('issueDecision', decision, who('province', 'decider')))).toBe('NOT_ASSIGNED_TO_YOU');
    const decider = { ...who('lead', 'head'), holdings: [{ unitId: UNITS.lead, role: 'decider' as const }] };
    world.must('issueDecision', decision, decider);
    expect(world.state('decision', 'd')?.issuer).toBe(UNITS.lead);
  });

  it('else by the one who decides in the campaign', () => {
    const { world, id, roles, queue } = queuesOf(campaignFile);
    expect([roles?.decider, queue('decision')]).toEqual([UNITS.province, `${UNITS.province}/decider`]);
    const visit = walkTo(world, id, 'decision');
    decideOn(world, [{ nominationId: id, visit }], 'd', '1/QĐ-UBND');
    expect(world.state('decision', 'd')?.issuer).toBe(UNITS.province);
  });

  it('who appraises and who gives the lead opinion follow the round too', () => {
    const { queue } = queuesOf(played({ appraises: 'standingBody', leads: 'homeAffairs' }));
    expect(queue('appraisal')).toBe(`${UNITS.standing}/appraiser`);
    expect(queue('lead-opinion')).toBe(`${UNITS.homeAffairs}/officer`);
  });

  it('the office that decides may put somebody forward itself', () => {
    const world = inRound(played({ decides: 'standingBody' }));
    const draft = {
      nominationId: 'n-own',
      campaignId: CAMPAIGN,
      roundId: ROUND,
      awardCode: 'BK',
      unitId: UNITS.a,
      subject: { kind: 'individual' as const, id: 's', name: 'Cá nhân' },
      achievement: 'Thành tích',
      documents: [],
      initiatedBy: UNITS.standing,
    };
    expect(outcome(world.execute('draftNomination', draft, who('standing', 'head')))).toBe('accepted');
    const other = { ...draft, nominationId: 'n-other', initiatedBy: UNITS.homeAffairs };
    expect(outcome(world.execute('draftNomination', other, who('homeAffairs', 'head')))).toBe('INVALID_INPUT');
  });
});
