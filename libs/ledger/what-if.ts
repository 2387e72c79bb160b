import { coveredYears, type UnitOf } from '../domain/award-history/coverage.js';
import type { AwardState } from '../domain/award-history/award-record.js';
import { dateOf, type LocalDate } from '../domain/calendar/local-date.js';
import { ref } from '../domain/core/stream.js';
import { dayOfRules, localitiesOf } from '../domain/nomination/eligibility.js';
import { asksDeclared, declaredIn } from '../domain/nomination/sealed-facts.js';
import type { NominationState } from '../domain/nomination/nomination-state.js';
import type { UnitState } from '../domain/organisation/unit.stream.js';
import { factsOfNomination } from '../domain/rules/nomination-facts.js';
import { packInForce } from '../domain/rules/pack.js';
import { bookInForce, RULE_PACK_ID } from '../domain/rules/rule-pack.stream.js';
import { WhatIf, type OtherRules, type WhatIfReport } from '../domain/rules/what-if.js';
import type { PoolClient } from '../persistence/pg.js';
import type { LoadedStates } from './state-store.js';
import type { World } from './worlds.js';

export interface WhatIfRequest extends OtherRules {
  readonly campaignId?: string | undefined;
  /** Year of the achievement, or of the day whose rules a dossier is judged by. */
  readonly year?: number | undefined;
  /** How many changes are told one by one; all are counted. */
  readonly most: number;
}

interface NominationRow {
  readonly id: string;
  readonly state: NominationState;
}

const PAGE = 500;
const NOMINATIONS = `select id, state from read_nomination
  where status not in ('draft', 'withdrawn') and id > $1
    and ($2::text is null or campaign_id = $2)
    and ($3::text is null or coalesce(state->'facts'->>'year', left(state->'rulePack'->>'pinnedOn', 4),
      left(state->'eligibility'->>'on', 4), to_char(updated_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY')) = $3)
  order by id limit ${PAGE}`;

/** Entries of the register for a page of subjects, under any id that is the same subject as theirs. */
const RECORDS = `with recursive up(asked, id) as (
    select s collate "C", s collate "C" from unnest($1::text[]) as s
    union select up.asked, i.into_id from up join read_identity i on i.id = up.id where i.into_id is not null),
  same(asked, id) as (
    select asked, id from up union select same.asked, i.id from same join read_identity i on i.into_id = same.id)
  select s.asked, a.state from read_award a join same s on s.id = a.subject_id order by s.asked, a.year, a.id`;

/**
 * Judges all nominations of a campaign or a year by other rules beside their own: who gains, who loses, by which rule.
 * Reads one committed state in a transaction that cannot write; nothing is recorded. Undefined in a world without rules,
 * and for a pack nobody knows.
 */
export async function whatIf(world: World, request: WhatIfRequest): Promise<WhatIfReport | undefined> {
  const rules = await world.reader.state('rule-pack', RULE_PACK_ID);
  if (rules === undefined) return undefined;
  const book = bookInForce(rules.state);
  const collected = new WhatIf(book, { pack: request.pack, on: request.on }, request.most);
  if (!collected.isKnown() || (request.on !== undefined && packInForce(book, request.on) === undefined))
    return undefined;
  const now = await world.now();
  const client = await world.pool.connect();
  try {
    await client.query('begin transaction isolation level repeatable read, read only');
    const unitOf = await unitsIn(client);
    for (let after = ''; ;) {
      const page = await pageAfter(client, after, request);
      await judgePage(world, client, page, { now, unitOf }, collected);
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return collected.report();
      after = last.id;
    }
  } finally {
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
}

async function pageAfter(
  client: PoolClient,
  after: string,
  { campaignId, year }: WhatIfRequest,
): Promise<readonly NominationRow[]> {
  const values = [after, campaignId ?? null, year === undefined ? null : String(year)];
  const { rows } = await client.query<NominationRow>({ name: 'what-if:nominations', text: NOMINATIONS, values });
  return rows;
}

async function judgePage(
  world: World,
  client: PoolClient,
  page: readonly NominationRow[],
  { now, unitOf }: { readonly now: number; readonly unitOf: UnitOf },
  collected: WhatIf,
): Promise<void> {
  const [records, around, opened] = await Promise.all([
    recordsFor(client, page),
    aroundOf(world, page),
    openedFacts(world, page),
  ]);
  for (const { id, state } of page) {
    const on: LocalDate = dayOfRules(state, now);
    collected.add({
      id,
      award: state.awardCode,
      on,
      localities: localitiesOf(state),
      facts: factsOfNomination({
        subject: state.subject,
        declared: declaredIn(state.facts, opened.get(id)),
        records: records.get(state.subject.id) ?? [],
        covered: coveredYears(unitOf, state.unitId, records.get(state.subject.id) ?? [], on),
        campaign: around.state('campaign', state.campaignId)?.file,
        round: around.state('round', state.roundId),
        on: on < dateOf(now) ? on : dateOf(now),
      }),
    });
  }
}

async function recordsFor(
  client: PoolClient,
  page: readonly NominationRow[],
): Promise<ReadonlyMap<string, readonly AwardState[]>> {
  const subjects = [...new Set(page.map(({ state }) => state.subject.id))];
  const { rows } = await client.query<{ asked: string; state: AwardState }>({
    name: 'what-if:records',
    text: RECORDS,
    values: [subjects],
  });
  const found = new Map<string, AwardState[]>();
  for (const { asked, state } of rows) {
    const known = found.get(asked);
    if (known === undefined) found.set(asked, [state]);
    else known.push(state);
  }
  return found;
}

/** Every unit once: who speaks for whom, and which years the register covers. */
async function unitsIn(client: PoolClient): Promise<UnitOf> {
  const { rows } = await client.query<{ id: string; state: UnitState }>({
    name: 'what-if:units',
    text: 'select id, state from read_unit',
  });
  const units = new Map(rows.map(({ id, state }) => [id, state]));
  return (id) => units.get(id);
}

/** What was declared, opened for the whole page at once. */
async function openedFacts(world: World, page: readonly NominationRow[]): Promise<ReadonlyMap<string, string>> {
  const sealed = page.flatMap(({ id, state }) => asksDeclared(state).map((ask) => ({ id, sealed: ask.sealed })));
  const opened = await world.reader.unseal(sealed);
  return new Map(opened.flatMap(({ id, sealed: { text } }) => (text === undefined ? [] : [[id, text] as const])));
}

const aroundOf = (world: World, page: readonly NominationRow[]): Promise<LoadedStates> =>
  world.reader.all(page.flatMap(({ state }) => [ref('campaign', state.campaignId), ref('round', state.roundId)]));
