import { createHash } from 'node:crypto';
import { holdingsOn } from '../domain/organisation/person.stream.js';
import { ENGINE, OPERATOR, type Actor } from '../domain/access/actor.js';
import type { Grant } from '../domain/access/permissions.js';
import { CALENDAR_ID } from '../domain/calendar/calendar.stream.js';
import { dateOf, isLocalDate } from '../domain/calendar/local-date.js';
import { workingCalendar, type WorkingCalendar } from '../domain/calendar/working-calendar.js';
import { COMMANDS, type CommandName, type Commands } from '../domain/commands.js';
import type { CommandSpec, Context, Decision, Have, Refusal } from '../domain/core/decision.js';
import { ref, type StreamKind, type StreamRef } from '../domain/core/stream.js';
import { WORLD_ID } from '../domain/world/world.stream.js';
import {
  DEADLOCK,
  isDatabaseError,
  SERIALIZATION,
  UNIQUE_VIOLATION,
  type Pool,
  type Queryable,
} from '../persistence/pg.js';
import { Answers } from './asks.js';
import { prepare, write, type ReceiptRow } from './append.js';
import { requestDigest } from './canonical.js';
import { KeyRing, NOBODY, sealSubjects } from './sealing.js';
import { LoadedStates, type StateStore } from './state-store.js';

/** Who asks. What a person may do follows from their positions on the business day, read with every command. */
export type Caller =
  { readonly kind: 'person'; readonly id: string } | { readonly kind: 'engine' } | { readonly kind: 'operator' };

export interface CommandRequest<N extends CommandName = CommandName> {
  readonly actor: Caller;
  readonly name: N;
  readonly input: Commands[N];
  /** Idempotency key, unique per actor and command. */
  readonly key?: string | undefined;
  /** Date on the paper that caused it (YYYY-MM-DD); may be earlier than today, never later. */
  readonly documentDate?: string | undefined;
  readonly requestId?: string | undefined;
}

export interface Receipt {
  readonly streams: readonly { readonly kind: StreamKind; readonly id: string; readonly version: number }[];
  readonly result: Readonly<Record<string, unknown>>;
  /** True when this is the first answer given again. */
  readonly replayed: boolean;
}

export type Outcome =
  { readonly ok: true; readonly receipt: Receipt } | { readonly ok: false; readonly refusal: Refusal };

const refused = (refusal: Refusal): Outcome => ({ ok: false, refusal });
const ATTEMPTS = 8;

/** A name of a lock may hold what people typed: only its digest becomes part of a statement. */
const takeLock = (name: string): string =>
  `select pg_advisory_xact_lock(hashtextextended(current_schema() || '${createHash('sha256').update(name).digest('hex')}', 0))`;

const actorId = (caller: Caller): string => (caller.kind === 'person' ? caller.id : caller.kind);

const isRetryable = (error: unknown): boolean =>
  isDatabaseError(error) &&
  (error.code === UNIQUE_VIOLATION || error.code === DEADLOCK || error.code === SERIALIZATION);

const capacityOf = (grant: Grant): { capacity: string | null; onBehalfOf: string | null } =>
  grant.by === 'holding'
    ? { capacity: `${grant.holding.unitId}/${grant.holding.role}`, onBehalfOf: grant.holding.onBehalfOf ?? null }
    : { capacity: null, onBehalfOf: null };

/** One and the same connection for an act that holds locks. */
interface Connections {
  readonly reads: Queryable;
  readonly writes: Queryable;
}

/**
 * The only way anything changes: load, decide, append; all or nothing. A repeated key gets its first answer. Two people
 * who act on one stream at once are put in order by the unique version of a fact: the later one is judged again.
 */
export class Ledger {
  private readonly ring = new KeyRing();
  private calendar: { version: number; calendar: WorkingCalendar } | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly pool: Pool,
    /** For what is read before an act is written; it travels with what others read. */
    private readonly reads: Queryable,
    private readonly states: StateStore,
    private readonly clock: (frozen: number | null | undefined) => number,
    private readonly isRehearsal: boolean,
  ) {}

  /** Told after every commit of this process; the sequencer need not poll for them. */
  onCommit(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  forgetKey(subject: string): void {
    this.ring.forget(subject);
  }

  async execute<N extends CommandName>(request: CommandRequest<N>): Promise<Outcome> {
    // One entry of a mapped type: the spec found under a name takes that name's input.
    const spec = COMMANDS[request.name] as unknown as CommandSpec<Commands[N]>;
    const digest = request.key === undefined ? undefined : requestDigest(request.input);
    const locks = [...(spec.locks?.(request.input) ?? [])].sort();
    for (let attempt = 1; ; attempt += 1) {
      try {
        const outcome =
          locks.length === 0
            ? await this.attempt({ reads: this.reads, writes: this.pool }, spec, request, digest, attempt)
            : await this.locked(locks, spec, request, digest, attempt);
        if (outcome.ok && !outcome.receipt.replayed) for (const listener of this.listeners) listener();
        return outcome;
      } catch (error) {
        if (!isRetryable(error) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  private async locked<N extends CommandName>(
    locks: readonly string[],
    spec: CommandSpec<Commands[N]>,
    request: CommandRequest<N>,
    digest: string | undefined,
    attempt: number,
  ): Promise<Outcome> {
    const client = await this.pool.connect();
    try {
      // One round trip for the beginning and every lock: a person's act waits for each.
      await client.query(['begin', ...locks.map(takeLock)].join(';'));
      const outcome = await this.attempt({ reads: client, writes: client }, spec, request, digest, attempt);
      await client.query(outcome.ok ? 'commit' : 'rollback');
      return outcome;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  private async attempt<N extends CommandName>(
    db: Connections,
    spec: CommandSpec<Commands[N]>,
    request: CommandRequest<N>,
    digest: string | undefined,
    attempt: number,
  ): Promise<Outcome> {
    const { input } = request;
    const actor = actorId(request.actor);
    if (request.key !== undefined) {
      const known = await this.receiptOf(db.reads, actor, request.name, request.key);
      if (known !== undefined) {
        return known.digest === digest
          ? { ok: true, receipt: { ...known.response, replayed: true } }
          : refused({ code: 'IDEMPOTENCY_KEY_REUSED', field: 'Idempotency-Key' });
      }
    }
    const states = new LoadedStates();
    const answers = new Answers(this.ring);
    const have: Have = {
      state: (kind, id) => states.state(kind, id),
      version: (kind, id) => states.version(kind, id),
      answer: (ask) => answers.get(ask),
    };
    const needs = (known: Have): readonly StreamRef[] => spec.needs(input, known);
    await this.loadAll(db.reads, states, [...this.always(request.actor), ...this.states.foresee(needs)], () =>
      needs(have),
    );
    const now = this.clock(states.state('world', WORLD_ID)?.clock);
    const context: Context = {
      now,
      actor: this.actorOf(request.actor, states, now),
      calendar: this.calendarOf(states),
    };
    if (request.documentDate !== undefined) {
      if (!isLocalDate(request.documentDate)) return refused({ code: 'DATE_INVALID', field: 'documentDate' });
      if (request.documentDate > dateOf(now))
        return refused({ code: 'DATE_IN_FUTURE', field: 'documentDate', params: { date: request.documentDate } });
    }
    if (spec.asks !== undefined) await answers.add(db.reads, spec.asks(input, have, context), dateOf(now));
    const decision = spec.decide(input, have, context);
    if (!decision.ok) return refused(decision.refusal);
    return this.append(db, decision, states, request, now, digest, attempt);
  }

  /** Appends what was decided. Streams of events that were not loaded are new by the decision's own word. */
  private async append(
    db: Connections,
    decision: Extract<Decision, { ok: true }>,
    states: LoadedStates,
    request: CommandRequest,
    now: number,
    digest: string | undefined,
    attempt: number,
  ): Promise<Outcome> {
    const looked = decision.events.filter(({ begins }) => begins !== true || attempt > 1).map(({ stream }) => stream);
    if (looked.some((stream) => !states.has(stream))) await this.states.load(db.reads, looked, states);
    const { keys, fresh, erased } = await this.ring.forWriting(
      db.reads,
      new Set([NOBODY, ...sealSubjects(decision.events)]),
    );
    if (erased !== undefined) return refused({ code: 'SEALED_ERASED', params: { id: erased } });
    const { capacity, onBehalfOf } = capacityOf(decision.grant);
    const append = prepare(decision.events, decision.notices ?? [], states, keys, {
      actor: actorId(request.actor),
      capacity,
      onBehalfOf,
      businessAt: now,
      documentDate: request.documentDate ?? null,
      command: request.name,
      cause: request.key ?? request.requestId ?? null,
    });
    const streams = append.streams.map(({ ref: { kind, id }, version }) => ({ kind, id, version }));
    const receipt: Receipt = { streams, result: decision.result ?? {}, replayed: false };
    const row: ReceiptRow | undefined =
      request.key === undefined || digest === undefined
        ? undefined
        : {
            actor: actorId(request.actor),
            command: request.name,
            key: request.key,
            digest,
            response: { streams: receipt.streams, result: receipt.result },
          };
    await write(db.writes, append, fresh, row, decision.erases);
    this.ring.keep(fresh);
    for (const written of append.streams) this.states.wrote(written.ref, written.state);
    for (const subject of decision.erases ?? []) this.ring.forget(subject);
    return { ok: true, receipt };
  }

  private always(caller: Caller): StreamRef[] {
    return [
      ref('calendar', CALENDAR_ID),
      ...(this.isRehearsal ? [ref('world', WORLD_ID)] : []),
      ...(caller.kind === 'person' ? [ref('person', caller.id)] : []),
    ];
  }

  private async loadAll(
    db: Queryable,
    states: LoadedStates,
    first: readonly StreamRef[],
    needs: () => readonly StreamRef[],
  ): Promise<void> {
    for (let wanted = first; wanted.length > 0; wanted = needs().filter((r) => !states.has(r))) {
      await this.states.load(db, wanted, states);
    }
  }

  private actorOf(caller: Caller, states: LoadedStates, now: number): Actor {
    if (caller.kind === 'engine') return ENGINE;
    if (caller.kind === 'operator') return OPERATOR;
    const person = states.state('person', caller.id);
    return { id: caller.id, kind: 'person', holdings: person === undefined ? [] : holdingsOn(person, dateOf(now)) };
  }

  private calendarOf(states: LoadedStates): WorkingCalendar {
    const version = states.version('calendar', CALENDAR_ID);
    if (this.calendar?.version !== version) {
      this.calendar = { version, calendar: workingCalendar(states.state('calendar', CALENDAR_ID)?.days ?? []) };
    }
    return this.calendar.calendar;
  }

  private async receiptOf(
    db: Queryable,
    actor: string,
    command: string,
    key: string,
  ): Promise<{ digest: string; response: Omit<Receipt, 'replayed'> } | undefined> {
    const { rows } = await db.query<{ digest: string; response: Omit<Receipt, 'replayed'> }>({
      name: 'receipt',
      text: 'select digest, response from ops_receipt where actor = $1 and command = $2 and key = $3',
      values: [actor, command, key],
    });
    return rows[0];
  }
}
