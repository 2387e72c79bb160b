import type { ActivityState } from '../activity/activity.stream.js';
import type { CampaignFile, Criterion } from '../campaign-plan/campaign.js';
import type { LocalDate } from '../calendar/local-date.js';
import { groupOf, isBinding, type SubjectGroup } from '../campaign-plan/subjects.js';
import type { UnitType } from '../campaign-plan/vocabulary.js';
import { refuse, type Decision } from '../core/decision.js';
import type { Sealed } from '../core/sealed.js';
import {
  criteriaVocabulary,
  criterionCheck,
  criterionFact,
  judgeByCriteria,
  type CriterionPart,
} from '../rules/campaign-criteria.js';
import { evaluateExpression } from '../rules/evaluate-expression.js';
import type { EligibilityFacts, FactValue } from '../rules/facts.js';
import type { Truth } from '../rules/truth.js';
import type { Verdict } from '../rules/verdict.js';
import type { NominationDocument, NominationSubject } from './nomination-state.js';

/** What the nominating unit says about one criterion. */
export interface CriterionAnswer {
  readonly criterion: string;
  readonly met: boolean;
  /** Level reached, where the criterion has levels. */
  readonly level?: string | undefined;
  /** Figure reached, where it has a threshold; and how many reach it, where it counts. */
  readonly value?: number | undefined;
  readonly count?: number | undefined;
  /** Activities that record a contribution. */
  readonly contributions?: readonly string[] | undefined;
  /** References of papers of the dossier. */
  readonly evidence?: readonly string[] | undefined;
  readonly note?: Sealed | undefined;
}

/** A dossier as far as its papers and criteria go. */
export interface DossierParts {
  readonly subject: Pick<NominationSubject, 'kind' | 'id'>;
  /** Type of the nominated unit, where a unit is nominated itself. */
  readonly unitType?: UnitType | undefined;
  readonly documents: readonly NominationDocument[];
  readonly answers: readonly CriterionAnswer[];
  /** The activities its answers name, by id. */
  readonly activityOf: (id: string) => ActivityState | undefined;
}

export type CriterionStanding = 'met' | 'not-met' | 'unanswered' | 'judged-later';

export interface DossierFindings {
  readonly group: SubjectGroup;
  readonly criteria: readonly {
    readonly key: string;
    readonly kind: Criterion['kind'];
    readonly anyOf?: string | undefined;
    readonly standing: CriterionStanding;
  }[];
  /** Papers the dossier lacks: those that refuse it, and those that are only advised. */
  readonly missing: readonly string[];
  readonly advised: readonly string[];
}

/**
 * How a dossier stands against the criteria set and the papers of its group. Undefined where the campaign has no groups;
 * 'no-group' where none of them takes this subject. What only the appraisal can judge is left to it. Pure.
 */
export function dossierFindings(file: CampaignFile, parts: DossierParts): DossierFindings | 'no-group' | undefined {
  if (file.subjectGroups === undefined || file.subjectGroups.length === 0) return undefined;
  const group = groupOf(file.subjectGroups, { kind: parts.subject.kind, unitType: parts.unitType });
  if (group === undefined) return 'no-group';
  const kinds = new Set(parts.documents.map(({ kind }) => kind));
  const facts = criteriaFacts(file, parts);
  const known = new Map(criteriaVocabulary(file).map((fact) => [fact.name, fact]));
  const standingOf = (criterion: Criterion): CriterionStanding =>
    criterion.kind === 'gate'
      ? STANDING[evaluateExpression(criterionCheck(criterion), facts, known).truth]
      : 'judged-later';
  const lacking = group.documents.filter(({ key }) => !kinds.has(key));
  return {
    group,
    criteria: group.criteria.flatMap((key) => {
      const criterion = file.criteria.find((one) => one.key === key);
      return criterion === undefined
        ? []
        : [{ key, kind: criterion.kind, anyOf: criterion.anyOf, standing: standingOf(criterion) }];
    }),
    missing: lacking.filter(({ provenance }) => isBinding(provenance)).map(({ key }) => key),
    advised: lacking.filter(({ provenance }) => !isBinding(provenance)).map(({ key }) => key),
  };
}

const criteriaFacts = (file: CampaignFile, parts: DossierParts): EligibilityFacts => ({
  subject: { kind: parts.subject.kind, id: parts.subject.id },
  year: file.period.toYear,
  kind: file.kind === 'thematic' ? 'CHUYEN_DE' : 'CONG_TRANG',
  values: criteriaValues(file, parts),
});

/**
 * The verdict of the campaign's own criteria on a dossier, beside the law's: every criterion that was tried, with the
 * document and its section. Undefined where no group takes the subject, or the campaign has no criteria. Pure.
 */
export function criteriaVerdict(
  file: CampaignFile,
  parts: DossierParts,
  award: string,
  on: LocalDate,
): Verdict | undefined {
  const groups = file.subjectGroups ?? [];
  const group = groupOf(groups, { kind: parts.subject.kind, unitType: parts.unitType });
  if (groups.length > 0 && group === undefined) return undefined;
  return judgeByCriteria(file, group, { award, on, facts: criteriaFacts(file, parts) });
}

/** What a fact keeps of that verdict: its answers stand in the dossier, its wording in the campaign's document. */
export type CriteriaSummary = ReturnType<typeof criteriaSummary>;
export const criteriaSummary = ({ outcome, pack, rules }: Verdict) => ({
  outcome,
  document: pack.version,
  criteria: rules.map(({ key, status, would }) => ({ key, status, ...(would === undefined ? {} : { would }) })),
});

/** Refuses a dossier that lacks papers of its group, or does not meet a gate of it; the first of each, in that order. */
export function refuseDossier(file: CampaignFile, parts: DossierParts): Decision | undefined {
  const found = dossierFindings(file, parts);
  if (found === undefined) return undefined;
  if (found === 'no-group')
    return refuse('SUBJECT_WITHOUT_GROUP', { field: 'subject.kind', params: { subject: parts.subject.kind } });
  const { group, missing } = found;
  if (missing.length > 0)
    return refuse('DOSSIER_INCOMPLETE', {
      field: 'documents',
      params: { group: group.key, papers: missing.join(', ') },
    });
  const unmet = (standing: CriterionStanding): string => openGates(found, standing).join(', ');
  const unanswered = unmet('unanswered');
  if (unanswered !== '')
    return refuse('CRITERIA_UNANSWERED', { field: 'answers', params: { group: group.key, criteria: unanswered } });
  const failed = unmet('not-met');
  return failed === ''
    ? undefined
    : refuse('CRITERIA_NOT_MET', { field: 'answers', params: { group: group.key, criteria: failed } });
}

/** Gates that stand so; alternatives count together, and not at all once one of them is met. */
function openGates({ criteria }: DossierFindings, standing: CriterionStanding): readonly string[] {
  const gates = criteria.filter(({ kind }) => kind === 'gate');
  const isSettled = (anyOf: string | undefined): boolean =>
    anyOf !== undefined && gates.some((gate) => gate.anyOf === anyOf && passes(gate.standing));
  // An alternative nobody spoke of is no gap while another one was answered: that one is what failed.
  const isSpared = (anyOf: string | undefined): boolean =>
    standing === 'unanswered' &&
    anyOf !== undefined &&
    gates.some((gate) => gate.anyOf === anyOf && gate.standing !== 'unanswered');
  return gates
    .filter((gate) => gate.standing === standing && !isSettled(gate.anyOf) && !isSpared(gate.anyOf))
    .map(({ key }) => key);
}

const passes = (standing: CriterionStanding): boolean => standing === 'met' || standing === 'judged-later';

const STANDING = { yes: 'met', no: 'not-met', unknown: 'unanswered' } as const satisfies Record<
  Truth,
  CriterionStanding
>;

/**
 * What the dossier says to the criteria, in the names of libs/domain/rules/campaign-criteria. What the unit has not said is
 * left out, so that it is unknown and asked for, never taken for a no.
 */
export function criteriaValues(file: CampaignFile, parts: DossierParts): EligibilityFacts['values'] {
  const held = new Set(parts.documents.map(({ reference }) => reference));
  const said = parts.answers.flatMap((answer): readonly (readonly [CriterionPart, string, FactValue | undefined])[] => {
    const criterion = file.criteria.find(({ key }) => key === answer.criterion);
    if (criterion === undefined) return [];
    const proven = (answer.evidence ?? []).some((reference) => held.has(reference));
    return [
      ['met', answer.criterion, answer.met],
      ['level', answer.criterion, answer.level],
      ['value', answer.criterion, answer.value],
      ['count', answer.criterion, answer.count],
      ['contribution', answer.criterion, contributed(criterion, answer, parts)],
      ['paper', answer.criterion, proven ? true : undefined],
    ];
  });
  return Object.fromEntries(
    said.flatMap(([part, key, value]) => (value === undefined ? [] : [[criterionFact(key, part), value]])),
  );
}

/** A contribution counts when it was recorded, by the subject, of a kind the criterion takes, and confirmed where asked. */
function contributed({ contributions }: Criterion, answer: CriterionAnswer, parts: DossierParts): boolean | undefined {
  const named = answer.contributions ?? [];
  if (contributions === undefined || named.length === 0) return undefined;
  return named.some((id) => {
    const activity = parts.activityOf(id);
    const given = activity?.contribution;
    return (
      given !== undefined &&
      contributions.kinds.includes(given.kind) &&
      given.source.id === parts.subject.id &&
      (activity?.status === 'confirmed' ||
        (!contributions.confirmed && activity?.status !== 'refused' && activity?.status !== 'withdrawn'))
    );
  });
}
