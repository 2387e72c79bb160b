import { dateOf, type LocalDate } from '../domain/calendar/local-date.js';
import type { WorkingCalendar } from '../domain/calendar/working-calendar.js';
import type { CampaignFile } from '../domain/campaign-plan/campaign.js';
import type { CampaignRole } from '../domain/campaign-plan/vocabulary.js';
import type { Role } from '../domain/access/actor.js';
import type { Chance } from './chance.js';
import type { Character, Script } from './characters.js';
import type { Outcome, People } from './people.js';
import type { Story } from './story.js';

/** Something a person means to do at an instant. Acts of one `track` follow each other; others may go side by side. */
export interface Intent {
  readonly at: number;
  /** Unique; what is done, refused or planned is remembered under it. */
  readonly id: string;
  readonly track: string;
  readonly act: () => Promise<void>;
}

/** A dossier as those who play in the rehearsal remember it. */
export interface Dossier {
  readonly id: string;
  readonly unit: string;
  readonly round: string;
  readonly script: Script;
  /** Of a standing round of prompt awards: the short route. */
  readonly isPrompt: boolean;
  /** Parts of its script that have been played. */
  readonly played: Set<string>;
}

/** What everyone on stage shares. */
export interface Stage {
  readonly people: People;
  readonly file: CampaignFile;
  readonly calendar: WorkingCalendar;
  readonly chance: Chance;
  readonly story: Story;
  readonly units: ReadonlyMap<string, Character>;
  readonly unitNames: ReadonlyMap<string, string>;
  /** Business time: the instant the world's clock stands at. */
  now: number;
  readonly dossiers: Map<string, Dossier>;
  /** Acts for a later day that no task asks for: a release, a revocation, an extension. */
  readonly later: Map<string, Intent>;
  /** Reports that came in, by occurrence and duty: what a consolidation sums up. */
  readonly reports: Map<string, Set<string>>;
  /** Numbers already used on documents. */
  readonly numbers: Map<string, number>;
  /** Last day of units that come to an end. */
  readonly endsOn: ReadonlyMap<string, string>;
  /** Clusters and blocks with their leaders by year. */
  readonly clusters: ReadonlyMap<string, readonly { readonly year: number; readonly leader: string }[]>;
  /** Obligations that came back to their unit, with the instant they did. */
  readonly reopened: Map<string, number>;
  /** Submission lists as their makers were told, with the instant. */
  readonly lists: Map<
    string,
    { readonly at: number; readonly list: readonly string[]; readonly waiting: readonly string[] }
  >;
  /** Somebody registered, so the leaders of clusters have something to confirm. */
  registrationsWait: boolean;
}

export const exists = (stage: Stage, unit: string): boolean => (stage.endsOn.get(unit) ?? '9999') >= today(stage);

/** The unit that does what a unit owes: itself, or the leader its cluster has on that day. */
export function doingUnit(stage: Stage, unit: string, on: string): string {
  const years = stage.clusters.get(unit);
  if (years === undefined) return unit;
  const led = years.filter(({ year }) => year <= Number(on.slice(0, 4))).sort((a, b) => a.year - b.year);
  return led.at(-1)?.leader ?? unit;
}

export const today = (stage: Stage): LocalDate => dateOf(stage.now);

export const unitOf = (stage: Stage, role: CampaignRole): string => stage.file.roles[role].unit;

export const nameOf = (stage: Stage, unit: string): string => stage.unitNames.get(unit) ?? unit;

/** Who holds a role of the campaign today. */
export const holderOf = (stage: Stage, role: CampaignRole, as: Role): string =>
  stage.people.holder(unitOf(stage, role), as, today(stage));

/** The next number of an office's documents of one kind. */
export function nextNumber(stage: Stage, symbol: string): string {
  const series = `${symbol}/${today(stage).slice(0, 4)}`;
  const number = (stage.numbers.get(series) ?? 0) + 1;
  stage.numbers.set(series, number);
  return `${number}/${symbol}`;
}

/** Invented texts say so: nobody should take a rehearsal for a record. */
export const invented = (text: string): string => `[Diễn tập] ${text}`;

/** Asks for something that is meant to be refused first, as people do; the story shows what they were told. */
export function refusedAsWished(stage: Stage, who: string, what: string, outcome: Outcome): void {
  if (outcome.ok) throw new Error(`${who}: ${what} should have been refused`);
  stage.story.path(`refused:${outcome.code}`);
  stage.story.refusals.push({ at: today(stage), who, what, code: outcome.code });
}

/** What must not be refused: the story says when it is, and the caller hears of it. */
export function accepted(stage: Stage, who: string, what: string, outcome: Outcome): boolean {
  if (outcome.ok || outcome.code === 'ALREADY_DONE') return true;
  stage.story.tell(stage.now, `! ${who}: ${what} bị từ chối ngoài dự kiến: ${outcome.code} ${outcome.words}`);
  stage.story.refusals.push({ at: today(stage), who, what: `! ${what}`, code: outcome.code });
  return false;
}
