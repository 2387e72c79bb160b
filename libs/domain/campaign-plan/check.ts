import { formatVi } from '../calendar/local-date.js';
import type { DueRule } from '../deadline/due.js';
import { reminderPolicyProblem } from '../deadline/reminder-policy.js';
import type { CampaignFile } from './campaign.js';
import { asks, checkDue, checkProvenance, namesNobody } from './check-parts.js';
import { checkOrganising } from './check-organising.js';
import { checkPledges } from './check-pledges.js';
import { checkReferences } from './check-references.js';
import { checkTargets } from './check-targets.js';
import type { Obligation } from './duties.js';
import { type Finding, type FindingPath, finding } from './finding.js';
import { periodOf } from './period.js';
import { recurs, settleAnswers } from './settle-answers.js';

/**
 * Everything wrong with a campaign beyond the form of its fields: unknown names, dates outside the period, duties nobody
 * owes, dates nobody set. An error blocks import and launch; a warning is shown. Pure; the order follows the file.
 */
export function checkCampaign(file: CampaignFile): readonly Finding[] {
  const found = checkAsWritten(file);
  return [...found, ...checkAnswers(file, found)];
}

/** No choice offered may lead to a campaign with errors it does not have as written. */
function checkAnswers(file: CampaignFile, found: readonly Finding[]): readonly Finding[] {
  const known = new Set(found.map(({ code }) => code));
  return file.openQuestions.flatMap(({ id, choices }, i) =>
    choices.flatMap(({ key, sets }, n) => {
      if (sets === undefined) return [];
      const errors = checkAsWritten(settleAnswers(file, { [id]: { choice: key } }));
      const error = errors.find(({ severity, code }) => severity === 'error' && !known.has(code));
      const path = ['openQuestions', i, 'choices', n, 'sets'];
      return error === undefined
        ? []
        : [finding('CHOICE_LEADS_TO_ERROR', path, key, `${error.code} (${error.path.join('.')})`)];
    }),
  );
}

function checkAsWritten(file: CampaignFile): readonly Finding[] {
  return [
    ...checkDocuments(file),
    ...checkPhases(file),
    ...checkMeasures(file),
    ...file.obligations.flatMap((obligation, i) => checkObligation(file, obligation, ['obligations', i])),
    ...checkPledges(file),
    ...file.reviews.flatMap(({ key, window, provenance }, i) => [
      ...checkDue(file, window, ['reviews', i, 'window']),
      ...checkProvenance(provenance, ['reviews', i, 'provenance'], key),
    ]),
    ...checkRounds(file),
    ...checkPolicies(file),
    ...checkQuestions(file),
    ...checkOrganising(file),
    ...checkReferences(file),
  ];
}

function checkDocuments(file: CampaignFile): readonly Finding[] {
  const adopting = file.documents.filter((document) => document.role === 'adopts');
  const date = adopting[0]?.date?.value;
  const differs = adopting.length === 1 && date !== undefined && date !== file.adoptedOn;
  return [
    ...(adopting.length === 1 ? [] : [finding('ADOPTING_DOCUMENT_MISSING', ['documents'], String(adopting.length))]),
    ...(differs ? [finding('ADOPTION_DATE_DIFFERS', ['adoptedOn'], formatVi(file.adoptedOn), formatVi(date))] : []),
    ...file.documents.flatMap((document, i) =>
      document.cites?.includes(document.id) === true
        ? [finding('CITES_ITSELF', ['documents', i, 'cites'], document.id)]
        : [],
    ),
  ];
}

function checkPhases(file: CampaignFile): readonly Finding[] {
  const { from, to } = periodOf(file);
  const period = `${formatVi(from)} - ${formatVi(to)}`;
  const reversed = to < from ? [finding('PERIOD_REVERSED', ['period'], formatVi(to), formatVi(from))] : [];
  const phases = file.phases.flatMap((phase, i) => {
    if (phase.to < phase.from)
      return [finding('PERIOD_REVERSED', ['phases', i], formatVi(phase.to), formatVi(phase.from))];
    const outside = phase.from < from || phase.to > to;
    return outside ? [finding('PHASE_OUTSIDE_PERIOD', ['phases', i], phase.key, period)] : [];
  });
  const overlaps = file.phases.flatMap((phase, i) =>
    file.phases
      .slice(i + 1)
      .filter((later) => file.phaseOverlap === undefined && phase.from <= later.to && later.from <= phase.to)
      .map((later) => finding('PHASE_OVERLAP_UNRULED', ['phases', i], phase.key, later.key)),
  );
  return [...reversed, ...phases, ...overlaps];
}

function checkMeasures(file: CampaignFile): readonly Finding[] {
  const noCriteria =
    file.criteria.length === 0 && !asks(file, 'criteria') && file.parent?.inherits.includes('criteria') !== true;
  return [
    ...(noCriteria ? [finding('CRITERIA_MISSING', ['criteria'])] : []),
    ...checkCount(file),
    ...(file.targets.length === 0 && file.targetsNote === undefined
      ? [finding('TARGETS_UNEXPLAINED', ['targets'])]
      : []),
    ...checkTargets(file),
  ];
}

/** "9 nội dung thi đua": as many are listed, or a question asks. */
function checkCount(file: CampaignFile): readonly Finding[] {
  const { contents, contentsDeclared } = file;
  if (contentsDeclared === undefined || asks(file, 'contents')) return [];
  const numbered = contents.filter(({ number }) => number !== undefined);
  const listed = (numbered.length > 0 ? numbered : contents.filter(({ parent }) => parent === undefined)).length;
  return listed === contentsDeclared.count
    ? []
    : [finding('CONTENTS_COUNT_DIFFERS', ['contentsDeclared'], String(contentsDeclared.count), String(listed))];
}

function checkObligation(file: CampaignFile, obligation: Obligation, path: FindingPath): readonly Finding[] {
  const { key, due, mode } = obligation;
  const about = `obligation:${key}`;
  const unproved =
    due.kind === 'continuous' &&
    obligation.proof === 'yearly-report' &&
    !file.obligations.some((other) => other.fields?.some((field) => field.proves?.includes(key)));
  return [
    ...(namesNobody(obligation.who) ? [finding('WHO_EMPTY', [...path, 'who'], key)] : []),
    ...(fits(mode, due) ? [] : [finding('MODE_DUE_MISMATCH', [...path, 'due'], mode, due.kind)]),
    ...(due.kind === 'undated' && !asks(file, about)
      ? [finding('UNDATED_WITHOUT_QUESTION', [...path, 'due'], key, about)]
      : []),
    ...(unproved ? [finding('CONTINUOUS_UNPROVED', path, key)] : []),
    ...checkDue(file, due, [...path, 'due']),
    ...checkProvenance(obligation.provenance, [...path, 'provenance'], key),
  ];
}

function fits(mode: Obligation['mode'], due: DueRule): boolean {
  switch (mode) {
    case 'recurring':
      return recurs(due);
    case 'continuous':
    case 'undated':
      return due.kind === mode;
    case 'invited':
      return due.kind !== 'undated';
    case 'dated':
      return !recurs(due) && due.kind !== 'continuous' && due.kind !== 'undated';
  }
}

function checkRounds(file: CampaignFile): readonly Finding[] {
  return file.rounds.flatMap((round, i) => {
    const path = ['rounds', i];
    const about = `round:${round.key}`;
    const undated = round.opens.kind === 'undated' || round.closes.kind === 'undated';
    const needsReview = round.kind === 'mid-term' || round.kind === 'final';
    return [
      ...(round.kind !== 'prompt' && round.guidance === undefined
        ? [finding('GUIDANCE_MISSING', path, round.key)]
        : []),
      ...(needsReview && round.review === undefined ? [finding('REVIEW_MISSING', path, round.key, round.kind)] : []),
      ...(undated && !asks(file, about) ? [finding('UNDATED_WITHOUT_QUESTION', path, round.key, about)] : []),
      ...checkDue(file, round.opens, [...path, 'opens']),
      ...checkDue(file, round.closes, [...path, 'closes'], 'rounds may end after the campaign'),
      ...checkProvenance(round.dates, [...path, 'dates'], round.key),
      ...round.awards.flatMap((offer, n) => checkProvenance(offer.provenance, [...path, 'awards', n], offer.award)),
    ];
  });
}

function checkPolicies(file: CampaignFile): readonly Finding[] {
  return file.reminderPolicies.flatMap((policy, i) => {
    const problem = reminderPolicyProblem(policy);
    return problem === undefined ? [] : [finding('POLICY_INVALID', ['reminderPolicies', i], policy.id, problem)];
  });
}

function checkQuestions(file: CampaignFile): readonly Finding[] {
  return file.openQuestions.flatMap((question, i) => {
    const path = ['openQuestions', i];
    const { choices, freeText, recommended } = question;
    const unknown = recommended !== undefined && !choices.some((choice) => choice.key === recommended);
    return [
      ...(choices.length === 0 && freeText !== true ? [finding('QUESTION_WITHOUT_ANSWER', path, question.id)] : []),
      ...(unknown ? [finding('UNKNOWN_REFERENCE', [...path, 'recommended'], recommended, 'choices')] : []),
    ];
  });
}
