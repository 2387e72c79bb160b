import { type Actor, parseQueue } from '../../../libs/domain/access/actor.js';
import { CALENDAR_ID } from '../../../libs/domain/calendar/calendar.stream.js';
import { dateOf } from '../../../libs/domain/calendar/local-date.js';
import {
  type CalendarDay,
  type WorkingCalendar,
  workingCalendar,
} from '../../../libs/domain/calendar/working-calendar.js';
import type { CampaignState } from '../../../libs/domain/campaign/campaign.stream.js';
import { COMMANDS, type CommandName, type Commands } from '../../../libs/domain/commands.js';
import type { Ask, CommandSpec, Context, Decision, Have, NewNotice } from '../../../libs/domain/core/decision.js';
import { isSealed } from '../../../libs/domain/core/sealed.js';
import type {
  Change,
  Fact,
  NewEvent,
  RowChange,
  StreamKind,
  StreamRef,
  States,
} from '../../../libs/domain/core/stream.js';
import type { PersonState } from '../../../libs/domain/organisation/person.stream.js';
import { STREAMS } from '../../../libs/domain/streams.js';

type Row = Readonly<Record<string, unknown>>;

/** A fact as the memory keeps it: what the ledger's event table would hold, sealed texts as boxes. */
export interface Recorded extends NewEvent {
  readonly version: number;
  readonly at: number;
  readonly actor: string;
  readonly command: string;
}

interface Held<K extends StreamKind> {
  readonly version: number;
  readonly state: States[K];
}
type Streams = { [K in StreamKind]: Map<string, Held<K>> };

const emptyStreams = (): Streams => ({
  award: new Map(),
  activity: new Map(),
  calendar: new Map(),
  campaign: new Map(),
  cluster: new Map(),
  commitment: new Map(),
  decision: new Map(),
  dispatch: new Map(),
  identity: new Map(),
  example: new Map(),
  nomination: new Map(),
  obligation: new Map(),
  person: new Map(),
  registration: new Map(),
  report: new Map(),
  round: new Map(),
  'rule-pack': new Map(),
  session: new Map(),
  task: new Map(),
  unit: new Map(),
  world: new Map(),
});

const KEYS: Readonly<Record<string, readonly string[]>> = {
  read_position: ['person_id', 'key'],
  read_result: ['report_id', 'target_key'],
  read_attachment: ['owner_kind', 'owner_id', 'digest'],
};
const keyOf = (table: string, row: Row): string => (KEYS[table] ?? ['id']).map((name) => String(row[name])).join('|');

/** As the ledger stores it: JSON, and no sealed text in the open. */
function stored(value: unknown): unknown {
  if (isSealed(value))
    return { $seal: value.$seal, box: Buffer.from(value.text ?? value.box ?? '').toString('base64') };
  if (Array.isArray(value)) return value.map(stored);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, stored(inner)] as const])),
  );
}

/** The ledger's promise without a database: one command at a time, judged on folded facts, appended or refused. */
export class MemoryLedger {
  now: number;
  readonly events: Recorded[] = [];
  readonly notices: NewNotice[] = [];
  /** What has been uploaded. */
  readonly files: { readonly digest: string; readonly media_type: string; readonly size: number }[] = [];
  readonly rows = new Map<string, Map<string, Row>>();
  private streams = emptyStreams();
  private built: { readonly days: readonly CalendarDay[]; readonly calendar: WorkingCalendar } | undefined;
  private readonly told = new Set<string>();

  constructor(now: number) {
    this.now = now;
  }

  state<K extends StreamKind>(kind: K, id: string): States[K] | undefined {
    return this.streams[kind].get(id)?.state;
  }

  version(kind: StreamKind, id: string): number {
    return this.streams[kind].get(id)?.version ?? 0;
  }

  table(name: string): readonly Row[] {
    return [...(this.rows.get(name)?.values() ?? [])];
  }

  get calendar(): WorkingCalendar {
    const days = this.state('calendar', CALENDAR_ID)?.days ?? [];
    if (this.built?.days !== days) this.built = { days, calendar: workingCalendar(days) };
    return this.built.calendar;
  }

  /** Judges a command and, when it is accepted, appends its facts and keeps its notices. */
  execute<K extends CommandName>(name: K, command: Commands[K], actor: Actor): Decision {
    const spec: CommandSpec<Commands[K]> = COMMANDS[name];
    const context: Context = { now: this.now, actor, calendar: this.calendar };
    const needed = new Set<string>();
    const asked = new Set<string>();
    const key = (ref: StreamRef): string => `${ref.kind}:${ref.id}`;
    const have: Have = {
      state: (kind, id) => (needed.has(`${kind}:${id}`) ? this.state(kind, id) : undefined),
      version: (kind, id) => this.version(kind, id),
      answer: (ask) => {
        if (!asked.has(JSON.stringify(ask)))
          throw new Error(`${name} reads an answer it did not ask for: ${JSON.stringify(ask)}`);
        return this.answer(ask);
      },
    };
    for (let before = -1; before < needed.size;) {
      before = needed.size;
      for (const ref of spec.needs(command, have)) needed.add(key(ref));
    }
    for (const ask of spec.asks?.(command, have, context) ?? []) asked.add(JSON.stringify(ask));
    const decision = spec.decide(command, have, context);
    if (decision.ok) this.append(name, decision, actor);
    return decision;
  }

  /** A ledger that has seen the same facts and nothing else. */
  replay(): MemoryLedger {
    const other = new MemoryLedger(this.now);
    for (const event of this.events) other.fold(event);
    return other;
  }

  /** Goes on from where another stands; states are immutable, so only the maps are copied. */
  adopt(other: MemoryLedger): this {
    this.now = other.now;
    this.events.push(...other.events);
    this.notices.push(...other.notices);
    for (const [table, held] of other.rows) this.rows.set(table, new Map(held));
    this.streams = {
      award: new Map(other.streams.award),
      activity: new Map(other.streams.activity),
      calendar: new Map(other.streams.calendar),
      campaign: new Map(other.streams.campaign),
      cluster: new Map(other.streams.cluster),
      commitment: new Map(other.streams.commitment),
      decision: new Map(other.streams.decision),
      dispatch: new Map(other.streams.dispatch),
      identity: new Map(other.streams.identity),
      example: new Map(other.streams.example),
      nomination: new Map(other.streams.nomination),
      obligation: new Map(other.streams.obligation),
      person: new Map(other.streams.person),
      registration: new Map(other.streams.registration),
      report: new Map(other.streams.report),
      round: new Map(other.streams.round),
      'rule-pack': new Map(other.streams['rule-pack']),
      session: new Map(other.streams.session),
      task: new Map(other.streams.task),
      unit: new Map(other.streams.unit),
      world: new Map(other.streams.world),
    };
    for (const key of other.told) this.told.add(key);
    return this;
  }

  /** Every state, version and row, to compare two ledgers by. */
  everything(): unknown {
    const streams = Object.entries(this.streams).map(([kind, held]) => [kind, Object.fromEntries<unknown>(held)]);
    const rows = [...this.rows].map(([table, held]) => [table, Object.fromEntries(held)]);
    return { streams: Object.fromEntries(streams), rows: Object.fromEntries(rows) };
  }

  /** Every stream of a kind with its state. */
  all<K extends StreamKind>(kind: K): readonly (readonly [string, States[K]])[] {
    return [...this.streams[kind]].map(([id, { state }]) => [id, state] as const);
  }

  private append(command: string, decision: Extract<Decision, { ok: true }>, actor: Actor): void {
    if (decision.events.length === 0) throw new Error(`${command} was accepted without a fact`);
    for (const { stream, type, payload } of decision.events) {
      const version = this.version(stream.kind, stream.id) + 1;
      const kept = JSON.parse(JSON.stringify(stored(payload))) as Row;
      this.fold({ stream, type, payload: kept, version, at: this.now, actor: actor.id, command });
    }
    for (const notice of decision.notices ?? []) {
      const once = [notice.subject.kind, notice.subject.id, notice.step, notice.recipient, notice.channel].join('|');
      if (this.told.has(once)) continue;
      this.told.add(once);
      this.notices.push(notice);
    }
  }

  private fold(event: Recorded): void {
    this.events.push(event);
    this.apply(event.stream.kind, event);
  }

  private apply<K extends StreamKind>(kind: K, event: Recorded): void {
    const { evolve, rows } = STREAMS[kind];
    const streams: Map<string, Held<K>> = this.streams[kind];
    const before = streams.get(event.stream.id)?.state;
    const fact: Fact = { type: event.type, payload: event.payload, at: event.at, actor: event.actor };
    const after = evolve(before, fact);
    streams.set(event.stream.id, { version: event.version, state: after });
    const change: Change<K> = { id: event.stream.id, version: event.version, before, after, fact };
    for (const row of rows(change)) this.write(row);
  }

  private write(change: RowChange): void {
    const table = this.rows.get(change.table) ?? new Map<string, Row>();
    this.rows.set(change.table, table);
    if (change.op === 'put') table.set(keyOf(change.table, change.row), change.row);
    else table.delete(keyOf(change.table, change.key));
  }

  private answer(ask: Ask): readonly Row[] {
    const today = dateOf(this.now);
    switch (ask.ask) {
      case 'holders':
        return this.holders(ask.queue, today);
      case 'openNominationsOf':
        return this.table('read_nomination').filter(
          (row) =>
            row['subject_id'] === ask.subjectId &&
            row['round_id'] === ask.roundId &&
            !['draft', 'declined', 'withdrawn'].includes(String(row['status'])),
        );
      case 'opened':
        return [{ text: Buffer.from(ask.sealed.box ?? '', 'base64').toString() }];
      case 'submittedTogether':
        return this.table('read_nomination').filter(
          (row) =>
            row['round_id'] === ask.roundId &&
            row['unit_id'] === ask.unitId &&
            row['award_code'] === ask.awardCode &&
            !['draft', 'withdrawn'].includes(String(row['status'])),
        );
      case 'decisionNumber':
        return this.table('read_decision').filter(
          (row) => row['issuer'] === ask.issuer && row['number'] === ask.number,
        );
      case 'roundNominations':
        return [...this.streams.nomination]
          .filter(([, { state }]) => state.roundId === ask.roundId)
          .map(([id, { state }]) => ({ id, status: state.status, subject_kind: state.subject.kind }));
      case 'campaignObligations':
        return this.table('read_obligation').filter(
          (row) =>
            row['campaign_id'] === ask.campaignId &&
            row['obligation_key'] === ask.obligationKey &&
            row['occurrence'] === ask.occurrence,
        );
      case 'unitsOfTypes':
        return this.table('read_unit').filter(
          ({ type, valid_from: from, valid_to: to }) =>
            ask.types.includes(String(type)) && String(from) <= ask.on && (typeof to !== 'string' || ask.on <= to),
        );
      case 'unitsOn':
        return [...this.streams.unit]
          .filter(([, { state }]) => state.validFrom <= ask.on && (state.validTo ?? '9999') >= ask.on)
          .map(([id, { state }]) => ({
            id,
            type: state.type,
            parent_id: state.parent ?? null,
            external: state.external ?? false,
            officers: this.holders(`${id}/officer`, ask.on).map((row) => row['person_id']),
            heads: this.holders(`${id}/head`, ask.on).map((row) => row['person_id']),
          }));
      case 'clusterLeaderOf':
        return [...this.streams.cluster].flatMap(([id, { state }]) =>
          state.years
            .filter(({ year, members }) => year === ask.year && members.includes(ask.unitId))
            .map(({ leader }) => ({ cluster_id: id, leader })),
        );
      case 'clustersStanding':
        return [...this.streams.cluster].flatMap(([id, { state }]) => {
          const standing = state.years.filter(({ year }) => year <= ask.year).at(-1);
          return standing?.members.includes(ask.unitId) === true
            ? [{ cluster_id: id, leader: standing.leader, year: standing.year }]
            : [];
        });
      case 'clusterLeaders': {
        const years = [...this.streams.cluster.values()].flatMap(({ state }) => state.years);
        const leaders = new Set(years.filter(({ year }) => year === ask.year).map(({ leader }) => leader));
        return [...leaders].sort().map((leader) => ({
          leader,
          officers: this.holders(`${leader}/officer`, today).map((row) => row['person_id']),
          heads: this.holders(`${leader}/head`, today).map((row) => row['person_id']),
        }));
      }
      case 'clusterHeadsOf':
        return this.answer({ ask: 'clusterLeaderOf', unitId: ask.unitId, year: ask.year })
          .filter(({ leader }) => leader !== ask.unitId)
          .flatMap(({ leader }) => this.holders(`${String(leader)}/head`, today));
      case 'launchedUnder':
        return [...this.streams.campaign].flatMap(([id, { state }]) => {
          const { parent, period, roles } = state.file;
          if (state.status === 'draft' || parent?.campaign !== ask.campaignId || roles.issuer.unit !== ask.unitId)
            return [];
          return [{ id, from_year: period.fromYear, to_year: period.toYear, ...state.document }];
        });
      case 'openRounds':
        return this.table('read_round').filter(
          (row) => row['campaign_id'] === ask.campaignId && row['status'] !== 'closed',
        );
      case 'recordsOf': {
        const root = (id: string): string => {
          const into = this.state('identity', id)?.into;
          return into === undefined ? id : root(into);
        };
        return this.table('read_award').filter((row) => root(String(row['subject_id'])) === root(ask.subjectId));
      }
      case 'positionsAt':
        return this.table('read_position').filter(
          (row) => row['unit_id'] === ask.unitId && !String(row['key']).includes('@'),
        );
      case 'holdersOf': {
        const held = this.table('read_position').filter((row) => ask.unitIds.includes(String(row['unit_id'])));
        const ids = new Set(held.map((row) => row['person_id']));
        return this.table('read_person')
          .filter((row) => ids.has(row['id']))
          .map((row) => ({ person_id: row['id'], positions: (row['state'] as PersonState).positions }));
      }
      case 'workBuiltOn': {
        const passed = this.table('read_campaign').filter(
          (row) => (row['state'] as CampaignState).passedOn?.[ask.unitId] !== undefined,
        );
        const owed = this.table('read_obligation').filter((row) => ask.successors.includes(String(row['unit_id'])));
        return [
          ...passed.map(({ id }) => ({ kind: 'campaign', id })),
          ...owed.map(({ id }) => ({ kind: 'obligation', id })),
        ];
      }
      case 'files':
        return this.files.filter(({ digest }) => ask.digests.includes(digest));
      case 'participants': {
        const owing = [...this.table('read_obligation'), ...this.table('read_registration')]
          .filter((row) => row['campaign_id'] === ask.campaignId)
          .map((row) => `${String(row['unit_id'])}/officer`);
        return [...new Set(owing)].flatMap((queue) => this.holders(queue, today));
      }
    }
  }

  private holders(queue: string, today: string): readonly Row[] {
    if (parseQueue(queue) === undefined) throw new Error(`not a queue: ${queue}`);
    return this.table('read_position').filter((row) => {
      const to = row['valid_to'];
      return row['queue'] === queue && String(row['valid_from']) <= today && (to === null || String(to) >= today);
    });
  }
}
