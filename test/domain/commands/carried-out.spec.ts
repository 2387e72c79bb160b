import { describe, expect, test } from '@jest/globals';
import { dateFrom } from '../../../libs/domain/calendar/local-date.js';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import { OPERATOR } from '../../../libs/domain/access/actor.js';
import { both, CAMPAIGN, UNITS } from '../support/people.js';
import { launched, owes, type Province } from '../support/province.js';
import { campaignFile } from '../support/sample-province-campaign.js';

const CHILD = 'phong-trao-cua-don-vi-a';
const own = { unit: UNITS.a };

/** Unit a carries the province's campaign out by one of its own. */
const child = (more: Partial<CampaignFile> = {}, fromYear = 2024): CampaignFile => ({
  ...campaignFile,
  id: CHILD,
  parent: { campaign: CAMPAIGN, inherits: [] },
  period: { fromYear, toYear: 2030 },
  phases: [{ key: 'ca-ky', text: both('Cả kỳ'), from: dateFrom(fromYear, 1, 1) ?? '2024-01-01', to: '2030-12-31' }],
  targets: [],
  obligations: [],
  reviews: [],
  rounds: [],
  openQuestions: [],
  roles: { ...campaignFile.roles, issuer: own, leadAgency: own, decider: own },
  ...more,
});

const document = { number: '15/KH-DVA', date: '2024-06-03' };

function launchChild(world: Province, file = child()): void {
  world.must('draftCampaign', { file, rulePack: 'L2022-ND152' }, OPERATOR);
  const decider = { id: 'don-vi-a.head', kind: 'person', holdings: [{ unitId: UNITS.a, role: 'decider' }] } as const;
  world.must('launchCampaign', { campaignId: CHILD, document }, decider);
}

describe('a unit’s own campaign under the one above', () => {
  test('S0-25 S2-04 its launch is the plan the unit owes there, by number and date', () => {
    const world = launched().on('2024-06-04');
    const [owed, others] = [owes(world, 'plan', 'once', UNITS.a), owes(world, 'plan', 'once', UNITS.b)];
    launchChild(world);
    expect(world.state('obligation', owed)).toMatchObject({
      status: 'fulfilled',
      late: false,
      open: {},
      proof: { kind: 'document', ...document },
    });
    expect(world.state('obligation', others)?.status).toBe('open');
  });

  test('S0-25 launched before it is asked for, the plan is recorded as issued and nobody is asked again', () => {
    const world = launched().on('2024-06-04');
    launchChild(world);
    const owed = { campaignId: CAMPAIGN, key: 'plan', occurrence: 'once', unitId: UNITS.a };
    const opened = world.must('openObligation', owed, { id: 'engine', kind: 'engine', holdings: [] });
    expect(opened.notices ?? []).toEqual([]);
    expect(world.state('obligation', owes(world, 'plan', 'once', UNITS.a))).toMatchObject({
      status: 'fulfilled',
      proof: { number: document.number },
      open: {},
    });
    expect(world.state('obligation', owes(world, 'plan', 'once', UNITS.b))?.status).toBe('open');
  });

  test('S0-25 a campaign of other years, and one under no parent, fulfil nothing', () => {
    const world = launched().on('2024-06-04');
    launchChild(world, child({}, 2025));
    expect(world.state('obligation', owes(world, 'plan', 'once', UNITS.a))?.status).toBe('open');
    const alone = launched().on('2024-06-04');
    const owed = owes(alone, 'plan', 'once', UNITS.a);
    launchChild(alone, child({ parent: undefined }));
    expect(alone.state('obligation', owed)?.status).toBe('open');
  });
});
