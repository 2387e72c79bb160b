import type { LocalDate } from '../calendar/local-date.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { AwardRound } from '../campaign-plan/duties.js';
import type { OrganisationCluster, OrganisationUnit } from '../campaign-plan/organisation.js';
import { resolveWho } from '../campaign-plan/resolve-who.js';
import { allDuties, dueIn, dutyDate, roundWindow, type Duty } from '../campaign/campaign-dates.js';
import type { CampaignState } from '../campaign/campaign.stream.js';
import { occurrences, type Due, type DueRule } from '../deadline/due.js';

/** A unit that was succeeded: from `on` its open work goes to `to`. */
export interface EndedUnit {
  readonly id: string;
  readonly to: string;
  readonly on: LocalDate;
}

export interface Organisation {
  readonly units: readonly OrganisationUnit[];
  readonly clusters: readonly OrganisationCluster[];
  /** Left out where nothing was ever succeeded. */
  readonly ended?: readonly EndedUnit[] | undefined;
}

export interface DatedDuty {
  readonly duty: Duty;
  readonly occurrence: string;
  readonly due: Due;
}

/** Names of the occurrences of one thing by its rules; a rule that is counted from an event, or that somebody sets, falls due once. */
export const occurrencesOf = (...rules: readonly DueRule[]): readonly string[] => {
  const keys = rules.flatMap((rule) => occurrences(rule).map(({ key }) => key));
  return keys.length > 0 ? [...new Set(keys)] : ['once'];
};

/** Every duty of the campaign with each date it has today; one that waits for an event or a date is not among them. */
export function datedDuties(campaign: CampaignState, calendar: WorkingCalendar): readonly DatedDuty[] {
  return allDuties(campaign.file).flatMap((duty) => {
    if (duty.due.kind === 'continuous') return [];
    return occurrencesOf(duty.due).flatMap((occurrence) => {
      const due = dueIn(campaign, duty.due, dutyDate(duty.key, occurrence), occurrence, calendar);
      return due === undefined ? [] : [{ duty, occurrence, due }];
    });
  });
}

/** The units and clusters that owe a duty on its last day, sorted, so that a page has the same content when asked again. */
export function owedBy(
  campaign: CampaignState,
  duty: Duty,
  organisation: Organisation,
  lastDay: LocalDate,
): readonly string[] {
  const { unitIds, clusterIds } = resolveWho(campaign.file, duty.who, organisation, lastDay);
  return [...unitIds, ...clusterIds].sort();
}

export interface RoundOccurrence {
  readonly round: AwardRound;
  readonly occurrence: string;
  readonly opensAt: number;
  readonly closesAt: number;
}

/** Every round of the campaign that has dates today. */
export function roundOccurrences(campaign: CampaignState, calendar: WorkingCalendar): readonly RoundOccurrence[] {
  return campaign.file.rounds.flatMap((round) =>
    occurrencesOf(round.opens, round.closes).flatMap((occurrence) => {
      const window = roundWindow(campaign, round, occurrence, calendar);
      return window === undefined ? [] : [{ round, occurrence, opensAt: window.opensAt, closesAt: window.closes.at }];
    }),
  );
}
