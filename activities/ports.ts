import type { CommandName, Commands } from '../libs/domain/commands.js';
import type { Organisation } from '../libs/domain/engine/campaign-duties.js';
import type { Queryable } from '../libs/persistence/pg.js';

/** What the activities need of a world; the ledger's own `World` fits as it is. */
export interface EngineWorld {
  readonly name: string;
  readonly kind: 'official' | 'rehearsal';
  readonly pool: Queryable;
  readonly ledger: { execute<N extends CommandName>(request: EngineRequest<N>): Promise<EngineOutcome> };
  readonly reader: { organisation(): Promise<Organisation> };
  now(): Promise<number>;
}

export interface EngineRequest<N extends CommandName> {
  readonly actor: { readonly kind: 'engine' };
  readonly name: N;
  readonly input: Commands[N];
  readonly key: string;
}

export type EngineOutcome = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly code: string } };

export interface EngineWorlds {
  open(name: string): Promise<EngineWorld | undefined>;
  /** Told of the failure itself, which stays with the worker; histories get a code. */
  report?(error: unknown): void;
  /** Looks over a world's log; codes of what does not hold, and whose task that becomes. */
  watch?(name: string): Promise<{ readonly failed: readonly string[]; readonly queue: string | undefined }>;
}

export interface Subject {
  readonly world: string;
  readonly id: string;
}
