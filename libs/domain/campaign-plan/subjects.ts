import type { Bilingual, Provenance, Statement, Traced } from './parts.js';
import { GENERAL_KIND, type SubjectKind, type UnitType } from './vocabulary.js';

/** A paper of the dossier. It refuses a submission only where the document of the campaign itself asks for it. */
export interface RequiredDocument extends Traced {
  /** The kind under which the paper stands in the dossier, for example `bao-cao-thanh-tich`. */
  readonly key: string;
  readonly name: Bilingual;
  readonly provenance?: Provenance | undefined;
}

/** Nominees that are judged by the same criteria and hand in the same papers. */
export interface SubjectGroup extends Statement {
  readonly subjectKinds: readonly SubjectKind[];
  /** Types of units whose collectives belong here; they go before the kind of the subject. */
  readonly unitTypes?: readonly UnitType[] | undefined;
  /** Keys of `criteria`, in the order in which they are judged. */
  readonly criteria: readonly string[];
  readonly documents: readonly RequiredDocument[];
}

/** Who is nominated, as far as the choice of a group goes. */
export interface SubjectOfGroup {
  readonly kind: SubjectKind;
  /** Type of the unit that is nominated itself, where it is one. */
  readonly unitType?: UnitType | undefined;
}

/**
 * The one group a subject belongs to: by the type of the nominated unit where a group names it, else by its kind, else
 * by the more general kind. Undefined where no group fits. Pure.
 */
export function groupOf(
  groups: readonly SubjectGroup[] | undefined,
  { kind, unitType }: SubjectOfGroup,
): SubjectGroup | undefined {
  const general = GENERAL_KIND[kind];
  const byKind = (wanted: SubjectKind | undefined): SubjectGroup | undefined =>
    wanted === undefined ? undefined : groups?.find(({ subjectKinds }) => subjectKinds.includes(wanted));
  const byType = groups?.find(({ unitTypes }) => unitType !== undefined && unitTypes?.includes(unitType) === true);
  return byType ?? byKind(kind) ?? byKind(general);
}

/** An award offered to a kind is offered to its special cases too. */
export const isOfferedTo = (offered: readonly SubjectKind[], kind: SubjectKind): boolean => {
  const general = GENERAL_KIND[kind];
  return offered.includes(kind) || (general !== undefined && offered.includes(general));
};

/** May it refuse? What stands in the campaign's own document may; anything else only when marked as enforced. */
export const isBinding = (provenance: Provenance | undefined): boolean =>
  provenance === undefined || provenance.enforced === true || provenance.basis === 'document';
