import { Controller, Get, Param } from '@nestjs/common';
import { daysBetween, isLocalDate } from '../../../libs/domain/calendar/local-date.js';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { CampaignStatus } from '../../../libs/domain/campaign/campaign.stream.js';
import { namesIn } from '../../../libs/history/names.js';
import { By } from '../http/act.js';
import { pathId } from '../http/command-body.js';
import { notFound } from '../http/problem.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';

interface Relative {
  readonly id: string;
  readonly name: CampaignFile['name'];
  readonly status: CampaignStatus;
  readonly issuer: string;
  readonly adopted_on: string;
  readonly document: { readonly number: string; readonly date: string } | null;
  readonly plan_status: string | null;
}

const COLUMNS = `c.id, c.state->'file'->'name' as name, c.status, c.issuer_unit_id as issuer,
  c.state->'file'->>'adoptedOn' as adopted_on, c.state->'document' as document`;

/** A campaign among others: the one it carries out, those that carry it out, the year before and the year after. */
@Controller('api/v1/campaigns')
export class CampaignFamilyController {
  @Get(':campaignId/family')
  @Reads('work.read', 'Its parent, the campaigns of lower units that carry it out, the year before and the year after.')
  async family(@By() by: SignedIn, @Param('campaignId', pathId) campaignId: string) {
    const found = await by.world.reader.state('campaign', campaignId);
    if (found === undefined) throw notFound(campaignId);
    const { file } = found.state;
    const above = file.parent?.campaign;
    const before = (file.related ?? []).filter(({ relation }) => relation === 'previous');
    const previousIds = before.flatMap(({ campaign }) => (campaign === undefined ? [] : [campaign]));
    const [named, children, next] = await Promise.all([
      this.rows(by, `${COLUMNS}, null as plan_status`, 'where c.id = any($1)', [[above ?? '', ...previousIds]]),
      // How far the cascade has come: a lower unit's own campaign beside the plan its parent asks of it.
      this.rows(
        by,
        `${COLUMNS}, (select o.status from read_obligation o where o.campaign_id = $1 and o.kind = 'implementing-plan'
           and o.unit_id = c.issuer_unit_id order by o.due_at, o.id limit 1) as plan_status`,
        `where c.state->'file'->'parent'->>'campaign' = $1`,
        [campaignId],
      ),
      this.rows(
        by,
        `${COLUMNS}, null as plan_status`,
        `where exists (select 1 from jsonb_array_elements(c.state->'file'->'related') r
           where r->>'relation' = 'previous' and r->>'campaign' = $1)`,
        [campaignId],
      ),
    ]);
    const all = [...named, ...children, ...next];
    const names = await namesIn(by.world, { units: all.map(({ issuer }) => issuer) });
    const view = ({ issuer, adopted_on: adoptedOn, plan_status: plan, ...rest }: Relative) => ({
      ...rest,
      issuer: names.unit(issuer),
      adoptedOn,
      ...(plan === null ? {} : { plan }),
    });
    return {
      campaignId,
      parent: named.filter(({ id }) => id === above).map(view)[0] ?? null,
      children: children.map((child) => ({ ...view(child), daysAfter: daysAfter(file.adoptedOn, child.adopted_on) })),
      previous: named.filter(({ id }) => previousIds.includes(id)).map(view),
      next: next.map(view),
    };
  }

  private async rows(by: SignedIn, columns: string, where: string, values: readonly unknown[]): Promise<Relative[]> {
    const text = `select ${columns} from read_campaign c ${where} order by c.id`;
    return (await by.world.pool.query<Relative>({ text, values: [...values] })).rows;
  }
}

/** How long the cascade took: days from the adoption above to the adoption below; below zero where it came first. */
const daysAfter = (above: string, below: string): number | null =>
  isLocalDate(above) && isLocalDate(below) ? daysBetween(above, below) : null;
