import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { SubjectKind } from '../../../libs/domain/campaign-plan/vocabulary.js';
import type { Sealed } from '../../../libs/domain/core/sealed.js';
import {
  openTaskOf,
  type NominationState,
  type NominationStatus,
} from '../../../libs/domain/nomination/nomination-state.js';
import { unitsOf } from '../../../libs/domain/nomination/concerned.js';
import { givenDays } from '../../../libs/domain/nomination/nomination.route.js';
import { permit } from '../../../libs/domain/access/permissions.js';
import { bookInForce, RULE_PACK_ID } from '../../../libs/domain/rules/rule-pack.stream.js';
import { dateOf } from '../../../libs/domain/calendar/local-date.js';
import { ref } from '../../../libs/domain/core/stream.js';
import { taskId } from '../../../libs/domain/task/open-task.js';
import { stepName } from '../../../libs/history/step-names.js';
import { By } from '../http/act.js';
import { pathId } from '../http/command-body.js';
import { paging } from '../http/cursor.js';
import { list, type Listed } from '../http/list.js';
import { notFound } from '../http/problem.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { namesIn, type NamedUnit } from '../../../libs/history/names.js';
import { duesOf } from '../organisation/working-days.js';
import { awardNameIn, packNameIn, ruleBookOf } from '../rules/rule-book.js';
import { mustSeeNomination } from './dossier-rights.js';
import { besideState } from './achievement.js';
import { possibleActs } from './possible-acts.js';

const STATUSES = [
  'draft',
  'open',
  'returned',
  'on-hold',
  'recognised',
  'published',
  'archived',
  'declined',
  'withdrawn',
  'revoked',
] as const satisfies readonly NominationStatus[];

const nominationsQuery = z.strictObject({
  ...paging,
  campaign: z.string().max(240).optional(),
  round: z.string().max(240).optional(),
  unit: z.string().max(240).optional(),
  status: z.enum(STATUSES).optional(),
  step: z.string().max(120).optional(),
});

interface NominationRow extends Listed {
  readonly campaign_id: string;
  readonly round_id: string;
  readonly unit_id: string;
  readonly award_code: string;
  readonly status: NominationStatus;
  readonly step: string | null;
  readonly subject_kind: SubjectKind;
  readonly subject_name: Sealed;
  readonly last_day: string | null;
  readonly advisory: boolean;
  readonly updated_at: Date;
}

const COLUMNS = `id, campaign_id, round_id, unit_id, award_code, status, step, updated_at, state->'subject'->>'kind' as subject_kind,
  state->'subject'->'name' as subject_name,
  state->'open'->(state->'step'->>'visit')->'due'->>'lastDay' as last_day,
  coalesce((state->'open'->(state->'step'->>'visit')->>'advisory')::boolean, false) as advisory`;

/** The units with a part in a dossier, as in dossier-rights.ts, asked of many dossiers at once. */
const CONCERNED = `(unit_id = any(?::text[])
  or exists (select 1 from jsonb_each_text(state->'roles') as r where r.value = any(?::text[]))
  or exists (select 1 from jsonb_array_elements(state->'route') as s where split_part(s->>'queue', '/', 1) = any(?::text[])))`;

@Controller('api/v1/nominations')
export class NominationReadsController {
  @Get()
  @Reads(
    'work.read',
    'Nominations the reader’s units have a part in; all of them for those who may read every dossier.',
  )
  async list(@By() by: SignedIn, @Query({ schema: nominationsQuery }) query: z.infer<typeof nominationsQuery>) {
    const actor = await by.actor();
    const units = actor.holdings.map(({ unitId }) => unitId);
    const isEverything = permit(actor, 'history.read', []) !== undefined;
    const request = {
      table: 'read_nomination',
      columns: COLUMNS,
      equal: {
        campaign_id: query.campaign,
        round_id: query.round,
        unit_id: query.unit,
        status: query.status,
        step: query.step,
      },
      where: isEverything ? [] : [[CONCERNED, units] as const],
      limit: query.limit,
      cursor: query.cursor,
    } as const;
    const due = await duesOf(by.world);
    return list(by.world, request, async (rows: readonly NominationRow[]) => {
      const [subjects, names, book] = await Promise.all([
        by.world.reader.unseal(rows.map((row) => row.subject_name)),
        namesIn(by.world, { units: rows.map((row) => row.unit_id), campaigns: rows.map((row) => row.campaign_id) }),
        ruleBookOf(by.world),
      ]);
      return rows.map((row, i) => ({
        id: row.id,
        campaign: names.campaign(row.campaign_id),
        roundId: row.round_id,
        unit: names.unit(row.unit_id),
        awardCode: row.award_code,
        awardName: awardNameIn(book, row.award_code),
        subject: { kind: row.subject_kind, name: subjects[i]?.text ?? null },
        status: row.status,
        step: row.step === null ? null : { key: row.step, name: stepName(row.step) },
        due: due(row.last_day, row.advisory),
        updatedAt: row.updated_at.toISOString(),
      }));
    });
  }

  @Get(':nominationId')
  @Reads('work.read', 'One nomination: its open step, its route and what the reader may do with it now.')
  async show(@By() by: SignedIn, @Param('nominationId', pathId) nominationId: string) {
    const { world } = by;
    const found = await world.reader.state('nomination', nominationId);
    if (found === undefined) throw notFound(nominationId);
    await mustSeeNomination(by, found.state, nominationId);
    const task = openTaskOf(found.state);
    const openTask = task === undefined ? undefined : taskId({ kind: 'nomination', id: nominationId }, task.visit);
    const units = [found.state.unitId, ...unitsOf(found.state.roles)];
    // Few statements on purpose: people open a dossier before every act, and each statement costs more than its rows.
    const [around, beside, due, actor] = await Promise.all([
      world.reader.all([
        ref('campaign', found.state.campaignId),
        ...units.map((id) => ref('unit', id)),
        ref('rule-pack', RULE_PACK_ID),
        ...(openTask === undefined ? [] : [ref('task', openTask)]),
      ]),
      besideState(world, nominationId),
      duesOf(world),
      by.actor(),
    ]);
    const { state, achievement } = await world.reader.unseal({ state: found.state, achievement: beside.achievement });
    const handling = openTask === undefined ? undefined : around.state('task', openTask);
    const names = await namesIn(world, { persons: [handling?.assignee ?? ''] });
    const unitOf = (id: string): NamedUnit => ({ id, name: around.state('unit', id)?.name ?? { vi: id, en: id } });
    const rules = around.state('rule-pack', RULE_PACK_ID);
    const book = rules === undefined ? undefined : bookInForce(rules);
    const file = around.state('campaign', found.state.campaignId)?.file;
    const nameOf = (step: string): Bilingual => stepName(step, file);
    return {
      id: nominationId,
      version: found.version,
      status: state.status,
      campaign: { id: state.campaignId, name: file?.name ?? { vi: state.campaignId, en: state.campaignId } },
      roundId: state.roundId,
      unit: unitOf(state.unitId),
      awardCode: state.awardCode,
      awardName: awardNameIn(book, state.awardCode),
      subject: { kind: state.subject.kind, id: state.subject.id, name: state.subject.name.text ?? null },
      achievement: achievement?.text ?? null,
      documents: state.documents,
      returns: state.returns,
      upward: state.upward ?? null,
      decision: state.decision ?? null,
      rulePack: state.rulePack ?? null,
      rulesName: packNameIn(book, state.rulePack?.pinned ?? state.rulePack?.provisional),
      roles: {
        standingBody: unitOf(state.roles.standingBody),
        leadAgency: unitOf(state.roles.leadAgency),
        decider: unitOf(state.roles.decider),
        council: unitOf(state.roles.council),
      },
      openStep:
        task === undefined || openTask === undefined
          ? null
          : {
              taskId: openTask,
              step: task.step,
              name: nameOf(task.step),
              kind: task.kind,
              visit: task.visit,
              queue: task.queue,
              openedAt: new Date(task.openedAt).toISOString(),
              due: due(task.due?.lastDay ?? null, task.advisory ?? false),
              assignee:
                handling?.assignee === undefined
                  ? null
                  : {
                      ...names.person(handling.assignee),
                      since: handling.since === undefined ? null : new Date(handling.since).toISOString(),
                    },
            },
      clock: stoppedClock(state, nameOf),
      route: state.route.map((step, index) => {
        const place = state.status === 'archived' ? 'passed' : placeOf(index, state.step?.index);
        const ended = place === 'passed' ? beside.endedAt[step.key] : undefined;
        return {
          ...step,
          name: nameOf(step.key),
          state: place,
          /** The day it was passed; null for what is not behind the dossier. */
          passedOn: ended === undefined ? null : dateOf(Date.parse(ended)),
          /** Days it is given; null where no limit is laid down. */
          given: givenDays(step, state.batch) ?? null,
        };
      }),
      acts: possibleActs(nominationId, state, handling?.assignee, actor),
    };
  }
}

/** The clock that stands still while a dossier is back with its unit or on hold: of which step, since when, what is left. */
function stoppedClock({ route, paused, batch }: NominationState, nameOf: (step: string) => Bilingual) {
  const step = route[paused?.index ?? -1];
  if (paused === undefined || step === undefined) return null;
  return {
    step: nameOf(step.key),
    stoppedAt: new Date(paused.since).toISOString(),
    /** Whole days that are left of it; null where the step has no limit. */
    left:
      paused.remaining === undefined
        ? null
        : { amount: paused.remaining, unit: givenDays(step, batch)?.unit ?? 'working' },
  };
}

/** Where a step of the route lies from the open one; none where the dossier is not on its way. */
function placeOf(index: number, open: number | undefined): 'none' | 'passed' | 'open' | 'ahead' {
  if (open === undefined) return 'none';
  if (index === open) return 'open';
  return index < open ? 'passed' : 'ahead';
}
