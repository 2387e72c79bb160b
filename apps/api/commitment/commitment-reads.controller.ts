import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { namesIn } from '../../../libs/history/names.js';
import { By } from '../http/act.js';
import { pathId } from '../http/command-body.js';
import { paging } from '../http/cursor.js';
import { list, type Listed } from '../http/list.js';
import { notFound } from '../http/problem.js';
import { Own, Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { mustSeeDossier } from '../nomination/dossier-rights.js';

const commitmentsQuery = z.strictObject({
  ...paging,
  campaign: z.string().max(240).optional(),
  kind: z.enum(['personal', 'household']).optional(),
  rule: z.string().max(120).optional(),
  occurrence: z.string().max(120).optional(),
  unit: z.string().max(240).optional(),
  status: z.enum(['pledged', 'reported', 'confirmed', 'kept']).optional(),
});

interface CommitmentRow extends Listed {
  readonly campaign_id: string;
  readonly kind: string;
  readonly rule: string;
  readonly occurrence: string;
  readonly unit_id: string;
  readonly status: string;
  readonly done: number;
  readonly total: number;
}
interface SummaryRow {
  readonly kind: string;
  readonly rule: string;
  readonly occurrence: string;
  readonly unit_id: string;
  readonly subjects: number;
  readonly finished: number;
  readonly done: number;
  readonly total: number;
}

const COLUMNS = 'id, campaign_id, kind, rule, occurrence, unit_id, status, done, total';
const shown = ({ campaign_id, unit_id, ...row }: CommitmentRow) => ({
  ...row,
  campaignId: campaign_id,
  unitId: unit_id,
});

@Controller('api/v1')
export class CommitmentReadsController {
  @Get('commitments')
  @Reads('work.read', 'What persons registered and households do, without names and words.')
  list(@By() by: SignedIn, @Query({ schema: commitmentsQuery }) query: z.infer<typeof commitmentsQuery>) {
    const { campaign, unit, limit, cursor, ...equal } = query;
    const request = {
      table: 'read_commitment',
      columns: COLUMNS,
      equal: { campaign_id: campaign, unit_id: unit, ...equal },
      limit,
      cursor,
    } as const;
    return list(by.world, request, (rows: readonly CommitmentRow[]) => Promise.resolve(rows.map(shown)));
  }

  @Get('commitments/own')
  @Own('What the reader has registered.')
  async own(@By() by: SignedIn) {
    const { rows } = await by.world.pool.query<CommitmentRow>({
      name: 'commitments-own',
      text: `select ${COLUMNS} from read_commitment where subject_id = $1 and kind = 'personal' order by id limit 200`,
      values: [by.personId],
    });
    return { items: rows.map(shown) };
  }

  @Get('commitments/:commitmentId')
  @Reads('work.read', 'One pledge of a person or list of a household, for themselves, their unit and the lead agency.')
  async show(@By() by: SignedIn, @Param('commitmentId', pathId) commitmentId: string) {
    const found = await by.world.reader.state('commitment', commitmentId);
    if (found === undefined) throw notFound(commitmentId);
    const { campaignId, unitId, subjectId, kind } = found.state;
    if (kind !== 'personal' || subjectId !== by.personId) await mustSeeDossier(by, campaignId, [unitId]);
    const state = await by.world.reader.unseal(found.state);
    const names = await namesIn(by.world, { units: [unitId], persons: kind === 'personal' ? [subjectId] : [] });
    return {
      id: commitmentId,
      version: found.version,
      ...state,
      unit: names.unit(unitId),
      ...(kind === 'personal' ? { person: names.person(subjectId) } : {}),
    };
  }

  @Get('campaigns/:campaignId/commitments')
  @Reads('work.read', 'By unit: how many persons registered and told results, how many households, how far they are.')
  async summary(@By() by: SignedIn, @Param('campaignId', pathId) campaignId: string) {
    const { rows } = await by.world.pool.query<SummaryRow>({
      name: 'commitments-summary',
      text: `select kind, rule, occurrence, unit_id, count(*) as subjects,
          count(*) filter (where done = total or status = 'confirmed') as finished, sum(done) as done, sum(total) as total
        from read_commitment where campaign_id = $1 group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
      values: [campaignId],
    });
    const names = await namesIn(by.world, { units: rows.map(({ unit_id }) => unit_id) });
    return {
      campaignId,
      items: rows.map(({ unit_id, done, total, ...row }) => ({
        ...row,
        done: Number(done),
        total: Number(total),
        unit: names.unit(unit_id),
        percent: Number(total) === 0 ? 0 : (Number(done) / Number(total)) * 100,
      })),
    };
  }
}
