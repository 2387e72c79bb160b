import { dueRuleProblem } from '../deadline/due.js';
import type { CampaignFile, ChoiceSets, OpenQuestion } from './campaign.js';
import { asks, checkDue, checkProvenance, namesNobody } from './check-parts.js';
import { personalDuties, ruleOfDuty } from './personal-duties.js';
import { type Finding, finding } from './finding.js';

/** Everything wrong with sign-up, pledges of persons and households, and what answers settle. Pure. */
export function checkPledges(file: CampaignFile): readonly Finding[] {
  return [
    ...checkRegistration(file),
    ...checkPersonalPledges(file),
    ...checkHouseholdLists(file),
    ...file.openQuestions.flatMap((question, i) => checkChoices(question, i)),
    ...checkFields(file),
  ];
}

function checkRegistration(file: CampaignFile): readonly Finding[] {
  if (file.registration === undefined) return [];
  const { due, who, provenance, gate } = file.registration;
  return [
    ...(namesNobody(who) ? [finding('WHO_EMPTY', ['registration', 'who'], 'registration')] : []),
    ...(due.kind === 'undated' && !asks(file, 'registration')
      ? [finding('UNDATED_WITHOUT_QUESTION', ['registration', 'due'], 'registration', 'registration')]
      : []),
    ...checkDue(file, due, ['registration', 'due']),
    ...checkProvenance(provenance, ['registration', 'provenance'], 'registration'),
    ...checkProvenance(gate?.provenance, ['registration', 'gate', 'provenance'], 'gate'),
  ];
}

function checkPersonalPledges(file: CampaignFile): readonly Finding[] {
  return (file.personalPledges ?? []).flatMap(({ key, who, due, resultDue, provenance }, i) => {
    const path = ['personalPledges', i];
    const about = `personal-pledge:${key}`;
    const isUndated = due.kind === 'undated' || resultDue.kind === 'undated';
    return [
      ...(namesNobody(who) ? [finding('WHO_EMPTY', [...path, 'who'], key)] : []),
      ...(isTaken(file, key) ? [finding('DUPLICATE_KEY', [...path, 'key'], key, 'obligations')] : []),
      ...(isUndated && !asks(file, about) ? [finding('UNDATED_WITHOUT_QUESTION', path, key, about)] : []),
      ...checkDue(file, due, [...path, 'due']),
      ...checkDue(file, resultDue, [...path, 'resultDue'], 'results may be told after the campaign'),
      ...checkProvenance(provenance, [...path, 'provenance'], key),
    ];
  });
}

/** Units owe it under this name: no obligation may have the same. */
const isTaken = (file: CampaignFile, key: string): boolean =>
  personalDuties(file).some(
    (duty) => ruleOfDuty(file, duty.key)?.key === key && file.obligations.some((one) => one.key === duty.key),
  );

function checkHouseholdLists(file: CampaignFile): readonly Finding[] {
  return (file.householdLists ?? []).flatMap(({ key, who, count, items, provenance }, i) => {
    const path = ['householdLists', i];
    const keys = (items ?? []).map((item) => item.key);
    return [
      ...(namesNobody(who) ? [finding('WHO_EMPTY', [...path, 'who'], key)] : []),
      ...(items !== undefined && items.length !== count
        ? [finding('HOUSEHOLD_ITEMS_DIFFER', [...path, 'items'], key, String(count))]
        : []),
      ...keys.flatMap((name, n) =>
        keys.indexOf(name) < n ? [finding('DUPLICATE_KEY', [...path, 'items', n], name, key)] : [],
      ),
      ...checkProvenance(provenance, [...path, 'provenance'], key),
    ];
  });
}

/** A choice that settles something must be about a node that has it, and a rule it sets must be possible. */
function checkChoices({ about = '', choices }: OpenQuestion, i: number): readonly Finding[] {
  const kind = about.split(':')[0] ?? '';
  return choices.flatMap(({ key, sets }, n) => {
    if (sets === undefined) return [];
    const path = ['openQuestions', i, 'choices', n, 'sets'];
    const problem = sets.due === undefined ? undefined : dueRuleProblem(sets.due);
    const isLost = !suits(sets, kind);
    return [
      ...(isLost ? [finding('CHOICE_SETS_NOTHING', path, key, about === '' ? 'about' : about)] : []),
      ...(problem === undefined ? [] : [finding('DUE_RULE_INVALID', [...path, 'due'], problem)]),
    ];
  });
}

/** Has a node of this kind what an answer sets? */
export const suits = ({ due, opens, closes, unit, drop, target, least }: ChoiceSets, kind: string): boolean =>
  (due === undefined || ['obligation', 'registration', 'review'].includes(kind)) &&
  ((opens === undefined && closes === undefined) || kind === 'round') &&
  (unit === undefined || kind === 'role') &&
  (drop !== true || ['obligation', 'round', 'registration'].includes(kind)) &&
  (target === undefined || kind === 'target') &&
  (least === undefined || kind === 'criterion');

const checkFields = (file: CampaignFile): readonly Finding[] =>
  file.obligations.flatMap(({ fields }, i) =>
    (fields ?? []).flatMap(({ key, kind, target, participation }, n) => {
      const carried = target === undefined ? participation : `target:${target}`;
      return carried === undefined || kind === 'count'
        ? []
        : [finding('TARGET_FIELD_NOT_COUNT', ['obligations', i, 'fields', n, 'kind'], key, carried)];
    }),
  );
