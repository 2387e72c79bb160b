/**
 * What a run carries into the next one: where its facts are, never the facts themselves. `version` is its shape, fixed when
 * it starts: a patch would cost every run of a new shape a marker and a write of search attributes. So api and worker are of
 * one release; a worker of an older one has to be ended before the api names a newer shape.
 *
 * 1: looks again at the start of every stretch and after every act. 2: carries the view on, and takes the one an act brings.
 */
export interface Run {
  readonly version: 1 | 2;
  readonly world: string;
  readonly id: string;
}

/** The run that follows another takes on the shape of today. */
export const following = <R extends Run>(run: R): R => ({ ...run, version: 2 });

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
