import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { dataFile } from '../config/paths.js';
import { addDays } from '../domain/calendar/local-date.js';
import type { CampaignFile } from '../domain/campaign-plan/campaign.js';
import type { OrganisationFile } from '../domain/campaign-plan/organisation.js';
import { organisationBeside } from '../reference/campaign-commands.js';
import { validateCampaignFile } from '../reference/campaign-reference.js';
import { loadOrganisation } from '../reference/organisation-reference.js';
import { type Api, codeOf, fieldsOf, httpApi, textOf } from './api-client.js';
import { Chance } from './chance.js';
import { cast } from './characters.js';
import { collect } from './collect.js';
import { atWork, day, iso } from './days.js';
import { Director } from './director.js';
import { judge } from './invariants.js';
import { knowCalendar, knowOrganisation, type Organisation } from './organisation.js';
import { ADMIN, People } from './people.js';
import { answered, issue, launch, narrow } from './preparing.js';
import type { RehearsalResult } from './result.js';
import type { Stage } from './stage.js';
import { Story } from './story.js';
import { WorldClock } from './world-clock.js';

export interface RehearseOptions {
  readonly baseUrl: string;
  /** A session of somebody who may rehearse; or their name and password. */
  readonly adminToken?: string;
  readonly username?: string;
  readonly password?: string;
  /** The campaign's file, or the campaign itself. */
  readonly file: string | CampaignFile;
  /** Its organisation, for a system that knows another; found beside the campaign's file when left out. */
  readonly organisation?: OrganisationFile;
  readonly units?: number;
  readonly seed?: number;
  /** Last business day of the story; without it the story ends with the campaign. */
  readonly until?: string;
  readonly jsonOut?: string;
  readonly rulePack?: string;
  /** Other than HTTP: tests play on a memory. */
  readonly api?: Api;
  readonly say: (line: string) => void;
  /** Told the name of the rehearsal's world as soon as there is one. */
  readonly begun?: (world: string) => void;
}

const DEFAULT_RULE_PACK = 'L2022-ND98';
/** Long after the last date of any campaign: whoever gets here waits for something that never comes. */
const MOST_MOVES = 5_000;

/**
 * Plays a campaign through on the running system, in a world of its own, with simulated people who use nothing but the
 * public API. The same file, organisation, number of units and seed tell the same story.
 */
export async function rehearse(options: RehearseOptions): Promise<RehearsalResult> {
  const began = Date.now();
  const { seed = 1, units = 30, until } = options;
  const api = options.api ?? httpApi(options.baseUrl);
  const file = fileOf(options.file);
  const token = options.adminToken ?? (await signIn(api, options.username, options.password));
  const chance = new Chance(seed);
  const start = atWork(addDays(file.adoptedOn, -5));
  const organisationFile = await foreign(api, token, file, options);
  const world = await beginWorld(api, token, { seed, start, campaign: file.id, organisation: organisationFile });
  options.begun?.(world);
  options.say(
    `Diễn tập «${file.name.vi}» (${world}), số tình huống ${seed} / Rehearsal of “${file.name.en}” (${world}), scenario number ${seed}`,
  );

  const people = new People(api, world, token, world);
  const organisation = await knowOrganisation(people, file);
  const { file: played, chosen } = narrow(file, organisation.units, units, chance);
  const calendar = await knowCalendar(people);
  const stage = setStage({
    people,
    calendar,
    file: answered(played),
    chance,
    organisation,
    chosen,
    start,
    say: options.say,
  });
  const clock = new WorldClock(api, world, token);
  await launch(stage, played, options.rulePack ?? DEFAULT_RULE_PACK);
  const adopted = atWork(day(file.adoptedOn));
  if (adopted > stage.now) {
    await clock.moveTo(adopted);
    stage.now = adopted;
  }
  await issue(stage);
  await run(stage, clock, until === undefined ? undefined : atWork(addDays(day(until), 1)));
  stage.story.flush();

  const told = await collect(stage, organisation);
  const result: RehearsalResult = {
    ...told,
    world,
    seed,
    refusals: [...stage.story.refusals].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    paths: Object.fromEntries(Object.entries(stage.story.paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    story: [...stage.story.lines],
    invariants: judge(told),
    took: {
      ms: Date.now() - began,
      moves: clock.moves,
      acts: people.acts,
      reads: people.reads,
      waitedMs: clock.waitedMs,
    },
  };
  summarise(result, options.say);
  if (options.jsonOut !== undefined) {
    mkdirSync(dirname(options.jsonOut), { recursive: true });
    writeFileSync(options.jsonOut, `${JSON.stringify(result, null, 2)}\n`);
  }
  return result;
}

/** People act until nobody wants to; then the clock goes to the next date somebody or the engine waits for. */
async function run(stage: Stage, clock: WorldClock, until: number | undefined): Promise<void> {
  const director = new Director(stage);
  let engineNext = await clock.quiet(stage.now);
  while (clock.moves < MOST_MOVES) {
    const { acted, next } = await director.play();
    if (acted > 0) {
      engineNext = await clock.quiet(stage.now);
      continue;
    }
    const dates = [engineNext, next].filter((date) => date !== undefined);
    const to = dates.length === 0 ? undefined : Math.min(...dates);
    if (until !== undefined && (to === undefined || to >= until)) return;
    if (to === undefined) return mustHaveEnded(stage);
    await clock.moveTo(to);
    stage.now = to;
    // Where the engine waits for a later date only people have something to do now: nobody need wait for it.
    if (engineNext !== undefined && engineNext <= to) engineNext = await clock.quiet(to);
  }
  throw new Error(`the story does not end: ${clock.moves} moves of the clock`);
}

/** Nobody waits for anything: right only where the campaign is over. */
async function mustHaveEnded({ people, file }: Stage): Promise<void> {
  const campaign = await people.get(ADMIN, `/api/v1/campaigns/${encodeURIComponent(file.id)}`);
  const status = textOf(campaign['status']);
  if (status !== 'archived') throw new Error(`nobody waits for anything, but the campaign is ${status}`);
}

function fileOf(file: string | CampaignFile): CampaignFile {
  if (typeof file !== 'string') return file;
  const { file: read, findings } = validateCampaignFile(file);
  if (read === undefined) throw new Error(`${file}: ${findings.map(({ code }) => code).join(', ')}`);
  return read;
}

async function signIn(api: Api, username = '', password = ''): Promise<string> {
  const answer = await api({ method: 'POST', path: '/api/v1/auth/sign-in', body: { username, password } });
  const token = textOf(fieldsOf(answer.body)['token']);
  if (token === '') throw new Error(`${username} cannot sign in: ${answer.status} ${codeOf(answer.body)}`);
  return token;
}

/** The campaign's own organisation where the system knows another one: it is of another place. */
async function foreign(
  api: Api,
  token: string,
  campaign: CampaignFile,
  { file, organisation }: RehearseOptions,
): Promise<OrganisationFile | undefined> {
  const path = `/api/v1/units/${encodeURIComponent(campaign.roles.issuer.unit)}`;
  if ((await api({ method: 'GET', path, token })).status !== 404) return undefined;
  // A campaign that came without a file is looked for among the shipped ones.
  const at = typeof file === 'string' ? file : dataFile('campaigns', `${campaign.id}.yaml`);
  const beside = organisationBeside(at, campaign.organisation);
  const found = organisation ?? (beside === undefined ? undefined : loadOrganisation(beside).file);
  if (found === undefined) throw new Error(`${campaign.id}: no organisation knows ${campaign.roles.issuer.unit}`);
  return found;
}

interface WorldWanted {
  readonly seed: number;
  readonly start: number;
  readonly campaign: string;
  readonly organisation: OrganisationFile | undefined;
}

async function beginWorld(
  api: Api,
  token: string,
  { seed, start, campaign, organisation }: WorldWanted,
): Promise<string> {
  const name = `dien-tap-${seed}-${Date.now().toString(36)}`;
  const own = organisation === undefined ? {} : { organisation };
  const body = { name, clock: iso(start), purpose: { rehearses: campaign, seed }, ...own };
  const answer = await api({ method: 'POST', path: '/api/v1/worlds', body, token });
  if (answer.status >= 300) throw new Error(`no world for the rehearsal: ${answer.status} ${codeOf(answer.body)}`);
  return textOf(fieldsOf(answer.body)['name']);
}

interface Setting {
  readonly people: People;
  readonly calendar: Stage['calendar'];
  readonly file: CampaignFile;
  readonly chance: Chance;
  readonly organisation: Organisation & { readonly names: ReadonlyMap<string, string> };
  readonly chosen: readonly string[];
  readonly start: number;
  readonly say: (line: string) => void;
}

function setStage({ people, calendar, file, chance, organisation, chosen, start, say }: Setting): Stage {
  return {
    people,
    calendar,
    file,
    chance,
    story: new Story(say),
    units: cast(chosen, chance),
    unitNames: organisation.names,
    endsOn: new Map(organisation.units.flatMap(({ id, validTo }) => (validTo === undefined ? [] : [[id, validTo]]))),
    clusters: new Map(organisation.clusters.map(({ id, years }) => [id, years])),
    now: start,
    dossiers: new Map(),
    later: new Map(),
    reports: new Map(),
    numbers: new Map(),
    reopened: new Map(),
    lists: new Map(),
    registrationsWait: false,
  };
}

function summarise(result: RehearsalResult, say: (line: string) => void): void {
  const { obligations, nominations, notices, decisions, invariants, took } = result;
  const late = obligations.filter(({ lateBy }) => (lateBy ?? 0) > 0).length;
  const never = obligations.filter(({ done }) => done === null).length;
  say(
    `Nhiệm vụ: ${obligations.length} (muộn ${late}, không làm ${never}); thông báo: ${notices.length}; hồ sơ: ${nominations.length}; quyết định: ${decisions.length} / Duties: ${obligations.length} (late ${late}, never done ${never}); notices: ${notices.length}; nominations: ${nominations.length}; decisions: ${decisions.length}`,
  );
  for (const { name, holds, detail } of invariants) say(`${holds ? '✓' : '✗'} ${name}${holds ? '' : `: ${detail}`}`);
  say(
    `Xong sau ${(took.ms / 1000).toFixed(1)} s: ${took.moves} lần chỉnh đồng hồ, ${took.acts} việc, ${took.reads} lượt đọc, chờ hệ thống theo dõi ${(took.waitedMs / 1000).toFixed(1)} s / Done after ${(took.ms / 1000).toFixed(1)} s: ${took.moves} moves of the clock, ${took.acts} acts, ${took.reads} reads, ${(took.waitedMs / 1000).toFixed(1)} s of waiting for the engine`,
  );
}
