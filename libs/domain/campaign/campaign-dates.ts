import { startOfDay, isLocalDate, type LocalDate } from '../calendar/local-date.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { CampaignFile } from '../campaign-plan/campaign.js';
import type { AwardRound, Obligation, Review } from '../campaign-plan/duties.js';
import { periodOf } from '../campaign-plan/period.js';
import { personalDuties } from '../campaign-plan/personal-duties.js';
import { policyOf } from '../campaign-plan/policies.js';
import { registrationDuty } from '../campaign-plan/registration-duty.js';
import { dueOn, occurrences, resolveWithin, type Due, type DueRule } from '../deadline/due.js';
import { planReminders } from '../deadline/reminder-plan.js';
import { CONTINUOUS_REMINDER_POLICY, withoutEscalation, type ReminderPolicy } from '../deadline/reminder-policy.js';
import type { CampaignState } from './campaign.stream.js';

export type Duty = Pick<
  Obligation,
  | 'key'
  | 'kind'
  | 'mode'
  | 'who'
  | 'due'
  | 'proof'
  | 'gate'
  | 'reminders'
  | 'consolidates'
  | 'fields'
  | 'addressees'
  | 'acknowledged'
>;

/** The duty of this name: an obligation of the file, or its registration. */
export function dutyOf(file: CampaignFile, key: string): Duty | undefined {
  return allDuties(file).find((duty) => duty.key === key);
}

/** The obligations of the file, its registration, and what its personal pledges ask of units. */
export function allDuties(file: CampaignFile): readonly Duty[] {
  const signUp = registrationDuty(file);
  const personal = personalDuties(file);
  if (signUp === undefined && personal.length === 0) return file.obligations;
  return [...file.obligations, ...(signUp === undefined ? [] : [signUp]), ...personal];
}

/** Every duty of this kind. */
export const dutiesOfKind = (file: CampaignFile, kind: Obligation['kind']): readonly Duty[] =>
  allDuties(file).filter((duty) => duty.kind === kind);

/** Whom the campaign reminds of the duty, and when. A duty that names no policy reminds nobody; who is invited is never escalated. */
export function dutyPolicy(file: CampaignFile, duty: Pick<Duty, 'mode' | 'reminders'>): ReminderPolicy {
  const named = policyOf(file, duty.reminders) ?? CONTINUOUS_REMINDER_POLICY;
  return duty.mode === 'invited' ? withoutEscalation(named) : named;
}

/** Name of a date of a campaign, as an extension addresses it. */
export const dutyDate = (key: string, occurrence: string): string => `${key}/${occurrence}`;
export const reviewDate = (key: string): string => `review/${key}`;
export const roundDate = (key: string, occurrence: string): string => `round/${key}/${occurrence}`;

/**
 * When an occurrence of a rule falls due in this campaign, extensions honoured. Undefined for an occurrence the rule does
 * not have, for a limit whose fact has not happened, and for an undated duty nobody has set a date for.
 */
export function dueIn(
  campaign: CampaignState,
  rule: DueRule,
  what: string,
  occurrence: string,
  calendar: WorkingCalendar,
): Due | undefined {
  const written =
    occurrences(rule).find(({ key }) => key === occurrence)?.due ?? counted(campaign, rule, occurrence, calendar);
  const moved = extendedTo(campaign, what);
  if (moved === undefined) return written;
  if (written === undefined) return rule.kind === 'undated' && occurrence === 'once' ? dueOn(moved) : undefined;
  return dueOn(moved, written.from);
}

function extendedTo(campaign: CampaignState, what: string): LocalDate | undefined {
  const day = campaign.extended[what];
  return day !== undefined && isLocalDate(day) ? day : undefined;
}

function counted(
  campaign: CampaignState,
  rule: DueRule,
  occurrence: string,
  calendar: WorkingCalendar,
): Due | undefined {
  if (rule.kind !== 'within' || occurrence !== 'once') return undefined;
  const start = instantOf(campaign, rule.after);
  return start === undefined ? undefined : resolveWithin(rule.amount, rule.unit, start, calendar);
}

/** When a fact of the campaign happened that a time limit may start with: `adopted`, `launched`, `review:<key>`, `phase:<key>`. */
function instantOf(campaign: CampaignState, fact: string): number | undefined {
  const [kind, key] = fact.split(':');
  switch (kind) {
    case 'adopted':
      return startOfDay(campaign.file.adoptedOn);
    case 'launched':
    case 'campaignLaunched':
      return campaign.launchedAt;
    case 'review':
    case 'reviewConcluded':
      return campaign.conclusions[key ?? '']?.at;
    case 'phase':
    case 'phaseOpened':
      return campaign.phasesOpenedAt[key ?? ''];
    default:
      return undefined;
  }
}

/** The window of a review; its last day moves with an extension. A review is held once. */
export function reviewDue(campaign: CampaignState, review: Review, calendar: WorkingCalendar): Due | undefined {
  const key = occurrences(review.window)[0]?.key ?? 'once';
  return dueIn(campaign, review.window, reviewDate(review.key), key, calendar);
}

/**
 * When a review is opened: on the first day of its window; where the document names no first day, with its first reminder,
 * so that nobody has it on the desk for years.
 */
export function reviewOpensAt(file: CampaignFile, review: Review, due: Due, calendar: WorkingCalendar): number {
  if (due.from !== undefined) return startOfDay(due.from);
  const first = planReminders(due, policyOf(file, review.reminders) ?? CONTINUOUS_REMINDER_POLICY, calendar)[0];
  return Math.min(first?.at ?? Infinity, startOfDay(due.lastDay));
}

export interface RoundWindow {
  readonly opensAt: number;
  readonly closes: Due;
}

/**
 * When nominations of a round are taken. A prompt round without dates is open as long as the campaign, as `once`.
 * Undefined where the round has no such occurrence, or its dates are still to be set.
 */
export function roundWindow(
  campaign: CampaignState,
  round: AwardRound,
  occurrence: string,
  calendar: WorkingCalendar,
): RoundWindow | undefined {
  const { from, to } = periodOf(campaign.file);
  const what = roundDate(round.key, occurrence);
  const isStanding = round.closes.kind === 'continuous' && occurrence === 'once';
  const closes = isStanding
    ? dueOn(extendedTo(campaign, what) ?? to)
    : dueIn(campaign, round.closes, what, occurrence, calendar);
  if (closes === undefined) return undefined;
  if (round.opens.kind === 'continuous' || round.opens.kind === 'undated') return { opensAt: startOfDay(from), closes };
  // The first day is not what an extension moves.
  const opens = dueIn({ ...campaign, extended: {} }, round.opens, what, occurrence, calendar);
  return opens === undefined ? undefined : { opensAt: startOfDay(opens.from ?? opens.lastDay), closes };
}
