import { heartbeat } from '@temporalio/activity';
import { workingCalendar } from '../../libs/domain/calendar/working-calendar.js';
import { ref, type StreamKind } from '../../libs/domain/core/stream.js';
import { datedDuties, owedBy } from '../../libs/domain/engine/campaign-duties.js';
import { EVERY_DUTY } from '../../libs/domain/engine/wait.js';
import { CALENDAR_FOLLOWERS } from '../../libs/domain/task/follow-calendar.js';
import { inBatches, issue, type Acted } from '../acting/acting.activities.js';
import { inWorld } from '../failures.js';
import type { EngineWorld, EngineWorlds, Subject } from '../ports.js';
import { campaignSnapshot } from '../reading/snapshots.js';

export interface DutyOf extends Subject {
  readonly duty: string;
  readonly occurrence: string;
}

const PAGE = 200;
/** What one unit is refused says nothing about the next; what the campaign is refused says it for all. */
const OF_THE_CAMPAIGN = ['OPEN_QUESTIONS', 'CAMPAIGN_CLOSED', 'CAMPAIGN_NOT_RUNNING', 'NOT_FOUND', 'FORBIDDEN'];

/** Pages through the units that owe something. What is done is done: a retry goes on with what is not. */
export function createObligationActivities(worlds: EngineWorlds) {
  return {
    openObligations: ({ world, id, duty, occurrence }: DutyOf): Promise<Acted> =>
      inWorld(worlds, world, (open) => openFor(open, id, duty, occurrence)),

    replanObligations: ({ world, id, duty, occurrence }: DutyOf): Promise<Acted> =>
      inWorld(worlds, world, async (open) => {
        const which = duty === EVERY_DUTY ? null : `${duty}/${occurrence}`;
        const duties = await forEachOpen(open, id, which, async (obligationId, version) =>
          issue(open, 'replanObligation', { obligationId }, `replan:${obligationId}:${version}`),
        );
        // A changed calendar moves every date of the campaign, not only those of its duties.
        return duty === EVERY_DUTY ? together(duties, await followAll(open, id)) : duties;
      }),

    lapseObligations: ({ world, id }: Subject): Promise<Acted> =>
      inWorld(worlds, world, (open) =>
        forEachOpen(open, id, null, (obligationId) =>
          issue(open, 'lapseObligation', { obligationId }, `lapse:${obligationId}`),
        ),
      ),
  };
}
export type ObligationActivities = ReturnType<typeof createObligationActivities>;

async function openFor(world: EngineWorld, campaignId: string, key: string, occurrence: string): Promise<Acted> {
  const { campaign, calendarDays } = await campaignSnapshot(world.pool, campaignId, null);
  const dated = campaign === undefined ? [] : datedDuties(campaign, workingCalendar(calendarDays));
  const found = dated.find((one) => one.duty.key === key && one.occurrence === occurrence);
  if (campaign === undefined || found === undefined) return { outcome: 'NOT_FOUND' };
  const asked = await alreadyAsked(world, campaignId, key, occurrence);
  const owing = owedBy(campaign, found.duty, await world.reader.organisation(), found.due.lastDay).filter(
    (id) => !asked.has(id),
  );
  return forEach(owing, (unitId) =>
    issue(
      world,
      'openObligation',
      { campaignId, key, occurrence, unitId },
      `open:${campaignId}.${key}.${occurrence}.${unitId}`,
    ),
  );
}

async function alreadyAsked(
  { pool }: EngineWorld,
  campaignId: string,
  key: string,
  occurrence: string,
): Promise<Set<string>> {
  const { rows } = await pool.query<{ unit_id: string }>({
    name: 'engine-asked',
    text: 'select unit_id from read_obligation where campaign_id = $1 and obligation_key = $2 and occurrence = $3',
    values: [campaignId, key, occurrence],
  });
  return new Set(rows.map(({ unit_id }) => unit_id));
}

/** Walks over the open obligations by their ids; the list may shrink behind the walk without it missing one. */
async function forEachOpen(
  { pool }: EngineWorld,
  campaignId: string,
  which: string | null,
  act: (obligationId: string, version: number) => Promise<Acted>,
): Promise<Acted> {
  const outcomes: string[] = [];
  for (let after = ''; ;) {
    const { rows } = await pool.query<{ id: string; version: number }>({
      name: 'engine-open-obligations',
      text: `select id, version from read_obligation where campaign_id = $1 and status = 'open' and id > $2
        and ($3::text is null or obligation_key || '/' || occurrence = $3) order by id limit ${PAGE}`,
      values: [campaignId, after, which],
    });
    const last = rows.at(-1);
    if (last === undefined) return { outcome: summary(outcomes) };
    const versions = new Map(rows.map(({ id, version }) => [id, version]));
    outcomes.push((await forEach([...versions.keys()], (id) => act(id, versions.get(id) ?? 0))).outcome);
    after = last.id;
  }
}

async function forEach(ids: readonly string[], act: (id: string) => Promise<Acted>): Promise<Acted> {
  const outcomes: string[] = [];
  for (const batch of inBatches(ids)) {
    const done = await Promise.all(batch.map(act));
    outcomes.push(...done.map(({ outcome }) => outcome));
    heartbeat(outcomes.length);
    const stopped = done.find(({ outcome }) => OF_THE_CAMPAIGN.includes(outcome));
    if (stopped !== undefined) return stopped;
  }
  return { outcome: summary(outcomes) };
}

interface DatedTask {
  readonly id: string;
  readonly owner_kind: string;
  readonly owner_id: string;
  readonly visit: number;
}

/** Walks over the other dated tasks of a campaign: reviews, corrections, activities, examples, sessions. */
async function followAll(world: EngineWorld, campaignId: string): Promise<Acted> {
  const outcomes: string[] = [];
  const { rows: known } = await world.pool.query<{ version: number }>({
    name: 'engine-calendar-version',
    text: 'select coalesce(max(version), 0)::int as version from read_calendar',
  });
  const version = known[0]?.version ?? 0;
  for (let after = ''; ;) {
    const { rows } = await world.pool.query<DatedTask>({
      name: 'engine-dated-tasks',
      text: `select id, owner_kind, owner_id, visit from read_task where campaign_id = $1 and status = 'open'
        and due_at is not null and owner_kind = any($3::text[]) and id > $2 order by id limit ${PAGE}`,
      values: [campaignId, after, CALENDAR_FOLLOWERS],
    });
    const last = rows.at(-1);
    if (last === undefined) return { outcome: summary(outcomes) };
    const tasks = new Map(rows.map((row) => [row.id, row]));
    const follow = (id: string): Promise<Acted> => {
      const task = tasks.get(id);
      const kind = CALENDAR_FOLLOWERS.find((one) => one === task?.owner_kind);
      if (task === undefined || kind === undefined) return Promise.resolve({ outcome: 'done' });
      const owner = ref<StreamKind>(kind, task.owner_id);
      return issue(world, 'followCalendar', { owner, visit: task.visit }, `calendar:${id}:${version}`);
    };
    outcomes.push((await forEach([...tasks.keys()], follow)).outcome);
    after = last.id;
  }
}

/** The outcome of two walks: a refusal of the campaign goes before what was done. */
const together = (first: Acted, second: Acted): Acted =>
  OF_THE_CAMPAIGN.includes(first.outcome) ? first : { outcome: summary([first.outcome, second.outcome]) };

/** Done for somebody, or for nobody because there was nobody: worth another look. Otherwise the first refusal. */
const summary = (outcomes: readonly string[]): string => (outcomes.includes('done') ? 'done' : (outcomes[0] ?? 'done'));
