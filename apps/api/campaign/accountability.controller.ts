import { Controller, Get, Param } from '@nestjs/common';
import { dateOf } from '../../../libs/domain/calendar/local-date.js';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import { namesIn } from '../../../libs/history/names.js';
import type { World } from '../../../libs/ledger/worlds.js';
import { By } from '../http/act.js';
import { pathId } from '../http/command-body.js';
import { notFound } from '../http/problem.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';

interface HeadRow {
  readonly unit_id: string;
  readonly heads: readonly string[];
  readonly owed: number;
  readonly overdue: number;
  readonly late: number;
}

const HEADS = `select u.id as unit_id,
    array(select distinct p.person_id from read_position p where p.queue = u.id || '/head' and p.valid_from <= $3::date
      and (p.valid_to is null or p.valid_to >= $3::date) order by 1) as heads,
    coalesce(o.owed, 0)::int as owed, coalesce(o.overdue, 0)::int as overdue, coalesce(o.late, 0)::int as late
  from read_unit u left join (select unit_id, count(*) filter (where status = 'open') as owed,
      count(*) filter (where status = 'open' and due_at <= $4) as overdue, count(*) filter (where late) as late
      from read_obligation where campaign_id = $5 group by 1) o on o.unit_id = u.id
  where (u.id = any($1::text[]) or (u.type = any($2::text[]) and coalesce((u.state->>'external')::boolean, false) = false))
    and u.valid_from <= $3::date and (u.valid_to is null or u.valid_to >= $3::date) order by u.id`;

async function headsOf(world: World, file: CampaignFile, scope: readonly string[], now: number) {
  const groups = file.scope.filter(({ key }) => scope.includes(key));
  const { rows } = await world.pool.query<HeadRow>({
    name: 'accountable-heads',
    text: HEADS,
    values: [
      groups.flatMap(({ unitIds }) => unitIds ?? []),
      groups.flatMap(({ unitTypes }) => unitTypes),
      dateOf(now),
      new Date(now),
      file.id,
    ],
  });
  return rows;
}

/** Who answers for a campaign: heads of units with what they owe, and the steering committee with its areas. */
@Controller('api/v1/campaigns')
export class AccountabilityController {
  @Get(':campaignId/accountability')
  @Reads('work.read', 'Accountable heads with what their units owe and are late with; steering committees with areas.')
  async show(@By() by: SignedIn, @Param('campaignId', pathId) campaignId: string) {
    const [found, now] = await Promise.all([by.world.reader.state('campaign', campaignId), by.world.now()]);
    if (found === undefined) throw notFound(campaignId);
    const { file } = found.state;
    const groups = await Promise.all(
      (file.accountableHeads ?? []).map(async (entry) => ({
        entry,
        rows: await headsOf(by.world, file, entry.scope, now),
      })),
    );
    const members = (file.steeringCommittees ?? []).flatMap((committee) => committee.members);
    const holders = await holdersOf(
      by.world,
      members.map(({ unit, role }) => `${unit}/${role}`),
      dateOf(now),
    );
    const names = await namesIn(by.world, {
      units: [
        ...groups.flatMap(({ rows }) => rows.map((row) => row.unit_id)),
        ...members.map(({ unit }) => unit),
        ...(file.accountableHeads ?? []).map(({ answersTo }) => file.roles[answersTo].unit),
      ],
      persons: [...groups.flatMap(({ rows }) => rows.flatMap((row) => row.heads)), ...[...holders.values()].flat()],
    });
    return {
      heads: groups.map(({ entry, rows }) => ({
        key: entry.key,
        text: entry.text,
        answersTo: names.unit(file.roles[entry.answersTo].unit),
        units: rows.map(({ unit_id: unit, heads, ...numbers }) => ({
          unit: names.unit(unit),
          heads: heads.map((id) => names.person(id)),
          ...numbers,
        })),
      })),
      committees: (file.steeringCommittees ?? []).map((committee) => ({
        key: committee.key,
        text: committee.text,
        members: committee.members.map((member) => ({
          key: member.key,
          function: member.function,
          unit: names.unit(member.unit),
          role: member.role,
          persons: (holders.get(`${member.unit}/${member.role}`) ?? []).map((id) => names.person(id)),
          areas: member.areas.map(({ key, text, contents }) => ({ key, text, contents: contents ?? [] })),
        })),
      })),
    };
  }
}

async function holdersOf(
  world: World,
  queues: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await world.pool.query<{ queue: string; people: string[] }>({
    name: 'seats',
    text: `select queue, array_agg(distinct person_id order by person_id) as people from read_position
      where queue = any($1::text[]) and valid_from <= $2::date and (valid_to is null or valid_to >= $2::date) group by 1`,
    values: [queues, today],
  });
  return new Map(rows.map(({ queue, people }) => [queue, people]));
}
