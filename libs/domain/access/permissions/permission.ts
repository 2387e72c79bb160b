import type { Role } from '../actor.js';

/** A right: which roles have it, and where the role must be held. */
export interface Permission {
  readonly roles: readonly Role[];
  /** At which unit the role must be held. `anywhere` is meant for reading. */
  readonly at: 'issuer' | 'lead' | 'own' | 'standing-body' | 'decider' | 'queue' | 'concerned' | 'anywhere';
  readonly engine?: true;
  readonly operator?: true;
  readonly vi: string;
  readonly en: string;
}

export type Permissions = Readonly<Record<string, Permission>>;
