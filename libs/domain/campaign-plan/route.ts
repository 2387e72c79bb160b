import type { Bilingual, Provenance } from './parts.js';
import type { StepActor, StepKind, StepOutcome } from './vocabulary.js';

/** A time limit with its origin; it advises unless its provenance says it is enforced. */
export interface Duration {
  readonly amount: number;
  readonly unit: 'working' | 'calendar';
  readonly provenance: Provenance;
}

/** One step of the way a nomination takes. */
export interface RouteStep {
  readonly key: string;
  readonly kind: StepKind;
  readonly actor: StepActor;
  readonly name: Bilingual;
  readonly due?: Duration | undefined;
  readonly outcomes: readonly StepOutcome[];
  readonly onlyWhen?: 'award-wants-public-opinion' | undefined;
}

export interface NominationRoutes {
  readonly default: readonly RouteStep[];
  readonly short: readonly RouteStep[];
}
