import { formatVi } from '../calendar/local-date.js';
import { type DueRule, dueRuleProblem, occurrences } from '../deadline/due.js';
import type { CampaignFile } from './campaign.js';
import { type Finding, type FindingPath, finding } from './finding.js';
import type { Provenance, Who } from './parts.js';
import { periodOf } from './period.js';

/** Checks shared by the parts of a campaign file. */

/** A date must be possible, not after the campaign, and one before adoption is pointed out. */
export function checkDue(
  file: CampaignFile,
  due: DueRule,
  path: FindingPath,
  mayEndLater?: string,
): readonly Finding[] {
  const problem = dueRuleProblem(due);
  if (problem !== undefined) return [finding('DUE_RULE_INVALID', path, problem)];
  const days = occurrences(due).map((occurrence) => occurrence.due.lastDay);
  const end = periodOf(file).to;
  const late = mayEndLater === undefined ? days.find((day) => day > end) : undefined;
  const early = days.find((day) => day < file.adoptedOn);
  return [
    ...(late === undefined ? [] : [finding('DUE_OUTSIDE_PERIOD', path, formatVi(late), formatVi(end))]),
    ...(early === undefined ? [] : [finding('DUE_BEFORE_ADOPTION', path, formatVi(early), formatVi(file.adoptedOn))]),
  ];
}

/** An unverified figure advises; it never refuses (architecture, idea 3). */
export function checkProvenance(
  provenance: Provenance | undefined,
  path: FindingPath,
  name: string,
): readonly Finding[] {
  if (provenance?.enforced !== true || provenance.basis === 'document' || provenance.confidence === 'V') return [];
  return [finding('ENFORCED_UNVERIFIED', path, name, provenance.confidence ?? '?')];
}

/** Does an open question ask about the node? */
export const asks = (file: CampaignFile, about: string): boolean =>
  file.openQuestions.some((question) => question.about === about);

export function namesNobody(who: Who): boolean {
  const lists = [who.roles, who.unitIds, who.unitTypes, who.scope];
  return lists.every((list) => (list ?? []).length === 0) && who.clusters !== true && who.parent !== true;
}
