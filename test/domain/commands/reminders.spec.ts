import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { campaignFile as campaignSchema } from '../../../libs/contracts/campaign-file.contract.js';
import { ENGINE, OPERATOR, type Actor, type Role } from '../../../libs/domain/access/actor.js';
import { addDays, dateOf } from '../../../libs/domain/calendar/local-date.js';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import { planCampaign } from '../../../libs/domain/campaign-plan/plan.js';
import { obligationId } from '../../../libs/domain/obligation/obligation.stream.js';
import { vnCalendar, vnDays } from '../calendar/calendar-fixtures.js';
import { both, CAMPAIGN, UNITS } from '../support/people.js';
import { at, launched, owes, Province } from '../support/province.js';
import { campaignFile } from '../support/sample-province-campaign.js';

const folder = new URL('../../../data/campaigns/', import.meta.url);

/** The plans the product is delivered with, once they are there, and the invented one of these tests. */
const files: readonly CampaignFile[] = [
  campaignFile,
  ...(existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => campaignSchema.parse(parse(readFileSync(new URL(name, folder), 'utf8')))),
];

const holding = (unitId: string, role: Role): Actor => ({
  id: `${unitId}.${role}`,
  kind: 'person',
  holdings: [{ unitId, role }],
});
const UNIT = 'mot-don-vi';

/** A world with the units the file names and one more; the campaign as its answers settle it, launched when it was adopted. */
function launchedFrom(file: CampaignFile): { readonly world: Province; readonly settled: CampaignFile } {
  const world = new Province(at(file.adoptedOn));
  const campaignId = file.id;
  world.must('loadCalendar', { days: vnDays() }, OPERATOR);
  for (const unitId of new Set([UNIT, ...Object.values(file.roles).map(({ unit }) => unit)])) {
    const unit = { type: 'other-organisation', name: both(unitId), validFrom: '1990-01-01', confidence: 'V' } as const;
    world.must('defineUnit', { unitId, ...unit }, OPERATOR);
  }
  world.must('draftCampaign', { file, rulePack: 'L2022-ND152' }, OPERATOR);
  const issuer = holding(file.roles.issuer.unit, 'head');
  for (const { id, choices } of file.openQuestions) {
    const [choice] = choices;
    const answer = choice === undefined ? { choice: '', text: 'Trả lời' } : { choice: choice.key };
    world.must('answerQuestion', { campaignId, questionId: id, ...answer }, issuer);
  }
  const settled = world.state('campaign', campaignId)?.file ?? file;
  const lastDay = addDays(file.adoptedOn, 90);
  for (const { key } of settled.obligations.filter(({ due }) => due.kind === 'undated')) {
    world.must('extendCampaignDate', { campaignId, what: `${key}/once`, lastDay, reason: 'Ấn định' }, issuer);
  }
  if (settled.registration?.due.kind === 'undated') {
    world.must('extendCampaignDate', { campaignId, what: 'registration/once', lastDay, reason: 'Ấn định' }, issuer);
  }
  const decider = holding(file.roles.decider.unit, 'decider');
  world.must('launchCampaign', { campaignId, document: { number: '1/KH', date: file.adoptedOn } }, decider);
  return { world, settled };
}

describe('the plan that was shown and what is done', () => {
  it.each(files.map((file) => [file.id, file] as const))(
    '%s: every dated duty opens with the reminders of its plan',
    (campaignId, file) => {
      const { world, settled } = launchedFrom(file);
      for (const { key, mode, occurrences } of planCampaign(settled, vnCalendar()).obligations) {
        if (mode === 'undated') continue;
        for (const { key: occurrence, lastDay, reminders } of occurrences) {
          const decision = world.execute('openObligation', { campaignId, key, occurrence, unitId: UNIT }, ENGINE);
          const state = world.state('obligation', obligationId(campaignId, key, occurrence, UNIT));
          expect([key, occurrence, decision.ok, state?.due.lastDay]).toEqual([key, occurrence, true, lastDay]);
          expect(state?.open['1']?.plan.map((step) => [step.key, step.at])).toEqual(
            reminders.map((step) => [step.key, step.at]),
          );
        }
      }
    },
  );
});

describe('a unit that is late (X02)', () => {
  /** Lets the clock jump from reminder to reminder; says who was told, and when. */
  function neglect(world: Province, id: string): readonly (readonly [string, unknown, unknown])[] {
    const owner = { kind: 'obligation', id } as const;
    for (const step of world.state('obligation', id)?.open['1']?.plan ?? []) {
      world.now = step.at;
      world.must('remindTask', { owner, visit: 1 }, ENGINE);
      expect(world.execute('remindTask', { owner, visit: 1 }, ENGINE).ok).toBe(false);
    }
    return world.events
      .filter(({ type, stream }) => type === 'taskReminded' && stream.id === id)
      .map(({ at: when, payload }) => [dateOf(when), payload['kind'], payload['to']] as const);
  }

  it('is reminded, then its head is told, then the lead agency, then the standing body', () => {
    const world = launched();
    const told = neglect(world, owes(world, 'plan', 'once', UNITS.a));
    expect(told).toEqual([
      ['2024-06-17', 'remind', `${UNITS.a}/officer`],
      ['2024-06-26', 'remind', `${UNITS.a}/officer`],
      ['2024-06-28', 'remind', `${UNITS.a}/officer`],
      ['2024-06-30', 'remind', `${UNITS.a}/officer`],
      ['2024-07-01', 'escalate', `${UNITS.a}/head`],
      ['2024-07-03', 'escalate', `${UNITS.a}/head`],
      ['2024-07-05', 'escalate', `${UNITS.lead}/officer`],
      ['2024-07-12', 'escalate', `${UNITS.standing}/secretary`],
    ]);
    const mails = world.notices.filter(({ template, channel }) => template === 'task-overdue' && channel === 'email');
    expect(mails.map(({ recipient }) => recipient)).toEqual([
      'don-vi-a.head',
      'don-vi-a.head',
      'so-nong-nghiep.officer',
      'ban-thi-dua.secretary',
    ]);
  });

  it('S1-40 late at the lead agency, the head of its cluster’s leader is told; at the standing body, the chairman', () => {
    const heads = {
      key: 'nguoi-dung-dau',
      text: both('Người đứng đầu'),
      scope: ['all'],
      answersTo: 'decider',
    } as const;
    const told = (clusters: boolean, unit: string) => {
      const world = launched({ ...campaignFile, accountableHeads: [{ ...heads, clusters }] });
      neglect(world, owes(world, 'plan', 'once', unit));
      const facts = world.events.filter(({ type, payload }) => type === 'taskReminded' && 'accountable' in payload);
      const notices = world.notices.filter(({ template, channel }) => template === 'unit-late' && channel === 'email');
      expect(facts.flatMap(({ payload }) => payload['accountable'])).toEqual(notices.map(({ recipient }) => recipient));
      return facts.map(({ at, payload }) => [dateOf(at), payload['accountable']]);
    };
    const chairman = ['2024-07-12', ['ubnd-tinh.decider']];
    expect(told(true, UNITS.b)).toEqual([['2024-07-05', ['don-vi-truong-cum.head']], chairman]);
    // No cluster, its own leader, or a campaign that names no leaders: nobody but the chairman.
    expect(told(true, UNITS.a)).toEqual([chairman]);
    expect(told(true, UNITS.leader)).toEqual([chairman]);
    expect(told(false, UNITS.b)).toEqual([chairman]);
  });

  it('has seven yearly reports, each with reminders of its own', () => {
    const world = launched();
    const years = ['2024', '2025', '2026', '2027', '2028', '2029', '2030'];
    const lastDays = years.map((year) => world.state('obligation', owes(world, 'report', year, UNITS.a))?.due.lastDay);
    expect(lastDays).toEqual(years.map((year) => `${year}-11-30`));
    for (const year of years) expect(neglect(world, `${CAMPAIGN}.report.${year}.${UNITS.a}`)).toHaveLength(8);
  });

  it('is told once and late of what was missed while the engine was down', () => {
    const world = launched();
    const id = owes(world, 'plan', 'once', UNITS.a);
    world.on('2024-07-04');
    const { events } = world.must('remindTask', { owner: { kind: 'obligation', id }, visit: 1 }, ENGINE);
    expect(events.map(({ payload }) => [payload['to'], payload['late']])).toEqual([
      [`${UNITS.a}/officer`, true],
      [`${UNITS.a}/head`, true],
    ]);
    expect(world.execute('remindTask', { owner: { kind: 'obligation', id }, visit: 1 }, ENGINE).ok).toBe(false);
  });

  it('is reminded no more once it is done', () => {
    const world = launched();
    const id = owes(world, 'plan', 'once', UNITS.a);
    world.on('2024-06-30', '23:59');
    const proof = { kind: 'document', number: '1/KH', date: '2024-06-30' } as const;
    world.must('fulfilObligation', { obligationId: id, proof }, holding(UNITS.a, 'officer'));
    world.on('2024-07-01');
    expect(world.execute('remindTask', { owner: { kind: 'obligation', id }, visit: 1 }, ENGINE).ok).toBe(false);
  });
});
