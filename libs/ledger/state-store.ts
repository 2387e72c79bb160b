import { LRUCache } from 'lru-cache';
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

/**
 * Reads folded states, several in one statement. Rarely changing kinds are kept in memory: the statement then only asks
 * whether their version is still the one we know.
 */
export class StateStore {
  private readonly kept = new LRUCache<string, Folded>({ max: 5_000 });

  async load(db: Queryable, refs: readonly StreamRef[], into: LoadedStates): Promise<void> {
    const unique = new Map(refs.filter((ref) => !into.has(ref)).map((ref) => [keyOf(ref), ref]));
    const wanted = [...unique.values()].sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
    if (wanted.length === 0) return;
    const values: (string | number)[] = [];
    const known = new Map(wanted.map((ref) => [keyOf(ref), this.kept.get(keyOf(ref))]));
    const parts = wanted.map((ref) => {
      const id = values.push(ref.id);
      const state = STREAMS[ref.kind].cached
        ? `case when version = $${values.push(known.get(keyOf(ref))?.version ?? 0)}::int then null else state end`
        : 'state';
      return `select '${ref.kind}' as kind, id, version, ${state} as state from ${stateTable(ref.kind)} where id = $${id}::text`;
    });
    const name = wanted.length <= 8 ? statementName(`load:${wanted.map((ref) => ref.kind).join('+')}`) : undefined;
    const { rows } = await db.query<{
      kind: StreamKind;
      id: string;
      version: number;
      state: States[StreamKind] | null;
    }>({
      ...(name === undefined ? {} : { name }),
      text: parts.join(' union all '),
      values,
    });
    for (const ref of wanted) into.set(ref, undefined);
    for (const row of rows) {
      const ref = { kind: row.kind, id: row.id };
      const folded = row.state === null ? known.get(keyOf(ref)) : { version: row.version, state: row.state };
      if (folded === undefined) throw new Error(`the state of ${keyOf(ref)} is missing`);
      if (STREAMS[row.kind].cached) this.kept.set(keyOf(ref), folded);
      into.set(ref, folded);
    }
  }
}
