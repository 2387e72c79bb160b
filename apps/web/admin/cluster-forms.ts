import { arrangeCluster, defineCluster } from '../../../libs/contracts/commands/organisation.contract.js';
import type { CommandField } from '../shared/forms/command-form.js';
import { openCommandDialog } from '../shared/forms/open-dialog.js';
import { sayDone } from '../shared/ui/toast.js';
import type { Words } from '../shared/words/catalogue.js';
import { clusterPath, type ClusterDetail, type ClusterYearShown } from './clusters-query.js';
import type { clustersWords } from './clusters.words.js';
import type { UnitFormsIn } from './unit-forms.js';

type T = Words<(typeof clustersWords)['vi']>;
export interface ClusterFormsIn extends Omit<UnitFormsIn, 't'> {
  readonly t: T;
  readonly thisYear: number;
}

const kindField = (t: T, initial: string): CommandField => ({
  name: 'kind',
  label: t.kind,
  type: 'choice',
  required: true,
  initial,
  choices: (['cluster', 'block'] as const).map((kind) => ({ value: kind, label: t[kind] })),
});

const nameFields = (t: T, name = { vi: '', en: '' }): readonly CommandField[] => [
  { name: 'name.vi', label: t.nameVi, type: 'line', required: true, initial: name.vi },
  { name: 'name.en', label: t.nameEn, type: 'line', required: true, initial: name.en },
];

/** Defines a cluster or block; `onDefined` is told its id, to go on with its first year. */
export const defineNewCluster = (t: T, onDefined: (id: string) => void): void =>
  openCommandDialog(t.define, {
    href: (body) => clusterPath(String(body['clusterId'])),
    method: 'PUT',
    schema: defineCluster,
    inPath: ['clusterId'],
    fields: [
      { name: 'clusterId', label: t.id, hint: t.idHint, type: 'line', required: true },
      kindField(t, ''),
      ...nameFields(t),
    ],
    label: t.define,
    onDone: ({ streams }) => {
      sayDone(t.saved);
      onDefined(streams.find(({ kind }) => kind === 'cluster')?.id ?? '');
    },
  });

export const renameCluster = ({ t }: ClusterFormsIn, { id, kind, name }: ClusterDetail): void =>
  openCommandDialog(t.rename, {
    href: clusterPath(id),
    method: 'PUT',
    schema: defineCluster,
    omit: ['clusterId'],
    fields: [kindField(t, kind), ...nameFields(t, name)],
    label: t.save,
    onDone: () => sayDone(t.saved),
  });

type Choices = NonNullable<CommandField['choices']>;

/** Units that can belong: those there are today, and those of the year that have ended since. */
function choicesOf({ units, say }: ClusterFormsIn, cluster: ClusterDetail): Choices {
  const known = new Set(units.map(({ id }) => id));
  const all = [...units, ...cluster.units.filter(({ id }) => !known.has(id))];
  return all.map(({ id, name }) => ({ value: id, label: `${say(name)} (${id})` }));
}

const leaderFields = (t: T, choices: Choices, before?: ClusterYearShown): readonly CommandField[] => [
  { name: 'leader', label: t.leader, type: 'choice', required: true, initial: before?.leader ?? '', choices },
  { name: 'deputy', label: t.deputy, type: 'choice', initial: before?.deputy ?? '', choices },
];

/** Names the units of a year; without one, of the year that comes after the last (this year at first). */
export function arrangeYear(forms: ClusterFormsIn, cluster: ClusterDetail, before?: ClusterYearShown): void {
  const { t, say, thisYear } = forms;
  const last = cluster.years.at(-1);
  const like = before ?? last;
  const choices = choicesOf(forms, cluster);
  const name = say(cluster.name);
  const next = last === undefined ? thisYear : last.year + 1;
  openCommandDialog(before === undefined ? t.arrangeOf(name) : t.membersOf(name, String(before.year)), {
    href: clusterPath(cluster.id, '/years'),
    schema: arrangeCluster,
    omit: ['clusterId'],
    fixed: { seen: cluster.version, ...(before === undefined ? {} : { year: before.year }) },
    fields: [
      ...(before === undefined
        ? [{ name: 'year', label: t.year, hint: t.yearHint, type: 'year', required: true, initial: next } as const]
        : []),
      ...leaderFields(t, choices, like),
      {
        name: 'members',
        label: t.members,
        hint: t.membersHint,
        type: 'many',
        required: true,
        initial: like?.members ?? [],
        choices,
      },
      { name: 'reason', label: t.reason, type: 'text' },
    ],
    label: t.save,
    onDone: () => sayDone(t.saved),
  });
}

/** Another member leads from now on; everybody else of the year stays. */
export function changeLeader(
  forms: ClusterFormsIn,
  cluster: ClusterDetail,
  { members, ...year }: ClusterYearShown,
): void {
  const { t, say } = forms;
  const choices = choicesOf(forms, cluster).filter(({ value }) => members.includes(value));
  openCommandDialog(t.leaderOf(say(cluster.name), String(year.year)), {
    href: clusterPath(cluster.id, '/years'),
    schema: arrangeCluster,
    omit: ['clusterId'],
    fixed: { seen: cluster.version, year: year.year, members },
    fields: [...leaderFields(t, choices, { members, ...year }), { name: 'reason', label: t.reason, type: 'text' }],
    label: t.save,
    onDone: () => sayDone(t.saved),
  });
}
