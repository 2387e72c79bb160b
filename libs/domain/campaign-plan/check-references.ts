import type { CampaignFile } from './campaign.js';
import { type Finding, type FindingPath, finding } from './finding.js';
import type { Who } from './parts.js';
import { BUILT_IN_POLICIES } from './policies.js';

/** Names used twice in one list, and names that point nowhere. Pure. */
export function checkReferences(file: CampaignFile): readonly Finding[] {
  return [...duplicates(file), ...danglingNames(file)];
}

function duplicates(file: CampaignFile): readonly Finding[] {
  const lists: Readonly<Record<string, readonly string[]>> = {
    documents: file.documents.map((document) => document.id),
    purpose: keysOf(file.purpose),
    objectives: keysOf(file.objectives),
    scope: keysOf(file.scope),
    phases: keysOf(file.phases),
    contents: keysOf(file.contents),
    criteria: keysOf(file.criteria),
    targets: keysOf(file.targets),
    personalPledges: keysOf(file.personalPledges ?? []),
    householdLists: keysOf(file.householdLists ?? []),
    obligations: keysOf(file.obligations),
    reviews: keysOf(file.reviews),
    rounds: keysOf(file.rounds),
    reminderPolicies: file.reminderPolicies.map((policy) => policy.id),
    openQuestions: file.openQuestions.map((question) => question.id),
    successionNotes: keysOf(file.successionNotes),
    subjectGroups: keysOf(file.subjectGroups ?? []),
    distribution: keysOf(file.distribution ?? []),
    accountableHeads: keysOf(file.accountableHeads ?? []),
    steeringCommittees: keysOf(file.steeringCommittees ?? []),
  };
  return Object.entries(lists).flatMap(([list, keys]) =>
    keys.flatMap((key, i) => (keys.indexOf(key) < i ? [finding('DUPLICATE_KEY', [list, i], key, list)] : [])),
  );
}

function danglingNames(file: CampaignFile): readonly Finding[] {
  const known = {
    documents: file.documents.map((document) => document.id),
    objectives: keysOf(file.objectives),
    scope: keysOf(file.scope),
    phases: keysOf(file.phases),
    contents: keysOf(file.contents),
    criteria: keysOf(file.criteria),
    targets: keysOf(file.targets),
    obligations: keysOf(file.obligations),
    guidance: keysOf(file.obligations.filter((obligation) => obligation.kind === 'guidance')),
    reviews: keysOf(file.reviews),
    rounds: keysOf(file.rounds),
    policies: [...BUILT_IN_POLICIES, ...file.reminderPolicies].map((policy) => policy.id),
  } as const;
  const found: Finding[] = [];
  const need = (path: FindingPath, list: keyof typeof known, names: string | readonly string[] | undefined): void => {
    for (const name of typeof names === 'string' ? [names] : (names ?? [])) {
      if (!known[list].includes(name)) found.push(finding('UNKNOWN_REFERENCE', path, name, list));
    }
  };
  const needWho = (path: FindingPath, who: Who | undefined): void => need([...path, 'scope'], 'scope', who?.scope);

  file.documents.forEach((document, i) => need(['documents', i, 'cites'], 'documents', document.cites));
  need(['parent', 'document'], 'documents', file.parent?.document);
  file.phases.forEach((phase, i) => need(['phases', i, 'gate'], 'reviews', phase.gate));
  file.contents.forEach((content, i) => {
    need(['contents', i, 'parent'], 'contents', content.parent);
    need(['contents', i, 'objectives'], 'objectives', content.objectives);
  });
  file.criteria.forEach((criterion, i) => {
    need(['criteria', i, 'objective'], 'objectives', criterion.objective);
    need(['criteria', i, 'scope'], 'scope', criterion.scope);
  });
  file.targets.forEach((target, i) => {
    need(['targets', i, 'parent'], 'targets', target.parent);
    need(['targets', i, 'sumsTo'], 'targets', target.sumsTo);
    need(['targets', i, 'document'], 'documents', target.document);
    needWho(['targets', i, 'each'], target.each);
  });
  file.obligations.forEach((obligation, i) => {
    const path = ['obligations', i];
    needWho([...path, 'who'], obligation.who);
    needWho([...path, 'partners'], obligation.partners);
    obligation.addressees?.forEach((addressee, n) => needWho([...path, 'addressees', n], addressee));
    if (obligation.gate !== undefined && !known.rounds.includes(obligation.gate)) {
      need([...path, 'gate'], 'phases', obligation.gate);
    }
    need([...path, 'reminders'], 'policies', obligation.reminders);
    need([...path, 'consolidates'], 'obligations', obligation.consolidates);
    obligation.fields?.forEach((field, n) => {
      need([...path, 'fields', n, 'proves'], 'obligations', field.proves);
      need([...path, 'fields', n, 'target'], 'targets', field.target);
    });
  });
  needWho(['registration', 'who'], file.registration?.who);
  need(['registration', 'reminders'], 'policies', file.registration?.reminders);
  need(['registration', 'gate', 'rounds'], 'rounds', file.registration?.gate?.rounds);
  file.personalPledges?.forEach((rule, i) => needWho(['personalPledges', i, 'who'], rule.who));
  file.householdLists?.forEach((list, i) => needWho(['householdLists', i, 'who'], list.who));
  file.reviews.forEach((review, i) => {
    need(['reviews', i, 'gates'], 'phases', review.gates);
    need(['reviews', i, 'inputs'], 'obligations', review.inputs);
    need(['reviews', i, 'reminders'], 'policies', review.reminders);
  });
  file.rounds.forEach((round, i) => {
    need(['rounds', i, 'guidance'], 'guidance', round.guidance);
    need(['rounds', i, 'review'], 'reviews', round.review);
  });
  file.subjectGroups?.forEach((group, i) => need(['subjectGroups', i, 'criteria'], 'criteria', group.criteria));
  file.distribution?.forEach((entry, i) => {
    needWho(['distribution', i, 'to'], entry.to);
    need(['distribution', i, 'documents'], 'documents', entry.documents);
  });
  file.accountableHeads?.forEach((heads, i) => need(['accountableHeads', i, 'scope'], 'scope', heads.scope));
  file.steeringCommittees?.forEach(({ document, members }, i) => {
    need(['steeringCommittees', i, 'document'], 'documents', document);
    members.forEach(({ areas }, n) =>
      areas.forEach((area, a) => {
        const path = ['steeringCommittees', i, 'members', n, 'areas', a];
        need([...path, 'contents'], 'contents', area.contents);
        needWho([...path, 'units'], area.units);
      }),
    );
  });
  file.exampleRegister?.levels.forEach(({ recognisedBy }, i) =>
    needWho(['exampleRegister', 'levels', i, 'recognisedBy'], recognisedBy),
  );
  needWho(['exampleRegister', 'introducedBy'], file.exampleRegister?.introducedBy);
  need(['exampleRegister', 'promptRound'], 'rounds', file.exampleRegister?.promptRound);
  file.openQuestions.forEach((question, i) => {
    const [kind, name] = question.blocks.split(':');
    if (name !== undefined) need(['openQuestions', i, 'blocks'], listOf(kind), name);
  });
  return found;
}

function listOf(kind: string | undefined): 'rounds' | 'reviews' | 'phases' | 'obligations' | 'targets' {
  switch (kind) {
    case 'review':
      return 'reviews';
    case 'phase':
      return 'phases';
    case 'obligation':
      return 'obligations';
    case 'target':
      return 'targets';
    default:
      return 'rounds';
  }
}

const keysOf = (nodes: readonly { readonly key: string }[]): readonly string[] => nodes.map((node) => node.key);
