import { LRUCache } from 'lru-cache';
import type { Have } from '../domain/core/decision.js';
import type { States, StreamKind, StreamRef } from '../domain/core/stream.js';
import { STREAMS } from '../domain/streams.js';
import { stateTable } from '../persistence/entities.js';
import type { Queryable } from '../persistence/pg.js';
import { statementName } from './statement-name.js';

export interface Folded<K extends StreamKind = StreamKind> {
  readonly version: number;
  readonly state: States[K];
}

const keyOf = (ref: StreamRef): string => `${ref.kind}:${ref.id}`;

/** States that were loaded for one decision. A stream that was looked for and is not there is known as absent. */
export class LoadedStates {
  private readonly found = new Map<string, Folded | undefined>();

  has(ref: StreamRef): boolean {
    return this.found.has(keyOf(ref));
  }
  set(ref: StreamRef, folded: Folded | undefined): void {
    this.found.set(keyOf(ref), folded);
  }
  state<K extends StreamKind>(kind: K, id: string): States[K] | undefined {
    // The key carries the kind: what is stored under it was folded by that kind's evolve.
    return this.found.get(`${kind}:${id}`)?.state as States[K] | undefined;
  }
  version(kind: StreamKind, id: string): number {
    return this.found.get(`${kind}:${id}`)?.version ?? 0;
  }
}

interface StateRow {
  readonly kind: StreamKind;
  readonly id: string;
  readonly version: number;
  readonly state: States[StreamKind];
}

interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: (string | number | string[] | number[])[];
}

/** Up to here a part for each state is the faster statement; its name tells the kinds, so it is planned once. */
const FEW = 12;

function oneByOne(wanted: readonly StreamRef[], versionOf: (ref: StreamRef) => number): Statement {
  const values: (string | number)[] = [];
  const parts = wanted.map((ref) => {
    const id = values.push(ref.id);
    const changed = STREAMS[ref.kind].cached ? ` and version <> $${values.push(versionOf(ref))}::int` : '';
    return `select '${ref.kind}' as kind, id, version, state from ${stateTable(ref.kind)} where id = $${id}::text${changed}`;
  });
  const name = statementName(`load:${wanted.map((ref) => ref.kind).join('+')}`);
  return { name, text: parts.join(' union all '), values };
}

/** A part for each kind: a page that speaks of fifty units must not be planned anew each time. */
function kindByKind(wanted: readonly StreamRef[], versionOf: (ref: StreamRef) => number): Statement {
  const values: (string[] | number[])[] = [];
  const kinds = [...new Set(wanted.map((ref) => ref.kind))];
  const parts = kinds.map((kind) => {
    const refs = wanted.filter((ref) => ref.kind === kind);
    const ids = values.push(refs.map((ref) => ref.id));
    const versions = values.push(refs.map((ref) => (STREAMS[kind].cached ? versionOf(ref) : 0)));
    return (
      `select '${kind}' as kind, t.id, t.version, t.state from unnest($${ids}::text[], $${versions}::int[]) as k(id, version)` +
      ` join ${stateTable(kind)} t on t.id = k.id and t.version <> k.version`
    );
  });
  return { name: statementName(`load-many:${kinds.join('+')}`), text: parts.join(' union all '), values };
}

/**
 * Reads folded states, several in one statement. Rarely changing kinds are kept in memory: the statement then sends only
 * those whose version is no longer the one we know. A stream never goes away, so silence means unchanged.
 */
export class StateStore {
  private readonly kept = new LRUCache<string, Folded>({ max: 5_000 });
  /** What this process last wrote of kinds that change with every act. Perhaps outdated: good for a guess only. */
  private readonly written = new LRUCache<string, States[StreamKind]>({ max: 500 });

  /** A state as this process has just written it. */
  wrote(ref: StreamRef, state: States[StreamKind]): void {
    if (!STREAMS[ref.kind].cached) this.written.set(keyOf(ref), state);
  }

  /**
   * The streams a command will most likely read, going by what this process remembers: a dossier names its campaign,
   * round and unit, and all of them can be loaded with it in one statement. A wrong guess costs a statement, never more:
   * what is judged is what was loaded.
   */
  foresee(needs: (have: Have) => readonly StreamRef[]): readonly StreamRef[] {
    const state = <K extends StreamKind>(kind: K, id: string): States[K] | undefined =>
      (this.kept.get(`${kind}:${id}`)?.state ?? this.written.get(`${kind}:${id}`)) as States[K] | undefined;
    const have: Have = { state, version: (kind, id) => (state(kind, id) === undefined ? 0 : 1), answer: () => [] };
    const refs = new Map<string, StreamRef>();
    for (let wanted = needs(have); wanted.length > 0; wanted = needs(have).filter((ref) => !refs.has(keyOf(ref))))
      for (const ref of wanted) refs.set(keyOf(ref), ref);
    return [...refs.values()];
  }

  async load(db: Queryable, refs: readonly StreamRef[], into: LoadedStates): Promise<void> {
    const unique = new Map(refs.filter((ref) => !into.has(ref)).map((ref) => [keyOf(ref), ref]));
    const wanted = [...unique.values()].sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
    if (wanted.length === 0) return;
    const known = new Map(wanted.map((ref) => [keyOf(ref), this.kept.get(keyOf(ref))]));
    const versionOf = (ref: StreamRef): number => known.get(keyOf(ref))?.version ?? 0;
    const { rows } = await db.query<StateRow>(
      wanted.length <= FEW ? oneByOne(wanted, versionOf) : kindByKind(wanted, versionOf),
    );
    for (const ref of wanted) into.set(ref, known.get(keyOf(ref)));
    for (const { kind, id, version, state } of rows) {
      const ref = { kind, id };
      if (STREAMS[kind].cached) this.kept.set(keyOf(ref), { version, state });
      into.set(ref, { version, state });
    }
  }
}
