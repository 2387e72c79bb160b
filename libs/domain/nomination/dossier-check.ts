import type { ActivityState } from '../activity/activity.stream.js';
import type { CampaignFile, Criterion } from '../campaign-plan/campaign.js';
import { groupOf, isBinding, type SubjectGroup } from '../campaign-plan/subjects.js';
import type { Comparison, UnitType } from '../campaign-plan/vocabulary.js';
import { refuse, type Decision } from '../core/decision.js';
import type { Sealed } from '../core/sealed.js';
import type { NominationDocument, NominationSubject } from './nomination.stream.js';

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
  const lacking = group.documents.filter(({ key }) => !kinds.has(key));
  return {
    group,
    criteria: group.criteria.flatMap((key) => {
      const criterion = file.criteria.find((one) => one.key === key);
      return criterion === undefined
        ? []
        : [{ key, kind: criterion.kind, anyOf: criterion.anyOf, standing: standingOf(criterion, parts) }];
    }),
    missing: lacking.filter(({ provenance }) => isBinding(provenance)).map(({ key }) => key),
    advised: lacking.filter(({ provenance }) => !isBinding(provenance)).map(({ key }) => key),
  };
}

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

function standingOf(criterion: Criterion, parts: DossierParts): CriterionStanding {
  if (criterion.kind !== 'gate') return 'judged-later';
  const answer = parts.answers.find((one) => one.criterion === criterion.key);
  if (answer === undefined) return 'unanswered';
  if (!answer.met) return 'not-met';
  const checks = [
    byLevel(criterion, answer),
    byFigure(criterion, answer),
    byContribution(criterion, answer, parts),
    byPaper(criterion, answer, parts),
  ];
  return checks.includes('unanswered') ? 'unanswered' : checks.includes('not-met') ? 'not-met' : 'met';
}

function byLevel({ levels, leastLevel }: Criterion, { level }: CriterionAnswer): CriterionStanding {
  if (levels === undefined || leastLevel === undefined) return 'met';
  if (level === undefined) return 'unanswered';
  const rank = (key: string): number => levels.findIndex((one) => one.key === key);
  return rank(level) >= rank(leastLevel) ? 'met' : 'not-met';
}

function byFigure({ threshold, count }: Criterion, answer: CriterionAnswer): CriterionStanding {
  if (threshold !== undefined) {
    if (answer.value === undefined) return 'unanswered';
    if (!reaches(answer.value, threshold.comparison, threshold.value)) return 'not-met';
  }
  // How many is enough is asked about while the guidance has not said it: then it does not refuse.
  if (count?.least === undefined) return 'met';
  if (answer.count === undefined) return 'unanswered';
  return answer.count >= count.least ? 'met' : 'not-met';
}

function reaches(value: number, comparison: Comparison, wanted: number): boolean {
  switch (comparison) {
    case 'at-least':
    case 'about':
      return value >= wanted;
    case 'at-most':
      return value <= wanted;
    case 'more-than':
      return value > wanted;
    case 'less-than':
      return value < wanted;
    case 'equal':
      return value === wanted;
    case 'zero':
      return value === 0;
  }
}

/** A contribution counts when it was recorded, by the subject, of a kind the criterion takes, and confirmed where asked. */
function byContribution({ contributions }: Criterion, answer: CriterionAnswer, parts: DossierParts): CriterionStanding {
  if (contributions === undefined) return 'met';
  const named = answer.contributions ?? [];
  if (named.length === 0) return 'unanswered';
  const counts = (id: string): boolean => {
    const activity = parts.activityOf(id);
    const given = activity?.contribution;
    return (
      given !== undefined &&
      contributions.kinds.includes(given.kind) &&
      given.source.id === parts.subject.id &&
      (activity?.status === 'confirmed' ||
        (!contributions.confirmed && activity?.status !== 'refused' && activity?.status !== 'withdrawn'))
    );
  };
  return named.some(counts) ? 'met' : 'not-met';
}

/** Where only a document proves it, the dossier must hold one. */
function byPaper({ evidence }: Criterion, answer: CriterionAnswer, { documents }: DossierParts): CriterionStanding {
  const isOnlyPaper = evidence.length > 0 && evidence.every((kind) => kind === 'document');
  if (!isOnlyPaper) return 'met';
  const held = new Set(documents.map(({ reference }) => reference));
  return (answer.evidence ?? []).some((reference) => held.has(reference)) ? 'met' : 'unanswered';
}
