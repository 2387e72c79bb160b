import { queueOf } from '../access/actor.js';
import { dateOf, isLocalDate, type LocalDate } from '../calendar/local-date.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { Target } from '../campaign-plan/targets.js';
import type { UnitType } from '../campaign-plan/vocabulary.js';
import type { CampaignState } from '../campaign/campaign.stream.js';
import { ref, type Fact, type NewEvent } from '../core/stream.js';
import { dueOn } from '../deadline/due.js';
import { effectivePoints, type TargetAdjustment } from '../targets/adjust.js';
import { withTask, withoutTask, type OpenTask } from '../task/open-task.js';
import { planTask } from '../task/plan-task.js';
import type { Passing } from './passing.js';

/**
 * Targets of a unit, or of a level, that is no more wait for a named person: carried over, re-scoped, or closed as not
 * assessable (`adjustTarget`). Nothing is decided by the merger itself.
 */

export const REBASE_ASKED = 'targetsToRebase';

export interface WaitingPoint {
  readonly target: string;
  readonly point: string;
}

/** What waits, with the task of the lead agency it waits in. */
export interface Rebasing {
  readonly visit: number;
  readonly from: string;
  readonly points: readonly WaitingPoint[];
}

/** What a target counts, where that is a level of units: the word the document uses. */
const COUNTED: Partial<Record<UnitType, readonly string[]>> = {
  'district-people-committee': ['huyện', 'đơn vị cấp huyện', 'cấp huyện'],
};

const isOfLevel = (target: Target, type: UnitType): boolean =>
  target.population?.unitTypes?.includes(type) === true ||
  target.each?.unitTypes?.includes(type) === true ||
  COUNTED[type]?.includes(target.unit ?? '') === true;

export interface Ended {
  readonly passing: Passing;
  readonly type: UnitType;
  /** No unit of that type is left: the level itself was abolished. */
  readonly isLevelGone: boolean;
}

/** Points still to come that were the unit's, or were counted in a level that is gone, and that nobody has settled. */
export function pointsToRebase(state: CampaignState, { passing, type, isLevelGone }: Ended): readonly WaitingPoint[] {
  const waiting = (state.rebasing ?? []).flatMap(({ points }) => points);
  const adjusted = state.adjustments ?? [];
  return state.file.targets.flatMap((target) =>
    effectivePoints(target, adjusted)
      .filter(({ closed, due, unitId, key }) => {
        const isOwn = unitId === passing.from;
        const isLevels = isLevelGone && unitId === undefined && isOfLevel(target, type);
        const isSettled = adjusted.some((one) => one.target === target.key && one.point === key) && !isOwn;
        return !closed && !isSettled && due >= passing.on && (isOwn || isLevels);
      })
      .map(({ key }) => ({ target: target.key, point: key }))
      .filter((one) => !waiting.some((other) => isSame(one, other))),
  );
}

const isSame = (a: WaitingPoint, b: WaitingPoint): boolean => a.target === b.target && a.point === b.point;

/** The fact that a person has to say what becomes of these points; due with the first of them. Nothing where there are none. */
export function askRebasing(
  state: CampaignState,
  ended: Ended,
  now: number,
  calendar: WorkingCalendar,
): readonly NewEvent[] {
  const points = pointsToRebase(state, ended);
  if (points.length === 0) return [];
  const days = points.map(({ point }) => point.slice(0, 10)).sort();
  const first = days.find((day): day is LocalDate => isLocalDate(day) && day > dateOf(now));
  const due = first === undefined ? undefined : dueOn(first);
  const lead = state.file.roles.leadAgency.unit;
  const task = planTask({
    visit: state.visit + 1,
    step: 'rebase-targets',
    kind: 'rebase-targets',
    queue: queueOf(lead === ended.passing.from ? ended.passing.to : lead, 'officer'),
    unitId: ended.passing.to,
    ...(due === undefined ? {} : { due: { lastDay: due.lastDay, at: due.at } }),
    now,
    calendar,
  });
  const payload = { from: ended.passing.from, points, task };
  return [{ stream: ref('campaign', state.campaignId), type: REBASE_ASKED, payload }];
}

/** The campaign with what now waits for a person. */
export function rebasingAsked(state: CampaignState, fact: Fact): CampaignState {
  const { from, points, task } = fact.payload as unknown as Omit<Rebasing, 'visit'> & { task: OpenTask };
  return {
    ...state,
    visit: task.visit,
    open: withTask(state.open, task),
    rebasing: [...(state.rebasing ?? []), { visit: task.visit, from, points }],
  };
}

/** The campaign after a person's word on a point: a task whose every point is settled is done. */
export function rebasingSettled(state: CampaignState, { target, point }: TargetAdjustment): CampaignState {
  if (state.rebasing === undefined) return state;
  const left = state.rebasing.map((one) => ({
    ...one,
    points: one.points.filter((other) => !isSame(other, { target, point })),
  }));
  const done = left.filter(({ points }) => points.length === 0);
  return {
    ...state,
    rebasing: left.filter(({ points }) => points.length > 0),
    open: done.reduce((open, { visit }) => withoutTask(open, visit), state.open),
  };
}
