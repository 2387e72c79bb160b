import type { Fact, NewEvent, RowChange, StreamKind, StreamRef, States } from '../domain/core/stream.js';
import type { NewNotice } from '../domain/core/decision.js';
import { STREAMS } from '../domain/streams.js';
import { wakes, type Wake } from '../domain/wakes.js';
import type { Queryable } from '../persistence/pg.js';
import { payloadDigest } from './canonical.js';
import { deleteOf, RowBook, upsertOf, type RowsOf } from './row-book.js';
import { NOBODY, sealAll, sealSubjects, type SealKey } from './sealing.js';
import { statementName } from './statement-name.js';
import type { LoadedStates } from './state-store.js';

/** Who, when and why: the part of the envelope all facts of one command share. */
export interface Envelope {
  readonly actor: string;
  readonly capacity: string | null;
  readonly onBehalfOf: string | null;
  readonly businessAt: number;
  readonly documentDate: string | null;
  readonly command: string;
  readonly cause: string | null;
}

export interface ReceiptRow {
  readonly actor: string;
  readonly command: string;
  readonly key: string;
  readonly digest: string;
  readonly response: unknown;
}

/** Everything one accepted command writes. */
export interface Append {
  readonly events: readonly Readonly<Record<string, unknown>>[];
  readonly rows: RowsOf;
  /** Keys of derived rows that go. */
  readonly gone: RowsOf;
  readonly outbox: readonly Readonly<Record<string, unknown>>[];
  readonly notices: readonly Readonly<Record<string, unknown>>[];
  readonly streams: readonly Written[];
}

interface Written {
  readonly ref: StreamRef;
  readonly version: number;
  readonly state: States[StreamKind];
}

/** Folds one fact of a stream. The definition and the state belong to one kind; the type system cannot follow that. */
export function fold(
  kind: StreamKind,
  id: string,
  version: number,
  before: States[StreamKind] | undefined,
  fact: Fact,
): {
  after: States[StreamKind];
  rows: readonly RowChange[];
} {
  const definition = STREAMS[kind] as unknown as {
    evolve: (state: unknown, fact: Fact) => States[StreamKind];
    rows: (change: unknown) => readonly RowChange[];
  };
  const after = definition.evolve(before, fact);
  return { after, rows: definition.rows({ id, version, before, after, fact }) };
}

const outboxRow = (stream: StreamRef, version: number, wake: Wake) => ({
  stream: stream.kind,
  stream_id: stream.id,
  version,
  workflow: wake.workflow,
  subject_id: wake.id,
  signal: wake.signal,
  visit: wake.visit ?? null,
});

/** Turns decided events into rows: sealed payloads, digests, versions, derived rows, wake-ups, notices. */
export function prepare(
  events: readonly NewEvent[],
  notices: readonly NewNotice[],
  states: LoadedStates,
  keys: ReadonlyMap<string, SealKey>,
  envelope: Envelope,
): Append {
  const current = new Map<string, Written>();
  const book = new RowBook();
  const outbox = new Map<string, ReturnType<typeof outboxRow>>();
  const written: Readonly<Record<string, unknown>>[] = [];
  const businessAt = new Date(envelope.businessAt).toISOString();
  for (const event of events) {
    const { kind, id } = event.stream;
    const key = `${kind}:${id}`;
    const at = current.get(key) ?? { version: states.version(kind, id), state: states.state(kind, id) };
    const version = at.version + 1;
    const payload = sealAll(event.payload, keys) as Readonly<Record<string, unknown>>;
    const sealSubject = [...sealSubjects(event.payload)][0] ?? NOBODY;
    const salt = keys.get(sealSubject)?.salt;
    if (salt === undefined) throw new Error(`no salt for ${sealSubject}`);
    const fact: Fact = {
      type: event.type,
      payload,
      at: envelope.businessAt,
      actor: envelope.actor,
      ...(envelope.onBehalfOf === null ? {} : { onBehalfOf: envelope.onBehalfOf }),
    };
    const { after, rows } = fold(kind, id, version, at.state, fact);
    for (const row of rows) book.put(row);
    for (const wake of wakes(event, after))
      outbox.set(`${wake.workflow}:${wake.id}`, outboxRow(event.stream, version, wake));
    current.set(key, { ref: event.stream, version, state: after });
    written.push({
      stream: kind,
      stream_id: id,
      version,
      type: event.type,
      actor: envelope.actor,
      capacity: envelope.capacity,
      on_behalf_of: envelope.onBehalfOf,
      business_at: businessAt,
      document_date: envelope.documentDate,
      command: envelope.command,
      cause: envelope.cause,
      payload,
      seal_subject: sealSubject,
      digest: payloadDigest(salt, payload).toString('hex'),
    });
  }
  return {
    events: written,
    rows: book.rows(),
    gone: book.gone(),
    outbox: [...outbox.values()],
    notices: notices.map((n) => ({
      subject: `${n.subject.kind}:${n.subject.id}`,
      step: n.step,
      recipient: n.recipient,
      channel: n.channel,
      template: n.template,
      params: n.params,
      business_at: businessAt,
    })),
    streams: [...current.values()],
  };
}

const EVENT_COLUMNS =
  'stream text, stream_id text, version int, type text, actor text, capacity text, on_behalf_of text, business_at timestamptz, document_date date, command text, cause text, payload jsonb, seal_subject text, digest text';
const EVENT_NAMES = EVENT_COLUMNS.split(', ').map((column) => column.split(' ')[0] ?? '');
const selected = EVENT_NAMES.map((name) => (name === 'digest' ? "decode(digest, 'hex')" : name)).join(', ');

/**
 * Writes everything in one statement: it is there whole or not at all, and costs one round trip. The text depends only
 * on which tables are touched, so it is planned once per connection.
 */
export async function write(
  db: Queryable,
  append: Append,
  fresh: readonly SealKey[],
  receipt: ReceiptRow | undefined,
  erased: readonly string[] = [],
): Promise<void> {
  const values: unknown[] = [JSON.stringify(append.events)];
  const shape: string[] = [];
  const parts = [
    `ev as (insert into ledger_event (${EVENT_NAMES.join(', ')}) select ${selected} from jsonb_to_recordset($1::jsonb) as x(${EVENT_COLUMNS}) returning event_id, stream, stream_id, version)`,
  ];
  for (const [table, rows] of append.rows) {
    parts.push(`${table}_w as (${upsertOf(table, values.push(JSON.stringify(rows)))})`);
    shape.push(table);
  }
  for (const [table, keys] of append.gone) {
    parts.push(`${table}_d as (${deleteOf(table, values.push(JSON.stringify(keys)))})`);
    shape.push(`-${table}`);
  }
  if (append.outbox.length > 0) {
    parts.push(
      `ob as (insert into ops_outbox (event_id, workflow, subject_id, signal, visit) select ev.event_id, x.workflow, x.subject_id, x.signal, x.visit` +
        ` from jsonb_to_recordset($${values.push(JSON.stringify(append.outbox))}::jsonb) as x(stream text, stream_id text, version int, workflow text, subject_id text, signal text, visit int)` +
        ` join ev on ev.stream = x.stream and ev.stream_id = x.stream_id and ev.version = x.version)`,
    );
    shape.push('outbox');
  }
  if (append.notices.length > 0) {
    parts.push(
      `nt as (insert into ops_notice (subject, step, recipient, channel, template, params, business_at) select * from jsonb_to_recordset($${values.push(JSON.stringify(append.notices))}::jsonb)` +
        ` as x(subject text, step text, recipient text, channel text, template text, params jsonb, business_at timestamptz) on conflict on constraint ops_notice_once do nothing)`,
    );
    shape.push('notice');
  }
  if (fresh.length > 0) {
    const rows = fresh.map((key) => ({
      subject: key.subject,
      key: key.key.toString('hex'),
      salt: key.salt.toString('hex'),
    }));
    parts.push(
      `sk as (insert into seal_key (subject, key, salt) select subject, decode(key, 'hex'), decode(salt, 'hex') from jsonb_to_recordset($${values.push(JSON.stringify(rows))}::jsonb) as x(subject text, key text, salt text))`,
    );
    shape.push('seal');
  }
  if (erased.length > 0) {
    const subjects = `$${values.push(erased)}::text[]`;
    parts.push(`sd as (delete from seal_key where subject = any(${subjects}))`);
    parts.push(`er as (insert into ops_erased (subject) select unnest(${subjects}) on conflict do nothing)`);
    shape.push('erase');
  }
  if (receipt !== undefined) {
    const at = [receipt.actor, receipt.command, receipt.key, receipt.digest, JSON.stringify(receipt.response)].map(
      (v) => `$${values.push(v)}`,
    );
    parts.push(`rc as (insert into ops_receipt (actor, command, key, digest, response) values (${at.join(', ')}))`);
    shape.push('receipt');
  }
  await db.query({
    name: statementName(`append:${shape.join('+')}`),
    text: `with ${parts.join(', ')} select 1`,
    values,
  });
}
