/**
 * What a run carries into the next one: where its facts are, never the facts themselves. `version` lets a later shape be
 * lifted at the top of the workflow.
 */
export interface Run {
  readonly version: 1;
  readonly world: string;
  readonly id: string;
}

/** What a signal says: look again, there is a fact at or after this place in the log. Ids and codes only. */
export interface Announcement {
  readonly logIndex: number;
  /** Look whatever you have seen: somebody found you overlooked, perhaps by a fact that has no place in the log yet. */
  readonly anyway?: true | undefined;
  readonly subjectId: string;
  readonly visit?: number | undefined;
}

/** Answer of the query `lifecycle`. */
export interface Lifecycle {
  readonly step: string;
  readonly since: number | null;
  readonly waitingFor: string;
  readonly nextDate: number | null;
}
