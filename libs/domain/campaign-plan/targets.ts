import type { LocalDate } from '../calendar/local-date.js';
import type { Bilingual, Provenance, Statement, Who } from './parts.js';
import type { Comparison, UnitType } from './vocabulary.js';

/** `cumulative`: total since the start; `incremental`: added in the period of the point; `unset`: a person says which. */
export type TargetMode = 'cumulative' | 'incremental' | 'unset';

/** `level`: the figure itself ("xuống còn"); `change`: what is added to or taken off the baseline ("giảm đi"). */
export type TargetMeasure = 'level' | 'change' | 'unset';

/** What is wanted by one day. */
export interface TargetPoint {
  readonly due: LocalDate;
  readonly value?: number | undefined;
  /** The number as the document prints it, Vietnamese way; must read as `value` (or as `value` out of `of`). */
  readonly printed?: string | undefined;
  readonly of?: number | undefined;
  /** The percentage the document prints beside "x/y"; must agree with it. */
  readonly percent?: number | undefined;
  readonly unitId?: string | undefined;
}

/** What an indicator is measured against, counted on one day so that merging communes does not move the goal. */
export interface TargetPopulation {
  readonly what: Bilingual;
  readonly fixedOn: LocalDate;
  /** How many there were; left out while nobody has counted. */
  readonly size?: number | undefined;
  readonly unitTypes?: readonly UnitType[] | undefined;
}

export interface Target extends Statement {
  readonly unit?: string | undefined;
  /** The unit as a multiple of its base: tỷ đồng = 1 000 000 000 đồng. Results in the base or in the unit compare. */
  readonly scale?: { readonly factor: number; readonly base: string } | undefined;
  /** Per what ("trên một đơn vị diện tích"); without `unit` the document does not say and a question asks. */
  readonly per?: { readonly unit?: string | undefined; readonly text: Bilingual } | undefined;
  readonly comparison?: Comparison | undefined;
  readonly mode: TargetMode;
  readonly measures?: TargetMeasure | undefined;
  /** Where counting starts for cumulative values and for changes. */
  readonly baseline?:
    { readonly value: number; readonly on: LocalDate; readonly provenance?: Provenance | undefined } | undefined;
  /** Leeway of "about", in percent of the value. */
  readonly tolerancePercent?: number | undefined;
  readonly points: readonly TargetPoint[];
  readonly population?: TargetPopulation | undefined;
  /** Every unit meant owes the values by itself; left out = the whole of the campaign does. */
  readonly each?: Who | undefined;
  /** How results of units make the result of a cluster or of the whole. */
  readonly aggregate?: 'sum' | 'mean' | 'ratio' | 'none' | undefined;
  /** What else counts ("kể cả các cơ sở tư nhân"). */
  readonly includes?: Bilingual | undefined;
  readonly parent?: string | undefined;
  /** Cumulative target of the same thing that these yearly increments must add up to. */
  readonly sumsTo?: string | undefined;
  readonly priceBase?: string | undefined;
  readonly stretch?: boolean | undefined;
  readonly lowerIsBetter?: boolean | undefined;
  /** Document that holds the number where this one only refers to it. */
  readonly document?: string | undefined;
}

/** What an answer settles about a target. */
export interface TargetReading {
  readonly mode?: 'cumulative' | 'incremental' | undefined;
  readonly comparison?: Comparison | undefined;
  readonly measures?: 'level' | 'change' | undefined;
  readonly unit?: string | undefined;
  readonly scale?: { readonly factor: number; readonly base: string } | undefined;
  /** Unit of `per`. */
  readonly perUnit?: string | undefined;
  readonly tolerancePercent?: number | undefined;
  /** Value of every point. */
  readonly value?: number | undefined;
}
