import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { WorkingCalendar } from '../../../libs/domain/calendar/working-calendar.js';
import type { CampaignPlan } from '../../../libs/domain/campaign-plan/plan-model.js';
import { planCampaign } from '../../../libs/domain/campaign-plan/plan.js';
import type { CampaignState, CampaignStatus } from '../../../libs/domain/campaign/campaign.stream.js';
import type { World } from '../../../libs/ledger/worlds.js';
import { By } from '../http/act.js';
import { pathId } from '../http/command-body.js';
import { paging } from '../http/cursor.js';
import { list, type Listed } from '../http/list.js';
import { notFound } from '../http/problem.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { namesIn } from '../../../libs/history/names.js';
import { calendarOf } from '../organisation/working-days.js';
import { lateDuties } from './late-duties.js';
import { progressOf } from './progress.js';
import { unitsStanding } from './units-standing.js';

const campaignsQuery = z.strictObject({
  ...paging,
  status: z.enum(['draft', 'running', 'closed', 'archived']).optional(),
});

const pageQuery = z.strictObject(paging);

interface CampaignRow extends Listed {
  readonly name: Bilingual;
  readonly status: CampaignStatus;
  readonly issuer_unit_id: string;
  readonly from_year: number;
  readonly to_year: number;
  readonly document: CampaignState['document'] | null;
}

/** Campaigns as they stand: plan, timeline, questions, progress. */
@Controller('api/v1/campaigns')
export class CampaignReadsController {
  @Get()
  @Reads('work.read', 'Campaigns.')
  list(@By() by: SignedIn, @Query({ schema: campaignsQuery }) query: z.infer<typeof campaignsQuery>) {
    const columns = `id, state->'file'->'name' as name, status, issuer_unit_id, from_year, to_year, state->'document' as document`;
    const request = {
      table: 'read_campaign',
      columns,
      equal: { status: query.status },
      limit: query.limit,
      cursor: query.cursor,
    } as const;
    return list(by.world, request, async (rows: readonly CampaignRow[]) => {
      const names = await namesIn(by.world, { units: rows.map((row) => row.issuer_unit_id) });
      return rows.map((row) => ({
        id: row.id,
        name: row.name,
        status: row.status,
        issuer: names.unit(row.issuer_unit_id),
        fromYear: row.from_year,
        toYear: row.to_year,
        document: row.document,
      }));
    });
  }

  @Get(':campaignId')
  @Reads('work.read', 'A campaign as it stands, with its file.')
  async show(@By() by: SignedIn, @Param('campaignId', pathId) campaignId: string) {
    const { version, state } = await campaignIn(by.world, campaignId);
    const { file, written: _written, ...standing } = await by.world.reader.unseal(state);
    const roles = Object.values(file.roles).map(({ unit }) => unit);
    const names = await namesIn(by.world, { units: roles });
    return { id: campaignId, version, ...standing, units: roles.map((unit) => names.unit(unit)), file };
  }

  @Get(':campaignId/plan')
  @Reads('work.read', 'The campaign laid out in time: every due date, review, round and reminder.')
  async plan(@By() by: SignedIn, @Param('campaignId', pathId) campaignId: string) {
    return planIn(by.world, (await campaignIn(by.world, campaignId)).state);
  }

  @Get(':campaignId/timeline')
  @Reads('work.read', 'Everything of a campaign that has a date, in order, with dates that were moved.')
  async timeline(@By() by: SignedIn, @Param('campaignId', pathId) campaignId: string) {
    const { state } = await campaignIn(by.world, campaignId);
    const { dates, warnings } = await planIn(by.world, state);
    const today = await by.today();
    return {
      campaignId,
      today,
      items: dates.map((date) => {
        const moved = state.extended[movedKey(date.about, date.occurrence)];
        return { ...date, ...(moved === undefined ? {} : { movedTo: moved }), passed: (moved ?? date.on) < today };
      }),
      warnings,
    };
  }

  @Get(':campaignId/questions')
  @Reads('work.read', 'What the document leaves open, with the answers given.')
  async questions(@By() by: SignedIn, @Param('campaignId', pathId) campaignId: string) {
    const { state } = await campaignIn(by.world, campaignId);
    const answers = await by.world.reader.unseal(state.answers);
    const names = await namesIn(by.world, { persons: Object.values(answers).map(({ by: who }) => who) });
    return {
      campaignId,
      items: state.file.openQuestions.map((question) => {
        const answer = answers[question.id];
        return {
          ...question,
          answer:
            answer === undefined
              ? null
              : { ...answer, by: names.person(answer.by), at: new Date(answer.at).toISOString() },
        };
      }),
    };
  }

  @Get(':campaignId/progress')
  @Reads('work.read', 'How far it is: duties by occurrence, registrations, reports, rounds and nominations by status.')
  async progress(@By() by: SignedIn, @Param('campaignId', pathId) campaignId: string) {
    await campaignIn(by.world, campaignId);
    return progressOf(by.world, campaignId);
  }

  @Get(':campaignId/units')
  @Reads('work.read', 'How far every unit is: duties, registration, dossiers, reminders; the most overdue first.')
  async units(
    @By() by: SignedIn,
    @Param('campaignId', pathId) campaignId: string,
    @Query({ schema: pageQuery }) query: z.infer<typeof pageQuery>,
  ) {
    await campaignIn(by.world, campaignId);
    return unitsStanding(by.world, campaignId, query);
  }

  @Get(':campaignId/late')
  @Reads('work.read', 'What is past its day, whose it is, and who was told of it when; the oldest first.')
  async late(
    @By() by: SignedIn,
    @Param('campaignId', pathId) campaignId: string,
    @Query({ schema: pageQuery }) query: z.infer<typeof pageQuery>,
  ) {
    await campaignIn(by.world, campaignId);
    return lateDuties(by.world, { ...query, campaignId });
  }
}

async function campaignIn(world: World, id: string): Promise<{ version: number; state: CampaignState }> {
  const found = await world.reader.state('campaign', id);
  if (found === undefined) throw notFound(id);
  return found;
}

interface Planned {
  readonly calendar: WorkingCalendar;
  readonly plan: CampaignPlan;
}

/** A plan changes with its campaign and the calendar alone; of a campaign that is kept by its version it is made once. */
const plans = new WeakMap<CampaignState, Planned>();

async function planIn(world: World, state: CampaignState): Promise<CampaignPlan> {
  const calendar = await calendarOf(world);
  const known = plans.get(state);
  if (known?.calendar === calendar) return known.plan;
  const plan = planCampaign(state.file, calendar, undefined, Object.keys(state.answers));
  plans.set(state, { calendar, plan });
  return plan;
}

/** How the campaign names a date that was moved: `obligation:plan` of 2026 is `plan/2026`, a review has no occurrence. */
function movedKey(about: string, occurrence: string | undefined): string {
  const [kind = '', key = ''] = about.split(':');
  if (kind === 'review') return `review/${key}`;
  const path = `${key}/${occurrence ?? 'once'}`;
  return kind === 'round' ? `round/${path}` : path;
}
