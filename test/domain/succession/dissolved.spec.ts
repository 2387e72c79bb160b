import { describe, expect, it } from '@jest/globals';
import { OPERATOR, type Actor } from '../../../libs/domain/access/actor.js';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { SuccessionKind } from '../../../libs/domain/campaign-plan/vocabulary.js';
import { book } from '../rules/facts-fixture.js';
import { ROUND } from '../support/dossier-walk.js';
import { both, CAMPAIGN, UNITS, who } from '../support/people.js';
import { inRound, type Province } from '../support/province.js';
import { campaignFile } from '../support/sample-province-campaign.js';

const ADMIN: Actor = { id: 'quan-tri', kind: 'person', holdings: [{ unitId: UNITS.province, role: 'admin' }] };
const provenance = { basis: 'proposed' } as const;
const BKT = { award: 'BKT', name: both('Bằng khen'), subjectKinds: ['collective'], provenance } as const;
const file: CampaignFile = {
  ...campaignFile,
  rounds: campaignFile.rounds.map((round) => (round.key === 'annual' ? { ...round, awards: [BKT] } : round)),
};

/** A department put forward by another, after the merger of 01/07/2025. */
function nominated(kind: SuccessionKind): Province {
  const world = inRound(file);
  world.must('loadRules', { book }, OPERATOR);
  world.on('2025-06-20');
  const document = { number: '202/2025/QH15', date: '2025-06-12' };
  world.must('carryOutSuccession', { unitId: UNITS.b, to: UNITS.leader, kind, on: '2025-07-01', document }, ADMIN);
  world.on('2025-09-03');
  const subject = { kind: 'collective', id: UNITS.b, name: 'Đơn vị b' } as const;
  const nomination = { nominationId: 'n-b', campaignId: CAMPAIGN, roundId: ROUND, awardCode: 'BKT', unitId: UNITS.a };
  const more = { subject, achievement: 'Thành tích', documents: [] };
  world.must('draftNomination', { ...nomination, ...more }, who('a', 'officer'));
  world.must('evaluateNomination', { nominationId: 'n-b' }, who('a', 'officer'));
  return world;
}

/** What the rule about dissolved bodies came to. */
function r11(world: Province): { readonly row: string; readonly status: string } | undefined {
  const payload = world.events.findLast(({ type }) => type === 'nominationEvaluated')?.payload;
  const { rules } = payload?.['verdict'] as { rules: readonly { row: string; status: string }[] };
  return rules.find(({ row }) => row === 'r11-dissolved');
}

describe('R11 dissolved bodies are not awarded after reorganisation', () => {
  it('is said of a body that was merged, and refuses nothing while nobody has verified the rule', () => {
    const world = nominated('merged');
    expect(r11(world)).toMatchObject({ status: 'advisory', would: 'failed' });
    expect(world.state('nomination', 'n-b')?.eligibility?.failed.map(({ row }) => row)).not.toContain('r11-dissolved');
  });

  it('is not said of one that only has another name', () => {
    expect(r11(nominated('renamed'))).toMatchObject({ would: 'unknown' });
  });
});
