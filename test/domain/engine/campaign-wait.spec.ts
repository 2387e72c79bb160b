import { describe, expect, it } from '@jest/globals';
import { isLocalDate, startOfDay } from '../../../libs/domain/calendar/local-date.js';
import type { OrganisationUnit } from '../../../libs/domain/campaign-plan/organisation.js';
import { campaignWait, OPENS_BEFORE_DUE, type CampaignRows } from '../../../libs/domain/engine/campaign-wait.js';
import type { EngineAct } from '../../../libs/domain/engine/wait.js';
import { OPERATOR } from '../../../libs/domain/access/actor.js';
import { both, CAMPAIGN, UNITS, who } from '../support/people.js';
import { at, drafted, launched, owes, type Province } from '../support/province.js';

const DAY = 86_400_000;

/** What the activity reads from the rows, read from the ledger in memory. */
function waitOf(world: Province, now = world.now, more: Partial<CampaignRows> = {}, calendarSeen = 1) {
  const duties = new Map<string, { key: string; occurrence: string; units: number; open: number; dueAt?: number }>();
  for (const [, state] of world.all('obligation')) {
    const id = `${state.key}/${state.occurrence}`;
    const row = duties.get(id) ?? { key: state.key, occurrence: state.occurrence, units: 0, open: 0 };
    const open = state.status === 'open' ? 1 : 0;
    const dueAt = open === 1 ? Math.min(row.dueAt ?? Infinity, state.due.at) : row.dueAt;
    duties.set(id, { ...row, units: row.units + 1, open: row.open + open, ...(dueAt === undefined ? {} : { dueAt }) });
  }
  const units = world.all('unit').flatMap(([id, { type, name, validFrom, validTo }]): OrganisationUnit[] => {
    if (!isLocalDate(validFrom)) return [];
    return [
      {
        id,
        type,
        name,
        validFrom,
        confidence: 'V',
        ...(validTo !== undefined && isLocalDate(validTo) ? { validTo } : {}),
      },
    ];
  });
  const rounds = world.all('round').map(([, { key, occurrence, status }]) => ({ key, occurrence, status }));
  return campaignWait({
    campaign: world.state('campaign', CAMPAIGN)!,
    rows: { duties: [...duties.values()], rounds, openNominations: 0, ...more },
    organisation: { units, clusters: [] },
    calendar: world.calendar,
    calendarVersion: world.version('calendar', 'vn'),
    calendarSeen,
    now,
  });
}
const named = (acts: readonly EngineAct[], does: EngineAct['does']): string[] =>
  acts.filter((act) => act.does === does).map(({ key }) => key);

describe('what a campaign waits for', () => {
  it('is nothing while it is a draft', () => {
    expect(waitOf(drafted())).toMatchObject({ open: false, due: [] });
  });

  it('asks for duties sixty days before they are due, or with their window, and for what had passed at the launch', () => {
    const world = launched();
    const opening = (now: number) => named(waitOf(world, now).due, 'openObligations');
    expect(opening(world.now)).toEqual(expect.arrayContaining(['open/early/once', 'open/plan/once']));
    expect(opening(world.now)).not.toContain('open/registration/once');
    const registration = at('2024-08-01', '00:00') - OPENS_BEFORE_DUE;
    expect(opening(registration - 1)).not.toContain('open/registration/once');
    expect(opening(registration)).toContain('open/registration/once');
  });

  it('asks again only where somebody has not been asked, and not for what is long over', () => {
    const world = launched();
    for (const unit of [UNITS.lead, UNITS.homeAffairs, UNITS.a, UNITS.b]) owes(world, 'plan', 'once', unit);
    expect(named(waitOf(world).due, 'openObligations')).toContain('open/plan/once');
    owes(world, 'plan', 'once', UNITS.leader);
    expect(named(waitOf(world).due, 'openObligations')).not.toContain('open/plan/once');
    world.must(
      'defineUnit',
      { unitId: 'so-moi', type: 'province-department', name: both('Sở mới'), validFrom: '2024-05-01', confidence: 'V' },
      OPERATOR,
    );
    expect(named(waitOf(world).due, 'openObligations')).toContain('open/plan/once');
    const longAfter = at('2024-07-01', '00:00') + OPENS_BEFORE_DUE;
    expect(named(waitOf(world, longAfter - 1).due, 'openObligations')).toContain('open/plan/once');
    expect(named(waitOf(world, longAfter).due, 'openObligations')).not.toContain('open/plan/once');
  });

  it('opens phases, reviews and rounds on their day, to the millisecond', () => {
    const world = launched();
    const second = startOfDay('2026-01-01');
    expect(named(waitOf(world, second - 1).due, 'openPhase')).toEqual(['phase/phase-1']);
    expect(named(waitOf(world, second).due, 'openPhase')).toEqual(['phase/phase-1', 'phase/phase-2']);
    const review = startOfDay('2026-10-01');
    expect(named(waitOf(world, review - 1).due, 'openReview')).toEqual([]);
    expect(named(waitOf(world, review).due, 'openReview')).toEqual(['review/mid']);
    const round = startOfDay('2024-10-01');
    expect(named(waitOf(world, round - 1).due, 'openRound')).toEqual(['round/prompt/once']);
    expect(named(waitOf(world, round).due, 'openRound')).toEqual(['round/prompt/once', 'round/annual/2024']);
    // Its window has gone by: it waits for an extension.
    expect(named(waitOf(world, startOfDay('2024-11-01')).due, 'openRound')).toEqual(['round/prompt/once']);
  });

  it('moves open duties with a date that was moved for everyone, and with the calendar', () => {
    const world = launched();
    owes(world, 'plan', 'once', UNITS.a);
    expect(named(waitOf(world).due, 'replanObligations')).toEqual([]);
    world.must(
      'extendCampaignDate',
      { campaignId: CAMPAIGN, what: 'plan/once', lastDay: '2024-07-15', reason: 'Bão' },
      who('lead', 'head'),
    );
    expect(named(waitOf(world).due, 'replanObligations')).toEqual(['replan/plan/once/2024-07-15']);
    world.must(
      'replanObligation',
      { obligationId: `${CAMPAIGN}.plan.once.${UNITS.a}` },
      { id: 'engine', kind: 'engine', holdings: [] },
    );
    expect(named(waitOf(world).due, 'replanObligations')).toEqual([]);
    expect(named(waitOf(world, world.now, {}, 0).due, 'replanObligations')).toEqual(['calendar/1']);
  });

  it('reminds when the earliest planned reminder has come', () => {
    const world = launched();
    const reminderAt = world.now + DAY;
    expect(named(waitOf(world, reminderAt - 1, { reminderAt }).due, 'remindTasks')).toEqual([]);
    expect(waitOf(world, reminderAt - 1, { reminderAt }).nextAt).toBeLessThanOrEqual(reminderAt);
    expect(named(waitOf(world, reminderAt, { reminderAt }).due, 'remindTasks')).toHaveLength(1);
  });
});
