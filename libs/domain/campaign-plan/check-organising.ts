import { numberKey } from '../documents/document-number.js';
import type { CampaignFile, Criterion } from './campaign.js';
import { asks, checkProvenance, namesNobody } from './check-parts.js';
import { type Finding, finding } from './finding.js';
import { groupOf, type SubjectGroup } from './subjects.js';

/**
 * Everything wrong with the groups of subjects and their criteria, the distribution list, the steering committees, the
 * example register and the register of documents, beyond the form of their fields. Pure.
 */
export function checkOrganising(file: CampaignFile): readonly Finding[] {
  return [
    ...checkRegister(file),
    ...file.criteria.flatMap((criterion, i) => checkCriterion(file, criterion, i)),
    ...checkGroups(file, file.subjectGroups ?? []),
    ...checkDistribution(file),
    ...checkCommittees(file),
    ...checkExamples(file),
  ];
}

/** A document has one entry, however often the text cites it. Numbers start again every year and at every office. */
function checkRegister({ documents }: CampaignFile): readonly Finding[] {
  const named = documents.map(({ number, symbol, issuer, date }) => {
    const key = numberKey(symbol ?? number ?? '');
    return key === '' ? undefined : `${key}|${numberKey(issuer)}|${date?.value.slice(0, 4) ?? ''}`;
  });
  return documents.flatMap((document, i) => {
    const first = named[i] === undefined ? i : named.indexOf(named[i]);
    const shown = document.symbol ?? document.number ?? '';
    return first < i ? [finding('DOCUMENT_TWICE', ['documents', i], shown, documents[first]?.id ?? '')] : [];
  });
}

function checkCriterion(file: CampaignFile, criterion: Criterion, i: number): readonly Finding[] {
  const { key, levels, leastLevel, count, anyOf } = criterion;
  const about = `criterion:${key}`;
  const isUnknown = leastLevel !== undefined && levels?.some((level) => level.key === leastLevel) !== true;
  const isAlone = anyOf !== undefined && file.criteria.filter((other) => other.anyOf === anyOf).length === 1;
  return [
    ...(isUnknown ? [finding('CRITERION_LEVEL_UNKNOWN', ['criteria', i, 'leastLevel'], leastLevel, key)] : []),
    ...(count !== undefined && count.least === undefined && !asks(file, about)
      ? [finding('CRITERION_COUNT_UNSET', ['criteria', i, 'count'], key, about)]
      : []),
    ...(isAlone ? [finding('ALTERNATIVE_ALONE', ['criteria', i, 'anyOf'], key, anyOf)] : []),
  ];
}

function checkGroups(file: CampaignFile, groups: readonly SubjectGroup[]): readonly Finding[] {
  if (groups.length === 0) return [];
  const used = new Set(groups.flatMap(({ criteria }) => criteria));
  return [
    ...groups.flatMap((group, i) => [
      ...checkClaims(groups, i),
      ...group.documents.flatMap(({ key, provenance }, n) =>
        checkProvenance(provenance, ['subjectGroups', i, 'documents', n], key),
      ),
    ]),
    ...file.criteria.flatMap(({ key }, i) =>
      used.has(key) ? [] : [finding('CRITERION_UNUSED', ['criteria', i], key)],
    ),
    ...file.rounds.flatMap((round, i) =>
      round.awards.flatMap(({ subjectKinds }, n) =>
        subjectKinds
          .filter((kind) => groupOf(groups, { kind }) === undefined && !isMadeOfUnits(groups, kind))
          .map((kind) => finding('SUBJECT_WITHOUT_GROUP', ['rounds', i, 'awards', n, 'subjectKinds'], kind, round.key)),
      ),
    ),
  ];
}

/** Collectives are told apart by the type of their unit where groups name types. */
const isMadeOfUnits = (groups: readonly SubjectGroup[], kind: string): boolean =>
  kind === 'collective' && groups.some(({ unitTypes }) => (unitTypes ?? []).length > 0);

/** Kinds and unit types that an earlier group claims too. */
function checkClaims(groups: readonly SubjectGroup[], i: number): readonly Finding[] {
  const own = groups[i];
  if (own === undefined) return [];
  const earlier = groups.slice(0, i);
  const twice = (field: 'subjectKinds' | 'unitTypes'): readonly Finding[] =>
    (own[field] ?? []).flatMap((name) => {
      const other = earlier.find((group) => (group[field] as readonly string[] | undefined)?.includes(name) === true);
      return other === undefined
        ? []
        : [finding('SUBJECT_IN_TWO_GROUPS', ['subjectGroups', i, field], name, `${other.key}, ${own.key}`)];
    });
  return [...twice('subjectKinds'), ...twice('unitTypes')];
}

function checkDistribution(file: CampaignFile): readonly Finding[] {
  return (file.distribution ?? []).flatMap(({ key, to, acknowledge }, i) =>
    acknowledge && (to === undefined || namesNobody(to))
      ? [finding('DISTRIBUTION_TO_NOBODY', ['distribution', i, 'to'], key)]
      : [],
  );
}

function checkCommittees(file: CampaignFile): readonly Finding[] {
  return (file.steeringCommittees ?? []).flatMap(({ key, members }, i) => {
    const chairs = members.filter((member) => member.function === 'chair').length;
    const keys = members.map((member) => member.key);
    return [
      ...(chairs === 1
        ? []
        : [finding('COMMITTEE_WITHOUT_CHAIR', ['steeringCommittees', i, 'members'], key, String(chairs))]),
      ...keys.flatMap((name, n) =>
        keys.indexOf(name) < n ? [finding('DUPLICATE_KEY', ['steeringCommittees', i, 'members', n], name, key)] : [],
      ),
    ];
  });
}

function checkExamples({ exampleRegister, rounds }: CampaignFile): readonly Finding[] {
  const name = exampleRegister?.promptRound;
  const round = rounds.find(({ key }) => key === name);
  return round === undefined || (round.kind === 'prompt' && round.route === 'short')
    ? []
    : [finding('PROMPT_ROUND_NOT_SHORT', ['exampleRegister', 'promptRound'], round.key)];
}
