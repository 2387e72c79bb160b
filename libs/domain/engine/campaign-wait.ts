import { dateFrom, dateOf, endOfDayExclusive, startOfDay, yearOf } from '../calendar/local-date.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { periodOf } from '../campaign-plan/period.js';
import { reviewDue, reviewOpensAt } from '../campaign/campaign-dates.js';
import type { CampaignState } from '../campaign/campaign.stream.js';
import { datedDuties, owedBy, roundOccurrences, type Organisation } from './campaign-duties.js';
import { EVERY_DUTY, nothingOpen, split, type EngineAct, type Wait } from './wait.js';

const DAY = 86_400_000;
/** A duty is asked for this long before it falls due, or with the first day of its window. */
export const OPENS_BEFORE_DUE = 60 * DAY;
/** A closed campaign looks again this often whether its last dossiers are done: they do not wake it. */
const LOOKS_AGAIN = 7 * DAY;

/** What was opened of one duty at one occurrence; `dueAt` is the earliest of those still open. */
export interface OpenedDuty {
  readonly key: string;
  readonly occurrence: string;
  readonly units: number;
  readonly open: number;
  readonly dueAt?: number | undefined;
}

/** Confirmations of pledges and of their results that wait for the leader of a cluster. */
export interface OpenConfirmations {
  /** One of them waits for a unit that does not confirm this year. */
  readonly astray: boolean;
  /** The first year to come for which anybody said who leads. */
  readonly nextYear?: number | undefined;
}

/** Rows of other streams a campaign's next act depends on. */
export interface CampaignRows {
  readonly duties: readonly OpenedDuty[];
  readonly rounds: readonly { readonly key: string; readonly occurrence: string; readonly status: string }[];
  /** When the earliest reminder of its open tasks is planned; an instant in the past is due. */
  readonly reminderAt?: number | undefined;
  readonly openNominations: number;
  /** Whether anything dated is open that is neither a duty nor a dossier: reviews, activities, examples, sessions. */
  readonly openTasks?: boolean | undefined;
  /** Ended units at which something of this campaign is still open. */
  readonly atEnded?: readonly string[] | undefined;
  /** Left out where none are open, or where the campaign names an agency that confirms. */
  readonly confirmations?: OpenConfirmations | undefined;
}

export interface CampaignKnown {
  readonly campaign: CampaignState;
  readonly rows: CampaignRows;
  readonly organisation: Organisation;
  readonly calendar: WorkingCalendar;
  readonly calendarVersion: number;
  /** The calendar the open duties and tasks have been brought up to. */
  readonly calendarSeen: number;
  readonly now: number;
}

export const openDuties = (rows: CampaignRows): number => rows.duties.reduce((sum, { open }) => sum + open, 0);

/** Duties that are open, and one more where anything else has a date: zero says that no calendar can move anything. */
export const openDates = (rows: CampaignRows): number => openDuties(rows) + (rows.openTasks === true ? 1 : 0);

/** What a campaign waits for, and what of it is due now. */
export function campaignWait(known: CampaignKnown): Wait {
  const { campaign, rows, now } = known;
  const { campaignId, status } = campaign;
  if (status === 'draft' || status === 'archived') return nothingOpen(status, campaignId);
  const acts = status === 'running' ? runningActs(known) : closingActs(known);
  const reminders: readonly EngineAct[] =
    rows.reminderAt === undefined
      ? []
      : [{ does: 'remindTasks', key: `remind/${rows.reminderAt}`, at: rows.reminderAt }];
  return {
    campaignId,
    status,
    stage: campaign.phases.at(-1) ?? status,
    ...(campaign.launchedAt === undefined ? {} : { since: campaign.launchedAt }),
    open: true,
    waitingFor: status === 'running' ? 'time' : 'nominations',
    ...split([...passingActs(known), ...confirmingActs(known), ...acts, ...reminders], now),
  };
}

/** What is open at a unit that ended goes to its successor on the successor's first day, and whenever more turns up there. */
const passingActs = ({ organisation, rows }: CampaignKnown): readonly EngineAct[] =>
  (organisation.ended ?? [])
    .filter(({ id }) => rows.atEnded?.includes(id) === true)
    .map(({ id, on }) => ({ does: 'passOn', key: `pass-on/${id}/${on}`, at: startOfDay(on), unit: id }));

/** Confirmations go to the leader of the year: when somebody else is arranged, and when the year of somebody else begins. */
function confirmingActs({ rows, now }: CampaignKnown): readonly EngineAct[] {
  if (rows.confirmations === undefined) return [];
  const { astray, nextYear } = rows.confirmations;
  const newYear = nextYear === undefined ? undefined : dateFrom(nextYear, 1, 1);
  const act = (year: number, at: number): EngineAct => ({
    does: 'moveConfirmations',
    key: `confirmations/${year}`,
    at,
  });
  return [
    ...(astray ? [act(yearOf(dateOf(now)), now)] : []),
    ...(nextYear === undefined || newYear === undefined ? [] : [act(nextYear, startOfDay(newYear))]),
  ];
}

function runningActs(known: CampaignKnown): readonly EngineAct[] {
  const launchedAt = known.campaign.launchedAt ?? known.now;
  const rounds = roundActs(known);
  const acts = [...calendarActs(known), ...dutyActs(known), ...phaseActs(known), ...reviewActs(known), ...rounds];
  return [...acts.map((act) => ({ ...act, at: Math.max(act.at, launchedAt) })), ...closeActs(known, rounds.length)];
}

const calendarActs = ({ rows, calendarVersion, calendarSeen, now }: CampaignKnown): readonly EngineAct[] =>
  calendarVersion <= calendarSeen || openDates(rows) === 0
    ? []
    : [{ does: 'replanObligations', key: `calendar/${calendarVersion}`, at: now, duty: EVERY_DUTY, occurrence: '' }];

function dutyActs({ campaign, rows, organisation, calendar, now }: CampaignKnown): readonly EngineAct[] {
  return datedDuties(campaign, calendar).flatMap(({ duty, occurrence, due }): readonly EngineAct[] => {
    const opened = rows.duties.find((row) => row.key === duty.key && row.occurrence === occurrence);
    const opensAt = Math.min(due.from === undefined ? Infinity : startOfDay(due.from), due.at - OPENS_BEFORE_DUE);
    const id = `${duty.key}/${occurrence}`;
    const acts: EngineAct[] = [];
    if (opened === undefined || now < due.at + OPENS_BEFORE_DUE) {
      const parties = opensAt > now ? undefined : owedBy(campaign, duty, organisation, due.lastDay).length;
      // Later units of the organisation are asked too, but nothing that is long over is asked for anew.
      if (parties === undefined || (opened?.units ?? 0) < parties)
        acts.push({ does: 'openObligations', key: `open/${id}`, at: opensAt, duty: duty.key, occurrence });
    }
    if (opened?.dueAt !== undefined && opened.dueAt < due.at && now < due.at)
      acts.push({ does: 'replanObligations', key: `replan/${id}/${due.lastDay}`, at: now, duty: duty.key, occurrence });
    return acts;
  });
}

const phaseActs = ({ campaign }: CampaignKnown): readonly EngineAct[] =>
  campaign.file.phases
    .filter(({ key }) => !campaign.phases.includes(key))
    .map(({ key, from }) => ({ does: 'openPhase', key: `phase/${key}`, at: startOfDay(from), phase: key }));

const reviewActs = ({ campaign, calendar }: CampaignKnown): readonly EngineAct[] =>
  campaign.file.reviews
    .filter(({ key }) => campaign.reviews[key] === undefined && campaign.conclusions[key] === undefined)
    .flatMap((review): readonly EngineAct[] => {
      const due = reviewDue(campaign, review, calendar);
      if (due === undefined) return [];
      const at = reviewOpensAt(campaign.file, review, due, calendar);
      return [{ does: 'openReview', key: `review/${review.key}`, at, review: review.key }];
    });

/** A round whose window has gone by unopened waits for an extension, not for time. */
const roundActs = ({ campaign, rows, calendar, now }: CampaignKnown): readonly EngineAct[] =>
  roundOccurrences(campaign, calendar)
    .filter(({ round, occurrence }) => !rows.rounds.some((r) => r.key === round.key && r.occurrence === occurrence))
    .filter(({ closesAt }) => closesAt > now)
    .map(({ round, occurrence, opensAt }) => ({
      does: 'openRound',
      key: `round/${round.key}/${occurrence}`,
      at: opensAt,
      round: round.key,
      occurrence,
    }));

/** After its last day, its final review and its last round; not while a round is still to come. */
function closeActs({ campaign, rows }: CampaignKnown, roundsToCome: number): readonly EngineAct[] {
  const isConcluded = campaign.file.reviews.every(
    ({ key, kind }) => kind !== 'final' || campaign.conclusions[key] !== undefined,
  );
  if (!isConcluded || roundsToCome > 0 || rows.rounds.some(({ status }) => status !== 'closed')) return [];
  return [{ does: 'closeCampaign', key: 'close', at: endOfDayExclusive(periodOf(campaign.file).to) }];
}

/** What can no longer be done lapses; when the last dossier is done the campaign is put away. */
function closingActs({ rows, now }: CampaignKnown): readonly EngineAct[] {
  if (openDuties(rows) > 0) return [{ does: 'lapseObligations', key: 'lapse', at: now }];
  if (rows.openNominations === 0) return [{ does: 'archiveCampaign', key: 'archive', at: now }];
  return [{ does: 'archiveCampaign', key: 'archive', at: now + LOOKS_AGAIN }];
}
