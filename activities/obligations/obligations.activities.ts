import { heartbeat } from '@temporalio/activity';
import { workingCalendar } from '../../libs/domain/calendar/working-calendar.js';
import { datedDuties, owedBy } from '../../libs/domain/engine/campaign-duties.js';
import { EVERY_DUTY } from '../../libs/domain/engine/wait.js';
import { issue, type Acted } from '../acting/acting.activities.js';
import { inWorld } from '../failures.js';
import { organisationOf } from '../organisation.js';
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
      inWorld(worlds, world, (open) => {
        const which = duty === EVERY_DUTY ? null : `${duty}/${occurrence}`;
        return forEachOpen(open, id, which, async (obligationId, version) =>
          issue(open, 'replanObligation', { obligationId }, `replan:${obligationId}:${version}`),
        );
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
  const owing = owedBy(campaign, found.duty, await organisationOf(world), found.due.lastDay).filter(
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
  for (const [at, id] of ids.entries()) {
    const { outcome } = await act(id);
    outcomes.push(outcome);
    heartbeat(at + 1);
    if (OF_THE_CAMPAIGN.includes(outcome)) return { outcome };
  }
  return { outcome: summary(outcomes) };
}

/** Done for somebody, or for nobody because there was nobody: worth another look. Otherwise the first refusal. */
const summary = (outcomes: readonly string[]): string => (outcomes.includes('done') ? 'done' : (outcomes[0] ?? 'done'));
