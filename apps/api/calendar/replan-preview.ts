import type { CalendarDayKind } from '../../../libs/domain/calendar/working-calendar.js';
import { workingCalendar, type WorkingCalendar } from '../../../libs/domain/calendar/working-calendar.js';
import type { LocalDate } from '../../../libs/domain/calendar/local-date.js';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import { ref } from '../../../libs/domain/core/stream.js';
import { laterDue } from '../../../libs/domain/nomination/nomination.route.js';
import { openTaskOf } from '../../../libs/domain/nomination/nomination-state.js';
import { policyFor } from '../../../libs/domain/obligation/owed.js';
import { rescheduleTask } from '../../../libs/domain/task/plan-task.js';
import { sameJson } from '../../../libs/domain/core/same-json.js';
import { namesIn, type NamedUnit } from '../../../libs/history/names.js';
import { stepName } from '../../../libs/history/step-names.js';
import type { World } from '../../../libs/ledger/worlds.js';

/** A day of the calendar as somebody thinks of making it. */
export interface ThoughtOf {
  readonly date: LocalDate;
  readonly kind: CalendarDayKind | 'none';
}

export interface ReplannedStep {
  readonly nominationId: string;
  readonly unit: NamedUnit;
  readonly step: Bilingual;
  readonly from: string;
  readonly to: string;
}

export interface ReplanPreview {
  /** Open steps whose limit would end later; nobody is ever given less. */
  readonly steps: readonly ReplannedStep[];
  /** Open duties whose reminders would move; their last day is a date and stays. */
  readonly reminders: number;
  /** Set where there is more open work than was looked at. */
  readonly atLeast: boolean;
}

/** More is not worked out before somebody has decided; the engine goes through everything afterwards. */
const MOST = 400;

const OPEN = `select distinct owner_kind, owner_id from read_task
  where status = 'open' and owner_kind = any($1) and last_day >= $2::date order by 1, 2 limit ${MOST + 1}`;

/** What the engine would plan anew if the day were that; nothing is recorded. */
export async function previewReplan(world: World, calendar: WorkingCalendar, day: ThoughtOf): Promise<ReplanPreview> {
  const others = calendar.rows.filter(({ date }) => date !== day.date);
  const { date, kind } = day;
  const then = workingCalendar(kind === 'none' ? others : [...others, { date, kind, name: '', confidence: '' }]);
  const { rows } = await world.pool.query<{ owner_kind: 'nomination' | 'obligation'; owner_id: string }>({
    name: 'replan-preview',
    text: OPEN,
    values: [['nomination', 'obligation'], date],
  });
  const looked = rows.slice(0, MOST);
  const loaded = await world.reader.all(looked.map((row) => ref(row.owner_kind, row.owner_id)));
  const idsOf = (owner: string): readonly string[] =>
    looked.flatMap((row) => (row.owner_kind === owner ? [row.owner_id] : []));
  const nominations = idsOf('nomination').flatMap((id) => {
    const state = loaded.state('nomination', id);
    const due = state === undefined ? undefined : laterDue(state, then);
    const task = state === undefined ? undefined : openTaskOf(state);
    return state === undefined || task?.due === undefined || due === undefined || due.lastDay === task.due.lastDay
      ? []
      : [{ id, state, step: task.step, from: task.due.lastDay, to: due.lastDay }];
  });
  const duties = idsOf('obligation').flatMap((id) => loaded.state('obligation', id) ?? []);
  const campaignIds = [...new Set([...nominations.map(({ state }) => state), ...duties].map((one) => one.campaignId))];
  const [campaigns, names] = await Promise.all([
    world.reader.all(campaignIds.map((id) => ref('campaign', id))),
    namesIn(world, { units: nominations.map(({ state }) => state.unitId) }),
  ]);
  const moved = duties.filter((duty) => {
    const task = duty.open[String(duty.visit)];
    if (task === undefined) return false;
    const policy = policyFor(campaigns.state('campaign', duty.campaignId), duty.key);
    return !sameJson(rescheduleTask(task, then, policy).plan, task.plan);
  });
  return {
    steps: nominations.map(({ id, state, step, from, to }) => ({
      nominationId: id,
      unit: names.unit(state.unitId),
      step: stepName(step, campaigns.state('campaign', state.campaignId)?.file),
      from,
      to,
    })),
    reminders: moved.length,
    atLeast: rows.length > MOST,
  };
}
