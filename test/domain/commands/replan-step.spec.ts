import { describe, expect, it } from '@jest/globals';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import { DEFAULT_ROUTE } from '../../../libs/domain/campaign-plan/default-route.js';
import { CALENDAR_ID } from '../../../libs/domain/calendar/calendar.stream.js';
import { nominationWait } from '../../../libs/domain/engine/step-wait.js';
import { outcome } from '../support/outcome.js';
import { ENGINE, OPERATOR } from '../../../libs/domain/access/actor.js';
import { submitted, walkTo } from '../support/dossier-walk.js';
import { who } from '../support/people.js';
import { inRound, type Province } from '../support/province.js';
import { campaignFile } from '../support/sample-province-campaign.js';

const inDays = (amount: number, unit: 'working' | 'calendar') => ({
  due: { amount, unit, provenance: { basis: 'proposed' } as const },
});
const awards = campaignFile.rounds.flatMap((round) => round.awards).map((award) => ({ ...award, publicOpinion: true }));
/** Five working days for papers, seven calendar days for the opinion of the lead agency, ten working days for the people. */
const file: CampaignFile = {
  ...campaignFile,
  rounds: campaignFile.rounds.map((round) => (round.key === 'annual' ? { ...round, awards } : round)),
  routes: {
    default: DEFAULT_ROUTE.map((step) => {
      if (step.kind === 'completeness') return { ...step, ...inDays(5, 'working') };
      if (step.kind === 'lead-opinion') return { ...step, ...inDays(7, 'calendar') };
      return step.kind === 'public-opinion' ? { ...step, ...inDays(10, 'working') } : step;
    }),
  },
};

const holiday = (world: Province, date: string, kind: 'holiday' | 'none' = 'holiday') =>
  world.must('changeCalendarDay', { date, kind, name: 'Nghỉ', source: 'Thông báo 1/TB', reason: 'Công bố' }, OPERATOR);
const taskOf = (world: Province, id: string) => {
  const state = world.state('nomination', id)!;
  return state.open[String(state.visit)]!;
};
const waitOf = (world: Province, id: string) =>
  nominationWait(world.state('nomination', id), world.now, {
    version: world.version('calendar', CALENDAR_ID),
    calendar: world.calendar,
  });
const replan = (world: Province, id: string) =>
  world.execute('replanStep', { nominationId: id, visit: taskOf(world, id).visit }, ENGINE);

describe('a holiday announced after a step was opened', () => {
  it('moves its due date and reminders, visibly, and tells the queue', () => {
    const world = inRound(file);
    const id = submitted(world); // Tuesday 01/10/2024
    expect(taskOf(world, id).due?.lastDay).toBe('2024-10-08');
    expect(waitOf(world, id).due).toEqual([]);
    holiday(world, '2024-10-04');
    expect(waitOf(world, id).due).toMatchObject([{ does: 'replanStep', visit: 1 }]);
    const told = world.notices.length;
    expect(outcome(replan(world, id))).toBe('accepted');
    expect(taskOf(world, id).due?.lastDay).toBe('2024-10-09');
    expect(taskOf(world, id).plan.every(({ key }) => key.includes('2024-10-09'))).toBe(true);
    expect(world.events.at(-1)).toMatchObject({
      type: 'stepReplanned',
      payload: { from: '2024-10-08', to: '2024-10-09', cause: 'calendar' },
    });
    expect(world.notices.slice(told).every(({ template }) => template === 'date-extended')).toBe(true);
    expect(world.table('read_task').find((row) => row['owner_id'] === id)).toMatchObject({ last_day: '2024-10-09' });
    expect(waitOf(world, id).due).toEqual([]);
    expect(outcome(replan(world, id))).toBe('ALREADY_DONE');
  });

  it('never shortens what people were given', () => {
    const world = inRound(file);
    const id = submitted(world);
    holiday(world, '2024-10-04');
    replan(world, id);
    holiday(world, '2024-10-04', 'none');
    expect(waitOf(world, id).due).toEqual([]);
    expect(outcome(replan(world, id))).toBe('ALREADY_DONE');
    expect(taskOf(world, id).due?.lastDay).toBe('2024-10-09');
  });

  it('leaves a date alone that a person set, and one it does not touch', () => {
    const world = inRound(file);
    const id = submitted(world);
    world.must(
      'extendStep',
      { nominationId: id, visit: 1, lastDay: '2024-10-20', reason: 'Chờ xác nhận' },
      who('standing', 'head'),
    );
    holiday(world, '2024-10-04');
    expect(outcome(replan(world, id))).toBe('ALREADY_DONE');
    world.must('returnNomination', { nominationId: id, visit: 1, reason: 'Thiếu' }, who('standing', 'secretary'));
    holiday(world, '2024-10-07');
    expect(outcome(replan(world, id))).toBe('ALREADY_DONE');
  });

  it('moves the end of a limit in calendar days from a day off to the next working day', () => {
    const world = inRound(file);
    const id = submitted(world);
    walkTo(world, id, 'lead-opinion');
    expect(taskOf(world, id).due?.lastDay).toBe('2024-10-08');
    holiday(world, '2024-10-08');
    replan(world, id);
    expect(taskOf(world, id).due?.lastDay).toBe('2024-10-09');
  });

  it('8 lengthens the ten working days in which the people are asked', () => {
    const world = inRound(file);
    const id = submitted(world);
    walkTo(world, id, 'public-opinion');
    expect(taskOf(world, id).due?.lastDay).toBe('2024-10-15');
    holiday(world, '2024-10-14');
    expect(waitOf(world, id).due).toMatchObject([{ does: 'replanStep' }]);
    replan(world, id);
    expect(taskOf(world, id).due?.lastDay).toBe('2024-10-16');
    expect(outcome(world.execute('replanStep', { nominationId: id, visit: 1 }, who('standing', 'secretary')))).toBe(
      'FORBIDDEN',
    );
  });

  it('counts only what was left where the clock had stood still', () => {
    const world = inRound(file);
    const id = submitted(world);
    world.on('2024-10-03');
    const reason = { nominationId: id, reason: 'Xác minh đơn' };
    world.must('holdNomination', { ...reason, ground: 'complaint' }, who('standing', 'secretary'));
    world.on('2024-10-14');
    world.must('releaseNomination', reason, who('standing', 'secretary'));
    expect(taskOf(world, id)).toMatchObject({ amount: 3, due: { lastDay: '2024-10-17' } });
    holiday(world, '2024-10-04');
    expect(outcome(replan(world, id))).toBe('ALREADY_DONE');
    holiday(world, '2024-10-16');
    replan(world, id);
    expect(taskOf(world, id).due?.lastDay).toBe('2024-10-18');
  });
});
