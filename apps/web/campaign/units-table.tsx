import { Badge, Table, Text } from '@mantine/core';
import { DueChip } from '../shared/ui/due-chip.js';
import { StatusBadge } from '../shared/ui/status-badge.js';
import { WideTable } from '../shared/ui/wide-table.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import type { UnitStanding } from './campaign-query.js';
import { standingWords } from './standing.words.js';

/** How far units are in a campaign, in the order they are given. */
export function UnitsTable({ label, units }: { readonly label: string; readonly units: readonly UnitStanding[] }) {
  const t = useWords(standingWords);
  return (
    <WideTable label={label} minWidth={860}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t.unit}</Table.Th>
          <Table.Th>{t.registration}</Table.Th>
          <Table.Th ta="right">{t.done}</Table.Th>
          <Table.Th ta="right">{t.open}</Table.Th>
          <Table.Th ta="right">{t.overdue}</Table.Th>
          <Table.Th>{t.next}</Table.Th>
          <Table.Th>{t.nominations}</Table.Th>
          <Table.Th>{t.reminded}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {units.map((standing) => (
          <UnitRow key={standing.unit.id} standing={standing} />
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function UnitRow({ standing }: { readonly standing: UnitStanding }) {
  const t = useWords(standingWords);
  const say = useSay();
  const { number, day } = useFormats();
  const { unit, registration, asked, duties, next, nominations, reminded, remindedAt } = standing;
  const dossiers = [
    ...(nominations.open > 0 ? [t.underWay(number(nominations.open))] : []),
    ...(nominations.awarded > 0 ? [t.awarded(number(nominations.awarded))] : []),
  ];
  return (
    <Table.Tr>
      <Table.Td fw={600}>{say(unit.name)}</Table.Td>
      <Table.Td>
        {registration === null ? (
          <Text size="sm" c="dimmed">
            {asked ? t.notRegistered : t.notAsked}
          </Text>
        ) : (
          <StatusBadge status={registration} />
        )}
      </Table.Td>
      <Table.Td ta="right">{number(duties.fulfilled)}</Table.Td>
      <Table.Td ta="right">{number(duties.open - duties.overdue)}</Table.Td>
      <Table.Td ta="right">
        {duties.overdue === 0 ? (
          number(0)
        ) : (
          <Badge variant="outline" color="red" c="var(--mantine-color-error)">
            {number(duties.overdue)}
          </Badge>
        )}
      </Table.Td>
      <Table.Td>
        {next === null ? (
          <Text size="sm" c="dimmed">
            {t.nothingOwed}
          </Text>
        ) : (
          <DueChip due={next} />
        )}
      </Table.Td>
      <Table.Td>{dossiers.join(', ') || '–'}</Table.Td>
      <Table.Td>{remindedAt === null ? t.never : t.remindedOf(number(reminded), day(remindedAt))}</Table.Td>
    </Table.Tr>
  );
}
