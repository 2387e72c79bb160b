import { permit } from '../access/permissions.js';
import { accept, refuse, type CommandSpec } from '../core/decision.js';
import { ref, type Change, type Fact, type RowChange, type StreamDefinition } from '../core/stream.js';
import { isLocalDate } from './local-date.js';
import type { CalendarDay } from './working-calendar.js';

/** The one calendar of a world. Its id is `vn`. */
export interface CalendarState {
  readonly days: readonly CalendarDay[];
}
export const CALENDAR_ID = 'vn';
export const CALENDAR_FACTS = { loaded: 'calendarLoaded', changed: 'calendarDayChanged' } as const;

export interface LoadCalendar {
  readonly days: readonly CalendarDay[];
}
/** `kind: 'none'` takes a row away: the day is an ordinary one again. */
export interface ChangeCalendarDay {
  readonly date: string;
  readonly kind: CalendarDay['kind'] | 'none';
  readonly name: string;
  readonly source: string;
  readonly reason: string;
}

function evolve(state: CalendarState | undefined, fact: Fact): CalendarState {
  if (fact.type === CALENDAR_FACTS.loaded) return fact.payload as unknown as CalendarState;
  const { date, kind, name, source } = fact.payload as unknown as ChangeCalendarDay;
  const others = (state?.days ?? []).filter((d) => d.date !== date);
  return { days: kind === 'none' ? others : [...others, { date, kind, name, confidence: source } as CalendarDay] };
}

const rows = ({ id, version, after }: Change<'calendar'>): readonly RowChange[] => [
  { table: 'read_calendar', op: 'put', row: { id, version, state: after } },
];

export const calendarStream: StreamDefinition<'calendar'> = { kind: 'calendar', evolve, rows, cached: true };

export const loadCalendar: CommandSpec<LoadCalendar> = {
  needs: () => [ref('calendar', CALENDAR_ID)],
  decide(c, have, { actor }) {
    const grant = permit(actor, 'calendar.change', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'calendar.change' } });
    if (have.state('calendar', CALENDAR_ID) !== undefined) return refuse('ALREADY_DONE');
    return accept(grant, [
      { stream: ref('calendar', CALENDAR_ID), type: CALENDAR_FACTS.loaded, payload: { days: c.days } },
    ]);
  },
};

export const changeCalendarDay: CommandSpec<ChangeCalendarDay> = {
  needs: () => [ref('calendar', CALENDAR_ID)],
  decide(c, have, { actor }) {
    const grant = permit(actor, 'calendar.change', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'calendar.change' } });
    if (!isLocalDate(c.date)) return refuse('DATE_INVALID', { field: 'date' });
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    const now = have.state('calendar', CALENDAR_ID)?.days.find((d) => d.date === c.date);
    // Confirming a day changes only what it rests on, and that is what makes it count.
    if ((now?.kind ?? 'none') === c.kind && (now === undefined || now.confidence === c.source))
      return refuse('ALREADY_DONE');
    return accept(grant, [{ stream: ref('calendar', CALENDAR_ID), type: CALENDAR_FACTS.changed, payload: { ...c } }]);
  },
};
