import { holdingFor, parseQueue, type Actor, type Role } from '../../../libs/domain/access/actor.js';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import { isSealed } from '../../../libs/domain/core/sealed.js';
import type { World } from '../../../libs/ledger/worlds.js';
import { KIND_NAMES, stepName } from '../../../libs/history/step-names.js';
import { namesIn, type NamedPerson, type NamedUnit } from '../../../libs/history/names.js';
import { duesOf, type DueShown } from '../organisation/working-days.js';
import type { TaskRow } from './inbox-query.js';

export interface TaskView {
  readonly taskId: string;
  readonly what: {
    readonly step: string;
    readonly stepName: Bilingual;
    readonly kind: string;
    readonly kindName: Bilingual;
  };
  /** Whose matter it is: the name of a nominee, else of the unit. */
  readonly whose: { readonly name: string } | { readonly erased: true } | NamedUnit | null;
  readonly unit: NamedUnit | null;
  readonly campaign: NamedUnit;
  readonly status: string;
  readonly openedAt: string;
  readonly due: DueShown | null;
  readonly assignee: (NamedPerson & { readonly since: string | null; readonly me: boolean }) | null;
  readonly followUp: string | null;
  /** Why it is in front of me. */
  readonly mine:
    | {
        readonly by: 'queue';
        readonly queue: string;
        readonly unit: NamedUnit;
        readonly role: Role;
        readonly onBehalfOf?: NamedPerson;
      }
    | { readonly by: 'assignment' }
    | null;
  readonly visit: number;
  readonly owner: { readonly kind: string; readonly id: string; readonly href: string };
  readonly closed?: { readonly at: string; readonly by: NamedPerson; readonly outcome: string | null };
}

const FOLDERS: Readonly<Record<string, string>> = {
  activity: 'activities',
  campaign: 'campaigns',
  dispatch: 'dispatches',
  example: 'examples',
  nomination: 'nominations',
  obligation: 'obligations',
  registration: 'registrations',
  report: 'reports',
  round: 'rounds',
  session: 'sessions',
};

/** Where the thing a task belongs to is read. */
export const hrefOf = (kind: string, id: string): string =>
  kind === 'world' ? '/api/v1/log' : `/api/v1/${FOLDERS[kind] ?? kind}/${encodeURIComponent(id)}`;

/** What an alarm belongs to in place of a campaign. */
const SYSTEM: Bilingual = { vi: 'Nhật ký chứng thực', en: 'The log that proves itself' };

async function filesOf(world: World, campaignIds: readonly string[]): Promise<ReadonlyMap<string, CampaignFile>> {
  const distinct = [...new Set(campaignIds)];
  const loaded = await world.reader.all(distinct.map((id) => ({ kind: 'campaign', id })));
  return new Map(
    distinct.flatMap((id) => {
      const file = loaded.state('campaign', id)?.file;
      return file === undefined ? [] : [[id, file] as const];
    }),
  );
}

/** Shows tasks as the reader has them in front of them; a handful of statements for a whole page. */
export async function showTasks(world: World, rows: readonly TaskRow[], actor: Actor): Promise<readonly TaskView[]> {
  if (rows.length === 0) return [];
  const holding = rows.map((row) => holdingFor(actor, row.queue));
  const [names, files, whose, due] = await Promise.all([
    namesIn(world, {
      persons: rows.flatMap((row, i) => [row.assignee ?? '', row.closed_by ?? '', holding[i]?.onBehalfOf ?? '']),
      units: rows.flatMap((row) => [row.unit_id ?? '', parseQueue(row.queue)?.unitId ?? '']),
    }),
    filesOf(
      world,
      rows.map((row) => row.campaign_id),
    ),
    world.reader.unseal(rows.map((row) => row.whose)),
    duesOf(world),
  ]);
  return rows.map((row, i): TaskView => {
    const held = holding[i];
    const file = files.get(row.campaign_id);
    const name = whose[i];
    const unit = row.unit_id === null ? null : names.unit(row.unit_id);
    return {
      taskId: row.id,
      what: {
        step: row.step,
        stepName: stepName(row.step, file),
        kind: row.kind,
        kindName: KIND_NAMES[row.kind] ?? { vi: row.kind, en: row.kind },
      },
      whose: isSealed(name) ? (name.text === undefined ? { erased: true } : { name: name.text }) : unit,
      unit,
      campaign: {
        id: row.campaign_id,
        name: file?.name ?? (row.owner_kind === 'world' ? SYSTEM : { vi: row.campaign_id, en: row.campaign_id }),
      },
      status: row.status,
      openedAt: row.opened_at.toISOString(),
      due: due(row.last_day, row.advisory),
      assignee:
        row.assignee === null
          ? null
          : { ...names.person(row.assignee), since: row.since?.toISOString() ?? null, me: row.assignee === actor.id },
      followUp: row.follow_up,
      mine:
        held !== undefined
          ? {
              by: 'queue',
              queue: row.queue,
              unit: names.unit(held.unitId),
              role: held.role,
              ...(held.onBehalfOf === undefined ? {} : { onBehalfOf: names.person(held.onBehalfOf) }),
            }
          : row.assignee === actor.id
            ? { by: 'assignment' }
            : null,
      visit: row.visit,
      owner: { kind: row.owner_kind, id: row.owner_id, href: hrefOf(row.owner_kind, row.owner_id) },
      ...(row.closed_at === null || row.closed_by === null
        ? {}
        : { closed: { at: row.closed_at.toISOString(), by: names.person(row.closed_by), outcome: row.outcome } }),
    };
  });
}
