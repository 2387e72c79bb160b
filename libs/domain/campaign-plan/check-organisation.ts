import { formatVi } from '../calendar/local-date.js';
import type { CampaignFile } from './campaign.js';
import { type Finding, finding } from './finding.js';
import { type OrganisationFile, validOn } from './organisation.js';
import type { Who } from './parts.js';

/** Everything wrong with an organisation beyond the form of its fields. Pure. */
export function checkOrganisation(file: OrganisationFile): readonly Finding[] {
  return [
    ...duplicates(file),
    ...checkUnits(file),
    ...checkClusters(file),
    ...checkPeople(file),
    ...checkCouncils(file),
  ];
}

/** Does the organisation know every unit the campaign names, on the day of adoption? Pure. */
export function checkAgainstOrganisation(file: CampaignFile, organisation: OrganisationFile): readonly Finding[] {
  const day = file.adoptedOn;
  const need = (path: readonly (string | number)[], id: string, mustBeValid = true): readonly Finding[] => {
    const unit = organisation.units.find((candidate) => candidate.id === id);
    if (unit === undefined) return [finding('UNKNOWN_UNIT', path, id, organisation.id)];
    return mustBeValid && !validOn(unit, day) ? [finding('UNIT_NOT_VALID', path, id, formatVi(day))] : [];
  };
  const needWho = (path: readonly (string | number)[], who: Who | undefined): readonly Finding[] =>
    (who?.unitIds ?? []).flatMap((id) => need([...path, 'unitIds'], id));
  return [
    ...Object.entries(file.roles).flatMap(([role, { unit }]) => need(['roles', role, 'unit'], unit)),
    ...file.scope.flatMap((group, i) => [
      ...(group.unitIds ?? []).flatMap((id) => need(['scope', i, 'unitIds'], id)),
      ...(group.within === undefined ? [] : need(['scope', i, 'within'], group.within)),
    ]),
    ...needWho(['registration', 'who'], file.registration?.who),
    ...file.obligations.flatMap((obligation, i) => [
      ...needWho(['obligations', i, 'who'], obligation.who),
      ...needWho(['obligations', i, 'partners'], obligation.partners),
      ...(obligation.addressees ?? []).flatMap((addressee, n) =>
        needWho(['obligations', i, 'addressees', n], addressee),
      ),
    ]),
    ...file.targets.flatMap((target, i) => [
      ...needWho(['targets', i, 'each'], target.each),
      ...target.points.flatMap(({ unitId }, n) =>
        unitId === undefined ? [] : need(['targets', i, 'points', n, 'unitId'], unitId, false),
      ),
    ]),
    ...(file.personalPledges ?? []).flatMap(({ who }, i) => needWho(['personalPledges', i, 'who'], who)),
    ...(file.householdLists ?? []).flatMap(({ who }, i) => needWho(['householdLists', i, 'who'], who)),
    ...file.documents.flatMap((document, i) =>
      document.issuerUnit === undefined ? [] : need(['documents', i, 'issuerUnit'], document.issuerUnit, false),
    ),
    ...(file.distribution ?? []).flatMap((entry, i) => needWho(['distribution', i, 'to'], entry.to)),
    ...(file.steeringCommittees ?? []).flatMap(({ standingOffice, members }, i) => [
      ...(standingOffice === undefined ? [] : need(['steeringCommittees', i, 'standingOffice'], standingOffice)),
      ...members.flatMap(({ unit, areas }, n) => [
        ...need(['steeringCommittees', i, 'members', n, 'unit'], unit),
        ...areas.flatMap((area, a) => needWho(['steeringCommittees', i, 'members', n, 'areas', a], area.units)),
      ]),
    ]),
    ...file.successionNotes.flatMap((note, i) => [
      ...need(['successionNotes', i, 'from'], note.from, false),
      ...need(['successionNotes', i, 'to'], note.to, false),
    ]),
  ];
}

function duplicates(file: OrganisationFile): readonly Finding[] {
  const lists: Readonly<Record<string, readonly string[]>> = {
    units: file.units.map((unit) => unit.id),
    clusters: file.clusters.map((cluster) => cluster.id),
    people: file.people.map((person) => person.id),
    councils: file.councils.map((council) => council.id),
  };
  const usernames = file.people.map((person) => person.username);
  return [
    ...Object.entries(lists).flatMap(([list, ids]) =>
      ids.flatMap((id, i) => (ids.indexOf(id) < i ? [finding('DUPLICATE_KEY', [list, i, 'id'], id, list)] : [])),
    ),
    ...usernames.flatMap((name, i) =>
      usernames.indexOf(name) < i ? [finding('DUPLICATE_KEY', ['people', i, 'username'], name, 'people')] : [],
    ),
  ];
}

function checkUnits(file: OrganisationFile): readonly Finding[] {
  const above = new Map(file.units.map((unit) => [unit.id, unit.parent]));
  const need = (path: readonly (string | number)[], id: string | undefined): readonly Finding[] =>
    id === undefined || above.has(id) ? [] : [finding('UNKNOWN_UNIT', path, id, file.id)];
  const isAboveItself = (id: string): boolean => {
    const seen = new Set<string>();
    for (let next = above.get(id); next !== undefined && !seen.has(next); next = above.get(next)) {
      if (next === id) return true;
      seen.add(next);
    }
    return false;
  };
  return [
    ...need(['root'], file.root),
    ...file.units.flatMap((unit, i) => [
      ...need(['units', i, 'parent'], unit.parent),
      ...need(['units', i, 'verticalParent'], unit.verticalParent),
      ...(isAboveItself(unit.id) ? [finding('PARENT_CYCLE', ['units', i, 'parent'], unit.id)] : []),
      ...(unit.validTo !== undefined && unit.validTo < unit.validFrom
        ? [finding('PERIOD_REVERSED', ['units', i, 'validTo'], formatVi(unit.validTo), formatVi(unit.validFrom))]
        : []),
    ]),
    ...file.successions.flatMap((step, i) => [
      ...need(['successions', i, 'from'], step.from),
      ...need(['successions', i, 'to'], step.to),
    ]),
  ];
}

function checkClusters(file: OrganisationFile): readonly Finding[] {
  const units = new Set(file.units.map((unit) => unit.id));
  return file.clusters.flatMap((cluster, i) =>
    cluster.years.flatMap((year, n) => {
      const path = ['clusters', i, 'years', n];
      return [
        ...year.members
          .filter((id) => !units.has(id))
          .map((id) => finding('UNKNOWN_UNIT', [...path, 'members'], id, file.id)),
        ...(year.members.includes(year.leader)
          ? []
          : [finding('LEADER_NOT_MEMBER', [...path, 'leader'], year.leader, cluster.id)]),
      ];
    }),
  );
}

function checkPeople(file: OrganisationFile): readonly Finding[] {
  const people = new Set(file.people.map((person) => person.id));
  const units = new Set(file.units.map((unit) => unit.id));
  return [
    ...file.positions.flatMap((position, i) => [
      ...(people.has(position.person) ? [] : [finding('UNKNOWN_PERSON', ['positions', i, 'person'], position.person)]),
      ...(units.has(position.unit) ? [] : [finding('UNKNOWN_UNIT', ['positions', i, 'unit'], position.unit, file.id)]),
    ]),
    ...file.units.flatMap((unit, i) =>
      unit.external === true || unit.type === 'emulation-council'
        ? []
        : (['officer', 'head'] as const)
            .filter((role) => !file.positions.some((held) => held.unit === unit.id && held.role === role))
            .map((role) => finding('UNIT_UNSTAFFED', ['units', i], unit.id, role)),
    ),
  ];
}

function checkCouncils(file: OrganisationFile): readonly Finding[] {
  const people = new Set(file.people.map((person) => person.id));
  const units = new Set(file.units.map((unit) => unit.id));
  return file.councils.flatMap((council, i) => [
    ...[council.unit, council.standingBody]
      .filter((id) => !units.has(id))
      .map((id) => finding('UNKNOWN_UNIT', ['councils', i], id, file.id)),
    ...council.terms.flatMap((term, n) =>
      term.members
        .filter((member) => !people.has(member.person))
        .map((member) => finding('UNKNOWN_PERSON', ['councils', i, 'terms', n, 'members'], member.person)),
    ),
  ]);
}
