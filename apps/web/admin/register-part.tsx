import { Button, Group, Table, Text } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { coverRegister } from '../../../libs/contracts/commands/award-record.contract.js';
import type { NamedUnit } from '../shared/api/answers.js';
import { request } from '../shared/api/client.js';
import type { CommandField } from '../shared/forms/command-form.js';
import { openCommandDialog } from '../shared/forms/open-dialog.js';
import { useMay } from '../shared/session/me.js';
import { LinkButton } from '../shared/ui/link-button.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { Empty } from '../shared/ui/states.js';
import { sayDone } from '../shared/ui/toast.js';
import { WideTable } from '../shared/ui/wide-table.js';
import type { Words } from '../shared/words/catalogue.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { registerWords } from './register.words.js';
import { unitPath, unitsOnQuery } from './units-query.js';

interface CoverageShown {
  readonly unit: NamedUnit | null;
  readonly covers: {
    readonly from: number;
    readonly to?: number;
    readonly document: { readonly number: string; readonly date: string };
  } | null;
  readonly years: readonly { readonly year: number; readonly entries: number }[];
}
type T = Words<(typeof registerWords)['vi']>;

const coverageQuery = queryOptions({
  queryKey: ['register-coverage'],
  queryFn: ({ signal }) =>
    request<{ readonly items: readonly CoverageShown[] }>('/api/v1/register-coverage', { signal }),
  meta: { follows: { kinds: ['award', 'unit'] } },
});

const documentFields = (t: T): readonly CommandField[] => [
  { name: 'document.number', label: t.number, type: 'line', required: true },
  { name: 'document.date', label: t.date, type: 'day', required: true },
  { name: 'reason', label: t.reason, type: 'text', required: true },
];

/** What the register of awards holds, and of which years a named person says that it is whole. */
export function RegisterPart() {
  const t = useWords(registerWords);
  const say = useSay();
  const may = useMay();
  const query = useQuery(coverageQuery);
  const mayCover = may('register.correct');
  const units = useQuery({ ...unitsOnQuery(undefined), enabled: mayCover });
  const cover = (): void =>
    openCommandDialog(t.cover, {
      href: (body) => unitPath(String(body['unitId']), '/register-coverage'),
      schema: coverRegister,
      inPath: ['unitId'],
      fields: [
        {
          name: 'unitId',
          label: t.unit,
          hint: t.unitHint,
          type: 'choice',
          required: true,
          choices: (units.data ?? []).map(({ id, name }) => ({ value: id, label: `${say(name)} (${id})` })),
        },
        { name: 'from', label: t.firstYear, type: 'year', required: true },
        { name: 'to', label: t.lastYear, hint: t.lastYearHint, type: 'year' },
        ...documentFields(t),
      ],
      label: t.cover,
      onDone: () => sayDone(t.saved),
    });
  return (
    <Panel
      title={t.title}
      hint={t.hint}
      aside={
        <Group gap="xs">
          {may('register.keep') && (
            <LinkButton to="/award-import" size="compact-sm">
              {t.imports}
            </LinkButton>
          )}
          {mayCover && (
            <Button size="compact-sm" variant="default" disabled={units.data === undefined} onClick={cover}>
              {t.cover}
            </Button>
          )}
        </Group>
      }
    >
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t.none} hint={t.noneHint} />
          ) : (
            <WideTable label={t.title} minWidth={720}>
              <Table.Thead>
                <Table.Tr>
                  {[t.unit, t.covered, t.entries, ...(mayCover ? [t.acts] : [])].map((head) => (
                    <Table.Th key={head}>{head}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((item) => (
                  <Coverage key={item.unit?.id ?? ''} item={item} mayCover={mayCover} />
                ))}
              </Table.Tbody>
            </WideTable>
          )
        }
      </QueryState>
    </Panel>
  );
}

function Coverage({ item, mayCover }: { readonly item: CoverageShown; readonly mayCover: boolean }) {
  const t = useWords(registerWords);
  const say = useSay();
  const { day, number } = useFormats();
  const { unit, covers, years } = item;
  return (
    <Table.Tr>
      <Table.Td fw={600}>{unit === null ? t.noUnit : say(unit.name)}</Table.Td>
      <Table.Td>
        {covers === null ? (
          <Text size="sm" c="dimmed">
            {unit === null ? '' : t.notCovered}
          </Text>
        ) : (
          <>
            {covers.to === undefined ? t.from(String(covers.from)) : t.fromTo(String(covers.from), String(covers.to))}
            <Text size="sm" c="dimmed">
              {t.by(covers.document.number, day(covers.document.date))}
            </Text>
          </>
        )}
      </Table.Td>
      <Table.Td>
        {years.length === 0
          ? t.noEntries
          : years.map(({ year, entries }) => t.ofYear(String(year), number(entries))).join(', ')}
      </Table.Td>
      {mayCover && (
        <Table.Td>
          {unit !== null && covers !== null && (
            <Group>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t.takeBackOf(say(unit.name))}
                onClick={() => takeBack(t, unit.id, say(unit.name))}
              >
                {t.takeBack}
              </Button>
            </Group>
          )}
        </Table.Td>
      )}
    </Table.Tr>
  );
}

/** Without years: what was said of the unit no longer counts, what stands above it does again. */
const takeBack = (t: T, unitId: string, called: string): void =>
  openCommandDialog(t.takeBackOf(called), {
    href: unitPath(unitId, '/register-coverage'),
    schema: coverRegister,
    omit: ['unitId'],
    fields: documentFields(t),
    label: t.takeBack,
    isEnding: true,
    onDone: () => sayDone(t.saved),
  });
