import { type LocalDate, dateOf, startOfDay } from '../calendar/local-date.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { type DueRule, occurrences } from '../deadline/due.js';
import { planReminders } from '../deadline/reminder-plan.js';
import { type ReminderPolicy, withoutEscalation } from '../deadline/reminder-policy.js';
import type { CampaignFile, OpenQuestion } from './campaign.js';
import type { AwardRound, Obligation, Review } from './duties.js';
import type { OrganisationFile } from './organisation.js';
import type { Who } from './parts.js';
import { periodOf } from './period.js';
import { personalDuties } from './personal-duties.js';
import { plannedDates } from './plan-dates.js';
import type {
  CampaignPlan,
  PlannedObligation,
  PlannedOccurrence,
  PlannedReminder,
  PlannedReview,
  PlannedRound,
} from './plan-model.js';
import { planWarnings } from './plan-warnings.js';
import { policyOf } from './policies.js';
import { registrationDuty } from './registration-duty.js';
import { resolveWho } from './resolve-who.js';

/**
 * A campaign laid out in time: every due date, review, round and reminder, what still blocks it and what to look at.
 * Pure: the same file, organisation, calendar and answers give the same plan. Without an organisation nobody is named.
 * `answered` holds the ids of open questions a named person has answered. Expects a file {@link checkCampaign} accepts;
 * throws RangeError for dates that do not exist.
 */
export function planCampaign(
  file: CampaignFile,
  calendar: WorkingCalendar,
  organisation?: OrganisationFile,
  answered: readonly string[] = [],
): CampaignPlan {
  const at: Setting = { file, calendar, organisation };
  const { from, to } = periodOf(file);
  const open = file.openQuestions.filter((question) => !answered.includes(question.id));
  const signUp = registrationDuty(file);
  const parts = {
    phases: file.phases.map((phase) => ({
      key: phase.key,
      name: phase.text,
      from: phase.from,
      to: phase.to,
      ...(phase.gate === undefined ? {} : { gate: phase.gate }),
    })),
    obligations: [...(signUp === undefined ? [] : [signUp]), ...file.obligations, ...personalDuties(file)].map((duty) =>
      planObligation(at, duty),
    ),
    reviews: file.reviews.map((review) => planReview(at, review)),
    rounds: file.rounds.map(planRound),
  };
  const dates = plannedDates(file, parts);
  return {
    campaignId: file.id,
    name: file.name,
    from,
    to,
    adoptedOn: file.adoptedOn,
    ...parts,
    dates,
    openQuestions: [...open.filter(blocksLaunch), ...open.filter((question) => !blocksLaunch(question))],
    launchable: !open.some(blocksLaunch),
    warnings: planWarnings(file, parts, calendar, organisation),
  };
}

export const blocksLaunch = (question: Pick<OpenQuestion, 'blocks'>): boolean => question.blocks === 'launch';

interface Setting {
  readonly file: CampaignFile;
  readonly calendar: WorkingCalendar;
  readonly organisation: OrganisationFile | undefined;
}

function planObligation(at: Setting, obligation: Obligation): PlannedObligation {
  const named = policyOf(at.file, obligation.reminders);
  // Who is asked (đề nghị) is not bound: nobody above is told when an invitation goes unanswered.
  const policy = named !== undefined && obligation.mode === 'invited' ? withoutEscalation(named) : named;
  return {
    key: obligation.key,
    title: obligation.text,
    kind: obligation.kind,
    mode: obligation.mode,
    who: obligation.who,
    due: obligation.due,
    ...(obligation.gate === undefined ? {} : { gate: obligation.gate }),
    ...(policy === undefined ? {} : { policy: policy.id }),
    ...(obligation.provenance === undefined ? {} : { provenance: obligation.provenance }),
    occurrences: planOccurrences(at, obligation.due, obligation.who, policy),
  };
}

function planReview(at: Setting, review: Review): PlannedReview {
  const policy = policyOf(at.file, review.reminders);
  return {
    key: review.key,
    title: review.text,
    kind: review.kind,
    ...(review.gates === undefined ? {} : { gates: review.gates }),
    leads: review.leads,
    concludes: review.concludes,
    ...(review.provenance === undefined ? {} : { provenance: review.provenance }),
    occurrences: planOccurrences(at, review.window, { roles: [review.leads, review.concludes] }, policy),
  };
}

function planOccurrences(
  at: Setting,
  rule: DueRule,
  who: Who,
  policy: ReminderPolicy | undefined,
): readonly PlannedOccurrence[] {
  return occurrences(rule).map(({ key, due }) => {
    const adopted = startOfDay(at.file.adoptedOn);
    const steps = policy === undefined ? [] : planReminders(due, policy, at.calendar, adopted);
    return {
      key,
      ...(due.from === undefined ? {} : { from: due.from }),
      lastDay: due.lastDay,
      beforeAdoption: due.lastDay < at.file.adoptedOn,
      ...(at.organisation === undefined ? {} : { parties: resolveWho(at.file, who, at.organisation, due.lastDay) }),
      reminders: steps.map((step): PlannedReminder => ({ ...step, on: dateOf(step.at) })),
    };
  });
}

function planRound(round: AwardRound): PlannedRound {
  const closing = occurrences(round.closes);
  return {
    key: round.key,
    title: round.text,
    kind: round.kind,
    route: round.route,
    ...(round.guidance === undefined ? {} : { guidance: round.guidance }),
    ...(round.review === undefined ? {} : { review: round.review }),
    awards: round.awards,
    dates: round.dates,
    occurrences: occurrences(round.opens).flatMap(({ key, due }) => {
      const closes = closing.find((candidate) => candidate.key === key)?.due.lastDay;
      return closes === undefined ? [] : [{ key, opens: openingDay(due), closes }];
    }),
  };
}

/** A round opens on the first day of a window, else on the day named. */
const openingDay = (due: { readonly from?: LocalDate; readonly lastDay: LocalDate }): LocalDate =>
  due.from ?? due.lastDay;
