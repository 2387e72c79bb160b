import type { LocalDate } from '../calendar/local-date.js';
import type { Role } from '../access/actor.js';
import type { Bilingual, Traced } from './parts.js';
import type { Confidence, SuccessionKind, UnitType } from './vocabulary.js';

/** From `validFrom` up to and including `validTo`; open when left out. */
export interface Effective {
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate | undefined;
}

/** One unit. Names stay as they were: a document of 2024 prints the unit of 2024. */
export interface OrganisationUnit extends Effective, Traced {
  readonly id: string;
  readonly type: UnitType;
  readonly name: Bilingual;
  readonly shortName?: string | undefined;
  /** Administrative parent. */
  readonly parent?: string | undefined;
  /** Professional parent of a central body in the province: awards from above go this way. */
  readonly verticalParent?: string | undefined;
  /** Outside the province's own tree: named only as a parent or as a successor. */
  readonly external?: boolean | undefined;
  readonly confidence: Confidence;
  readonly invented?: boolean | undefined;
  readonly note?: string | undefined;
}

/** What became of a unit. Planned ones (`confidence` not V) wait for a named person. */
export interface UnitSuccession {
  readonly from: string;
  readonly to: string;
  readonly kind: SuccessionKind;
  readonly on: LocalDate;
  readonly confidence: Confidence;
  readonly source: string;
}

/** Cụm or khối thi đua: who belongs and who leads changes by year. */
export interface OrganisationCluster {
  readonly id: string;
  readonly kind: 'cluster' | 'block';
  readonly name: Bilingual;
  readonly invented?: boolean | undefined;
  readonly years: readonly {
    readonly year: number;
    readonly leader: string;
    readonly deputy?: string | undefined;
    readonly members: readonly string[];
  }[];
}

export interface OrganisationPerson {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  /** True for every person of a rehearsal file: nobody real stands in it. */
  readonly invented: boolean;
}

/** A person holds a role at a unit for a time. */
export interface OrganisationPosition extends Effective {
  readonly person: string;
  readonly unit: string;
  readonly role: Role;
  readonly title: string;
}

export interface CouncilMember {
  readonly person: string;
  readonly function: 'chair' | 'standing-vice-chair' | 'vice-chair' | 'member' | 'secretary';
  readonly votes: boolean;
}

/** Hội đồng Thi đua - Khen thưởng with its terms. */
export interface OrganisationCouncil extends Traced {
  readonly id: string;
  readonly unit: string;
  readonly name: Bilingual;
  readonly standingBody: string;
  readonly terms: readonly {
    readonly from: LocalDate;
    readonly to?: LocalDate | undefined;
    readonly decision?: string | undefined;
    readonly members: readonly CouncilMember[];
  }[];
}

/** The organisation a campaign runs in, as a whole and over time. */
export interface OrganisationFile {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly name: Bilingual;
  readonly root: string;
  readonly notes?: readonly string[] | undefined;
  readonly units: readonly OrganisationUnit[];
  readonly successions: readonly UnitSuccession[];
  readonly clusters: readonly OrganisationCluster[];
  readonly people: readonly OrganisationPerson[];
  readonly positions: readonly OrganisationPosition[];
  readonly councils: readonly OrganisationCouncil[];
}

/** Did this hold on the day? Both ends count. ISO dates sort as they read. */
export const validOn = (thing: Effective, day: LocalDate): boolean =>
  thing.validFrom <= day && (thing.validTo === undefined || day <= thing.validTo);
