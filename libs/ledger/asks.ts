import type { Ask } from '../domain/core/decision.js';
import { isSealed, type Sealed } from '../domain/core/sealed.js';
import { RECORDS_OF } from './records-of.js';
import type { Queryable } from '../persistence/pg.js';
import { unsealAll, type KeyRing } from './sealing.js';

type Row = Readonly<Record<string, unknown>>;
interface Question {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A sealed text is opened with its key, not looked up. */
type Opening = Extract<Ask, { readonly ask: 'opened' }>;

/** The statement behind a question over many streams. `today` is the business day of the world. */
function question(ask: Exclude<Ask, Opening>, today: string): Question {
  switch (ask.ask) {
    case 'holders':
      return {
        name: 'ask:holders',
        text: `select distinct person_id from read_position
          where queue = $1 and valid_from <= $2::date and (valid_to is null or valid_to >= $2::date)`,
        values: [ask.queue, today],
      };
    case 'openNominationsOf':
      return {
        name: 'ask:open-nominations',
        text: `select id from read_nomination
          where round_id = $1 and subject_id = $2 and status not in ('draft', 'declined', 'withdrawn')`,
        values: [ask.roundId, ask.subjectId],
      };
    case 'submittedTogether':
      return {
        name: 'ask:submitted-together',
        text: `select id from read_nomination
          where round_id = $1 and unit_id = $2 and award_code = $3 and status not in ('draft', 'withdrawn')`,
        values: [ask.roundId, ask.unitId, ask.awardCode],
      };
    case 'decisionNumber':
      return {
        name: 'ask:decision-number',
        text: `select id, issued_on from read_decision where issuer = $1 and number = $2`,
        values: [ask.issuer, ask.number],
      };
    case 'roundNominations':
      return {
        name: 'ask:round-nominations',
        text: `select id, status, state -> 'subject' ->> 'kind' as subject_kind from read_nomination where round_id = $1 order by id`,
        values: [ask.roundId],
      };
    case 'campaignObligations':
      return {
        name: 'ask:obligations',
        text: `select id, unit_id, status from read_obligation
          where campaign_id = $1 and obligation_key = $2 and occurrence = $3 order by id`,
        values: [ask.campaignId, ask.obligationKey, ask.occurrence],
      };
    case 'unitsOfTypes':
      return {
        name: 'ask:units',
        text: `select id, type from read_unit
          where type = any($1::text[]) and valid_from <= $2::date and (valid_to is null or valid_to >= $2::date) order by id`,
        values: [ask.types, ask.on],
      };
    case 'unitsOn':
      return {
        name: 'ask:units-on',
        text: `select u.id, u.type, u.parent_id, coalesce((u.state ->> 'external')::boolean, false) as external,
            array(select distinct p.person_id from read_position p where p.queue = u.id || '/officer'
              and p.valid_from <= $1::date and (p.valid_to is null or p.valid_to >= $1::date) order by 1) as officers,
            array(select distinct p.person_id from read_position p where p.queue = u.id || '/head'
              and p.valid_from <= $1::date and (p.valid_to is null or p.valid_to >= $1::date) order by 1) as heads
          from read_unit u where u.valid_from <= $1::date and (u.valid_to is null or u.valid_to >= $1::date) order by u.id`,
        values: [ask.on],
      };
    case 'clusterLeaderOf':
      return {
        name: 'ask:cluster-leader',
        text: `select c.id as cluster_id, y ->> 'leader' as leader from read_cluster c,
            jsonb_array_elements(c.state -> 'years') y
          where (y ->> 'year')::int = $2::int and (y -> 'members' ? $1::text or y ->> 'leader' = $1::text) order by c.id`,
        values: [ask.unitId, ask.year],
      };
    case 'clustersStanding':
      return {
        name: 'ask:clusters-standing',
        text: `select c.id as cluster_id, y.said ->> 'leader' as leader, (y.said ->> 'year')::int as year from read_cluster c,
            lateral (select s.said from jsonb_array_elements(c.state -> 'years') s (said)
              where (s.said ->> 'year')::int <= $2::int order by (s.said ->> 'year')::int desc limit 1) y
          where y.said -> 'members' ? $1::text or y.said ->> 'leader' = $1::text order by c.id`,
        values: [ask.unitId, ask.year],
      };
    case 'clusterLeaders':
      return {
        name: 'ask:cluster-leaders',
        text: `select l.leader,
            array(select distinct p.person_id from read_position p where p.queue = l.leader || '/officer'
              and p.valid_from <= $2::date and (p.valid_to is null or p.valid_to >= $2::date) order by 1) as officers,
            array(select distinct p.person_id from read_position p where p.queue = l.leader || '/head'
              and p.valid_from <= $2::date and (p.valid_to is null or p.valid_to >= $2::date) order by 1) as heads
          from (select distinct y ->> 'leader' as leader from read_cluster c, jsonb_array_elements(c.state -> 'years') y
            where (y ->> 'year')::int = $1::int) l order by 1`,
        values: [ask.year, today],
      };
    case 'clusterHeadsOf':
      return {
        name: 'ask:cluster-heads',
        text: `select distinct p.person_id from read_cluster c, jsonb_array_elements(c.state -> 'years') y
            join read_position p on p.queue = (y ->> 'leader') || '/head'
          where (y ->> 'year')::int = $2::int and y -> 'members' ? $1::text and y ->> 'leader' <> $1::text
            and p.valid_from <= $3::date and (p.valid_to is null or p.valid_to >= $3::date) order by 1`,
        values: [ask.unitId, ask.year, today],
      };
    case 'launchedUnder':
      return {
        name: 'ask:launched-under',
        text: `select id, from_year, to_year, state -> 'document' ->> 'number' as number, state -> 'document' ->> 'date' as date
          from read_campaign where issuer_unit_id = $2 and status <> 'draft'
            and state -> 'file' -> 'parent' ->> 'campaign' = $1 order by id`,
        values: [ask.campaignId, ask.unitId],
      };
    case 'openRounds':
      return {
        name: 'ask:open-rounds',
        text: `select id, status from read_round where campaign_id = $1 and status <> 'closed' order by id`,
        values: [ask.campaignId],
      };
    case 'recordsOf':
      return { name: 'ask:records', text: RECORDS_OF, values: [ask.subjectId] };
    case 'positionsAt':
      return {
        name: 'ask:positions',
        text: `select person_id, key, valid_to from read_position where unit_id = $1 and position('@' in key) = 0 order by person_id, key`,
        values: [ask.unitId],
      };
    case 'holdersOf':
      return {
        name: 'ask:holders-of',
        text: `select id as person_id, state->'positions' as positions from read_person
          where id in (select person_id from read_position where unit_id = any($1::text[])) order by id`,
        values: [ask.unitIds],
      };
    case 'workBuiltOn':
      return {
        name: 'ask:work-built-on',
        text: `(select 'campaign' as kind, id from read_campaign where state->'passedOn' ? $1 order by id limit 10)
          union all (select 'obligation', id from read_obligation where unit_id = any($2::text[]) order by id limit 10)`,
        values: [ask.unitId, ask.successors],
      };
    case 'files':
      return {
        name: 'ask:files',
        text: `select digest, media_type, size from ops_file where digest = any($1::text[]) order by digest`,
        values: [ask.digests],
      };
    case 'participants':
      return {
        name: 'ask:participants',
        text: `select distinct p.person_id from read_position p
          where p.role = 'officer' and p.valid_from <= $2::date and (p.valid_to is null or p.valid_to >= $2::date)
            and p.unit_id in (select unit_id from read_obligation where campaign_id = $1
              union select unit_id from read_registration where campaign_id = $1)`,
        values: [ask.campaignId, today],
      };
  }
}

/** Answers that were given for one decision, by the question as asked. */
export class Answers {
  private readonly given = new Map<string, readonly Row[]>();

  constructor(private readonly ring: KeyRing) {}

  async add(db: Queryable, asks: readonly Ask[], today: string): Promise<void> {
    for (const ask of asks) {
      const key = JSON.stringify(ask);
      if (this.given.has(key)) continue;
      if (ask.ask === 'opened') {
        this.given.set(key, await this.opened(db, ask.sealed));
        continue;
      }
      const { name, text, values } = question(ask, today);
      this.given.set(key, (await db.query({ name, text, values: [...values] })).rows);
    }
  }

  /** By the key the database holds now: what was erased is opened no more. */
  private async opened(db: Queryable, sealed: Sealed): Promise<readonly Row[]> {
    const opened = unsealAll(sealed, await this.ring.read(db, [sealed.$seal]));
    return isSealed(opened) && opened.text !== undefined ? [{ text: opened.text }] : [];
  }

  get(ask: Ask): readonly Row[] {
    const rows = this.given.get(JSON.stringify(ask));
    if (rows === undefined) throw new Error(`a decision used an answer it had not asked for: ${ask.ask}`);
    return rows;
  }
}
