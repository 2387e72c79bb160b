import type { World } from '../../../libs/ledger/worlds.js';

/** What binds a decision to the log: its leaf, and the first signed state of the log that holds it. */
export interface DecisionProof {
  readonly logIndex: number;
  /** SHA-256 of the leaf (RFC 9162), hex. */
  readonly digest: string;
  /** Null for the moment between the decision and the signature. */
  readonly checkpoint: {
    readonly size: number;
    readonly root: string;
    readonly at: string;
    readonly witnesses: number;
  } | null;
}

interface Row {
  readonly stream_id: string;
  readonly log_index: number;
  readonly digest: string;
  readonly size: number | null;
  readonly root: string | null;
  readonly at: Date | null;
  readonly witnesses: number;
}

/** Proofs of decisions by id; one that is not in the tree yet is missing. */
export async function decisionProofs(
  world: World,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DecisionProof>> {
  if (ids.length === 0) return new Map();
  const { rows } = await world.pool.query<Row>({
    name: 'decision-proofs',
    text: `select e.stream_id, l.log_index, encode(f.hash, 'hex') as digest, c.size, encode(c.root, 'hex') as root, c.at,
        (select count(*) from ledger_cosignature w where w.size = c.size) as witnesses
      from ledger_event e join ledger_log l on l.event_id = e.event_id join ledger_leaf f on f.log_index = l.log_index
      left join lateral (select size, root, at from ledger_checkpoint where size >= l.log_index order by size limit 1) c on true
      where e.stream = 'decision' and e.stream_id = any($1::text[]) and e.version = 1`,
    values: [ids],
  });
  return new Map(
    rows.map(({ stream_id, log_index, digest, size, root, at, witnesses }) => [
      stream_id,
      {
        logIndex: log_index,
        digest,
        checkpoint:
          size === null || root === null || at === null ? null : { size, root, at: at.toISOString(), witnesses },
      },
    ]),
  );
}
