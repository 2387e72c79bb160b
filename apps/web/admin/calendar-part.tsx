import { Badge, Button, Group, Select, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CALENDAR_DAY_NAMES } from '../../../libs/contracts/state-names.js';
import type { CalendarDay } from '../../../libs/domain/calendar/working-calendar.js';
import { PROVISIONAL, UNCONFIRMED } from '../../../libs/domain/calendar/working-calendar.js';
import { address, request } from '../shared/api/client.js';
import { useMay, useToday } from '../shared/session/me.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { Empty } from '../shared/ui/states.js';
import { WideTable } from '../shared/ui/wide-table.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { CalendarChange } from './calendar-change.js';
import { calendarWords } from './calendar.words.js';
import { adminRoute } from './route.js';
import { ShortHistory } from './short-history.js';

interface CalendarShown {
  readonly days: readonly CalendarDay[];
  readonly coverage: {
    readonly from: string;
    readonly to: string;
    readonly missingYears: readonly number[];
    readonly provisionalYears: readonly number[];
  } | null;
}

/** The working calendar of a year; a day is changed here, after one has seen what is planned anew by it. */
export function CalendarPart() {
  const t = useWords(calendarWords);
  const may = useMay();
  const today = useToday();
  const { year = Number(today.slice(0, 4)) } = adminRoute.useSearch();
  const [edited, setEdited] = useState<CalendarDay>();
  const query = useQuery({
    queryKey: ['calendar', year],
    queryFn: ({ signal }) => request<CalendarShown>(address('/api/v1/calendar', { year }), { signal }),
    enabled: today !== '',
    meta: { follows: { kinds: ['calendar'] } },
  });
  return (
    <>
      {may('calendar.change') && (
        <CalendarChange key={edited?.date ?? ''} day={edited} onDone={() => setEdited(undefined)} />
      )}
      <Panel title={t.title} hint={t.hint} aside={<YearChoice year={year} />}>
        <QueryState query={query}>
          {({ days, coverage }) => (
            <Stack gap="sm">
              {coverage !== null && <Coverage {...coverage} />}
              {days.length === 0 ? (
                <Empty title={t.none} hint={t.noneHint} />
              ) : (
                <Days days={days} onEdit={may('calendar.change') ? setEdited : undefined} />
              )}
            </Stack>
          )}
        </QueryState>
      </Panel>
      <Panel title={t.changes}>
        <ShortHistory href="/api/v1/calendar/history" id="vn" empty={t.noChanges} />
      </Panel>
    </>
  );
}

const YEARS_AROUND = 8;

function YearChoice({ year }: { readonly year: number }) {
  const t = useWords(calendarWords);
  const navigate = adminRoute.useNavigate();
  return (
    <Select
      aria-label={t.years}
      w={110}
      allowDeselect={false}
      value={String(year)}
      data={Array.from({ length: 2 * YEARS_AROUND + 1 }, (_, i) => String(year - YEARS_AROUND + i))}
      onChange={(next) => void navigate({ search: { part: 'calendar', year: Number(next) }, replace: true })}
    />
  );
}

function Coverage({ from, to, missingYears, provisionalYears }: NonNullable<CalendarShown['coverage']>) {
  const t = useWords(calendarWords);
  const { day } = useFormats();
  const told = [
    t.covered(day(from), day(to)),
    ...(missingYears.length === 0 ? [] : [t.missing(missingYears.join(', '))]),
    ...(provisionalYears.length === 0 ? [] : [t.provisionalYears(provisionalYears.join(', '))]),
  ];
  return (
    <Text size="sm" c="dimmed">
      {told.join(' ')}
    </Text>
  );
}

interface DaysProps {
  readonly days: readonly CalendarDay[];
  readonly onEdit: ((day: CalendarDay) => void) | undefined;
}

/** As the reference calendar marks what the Government wrote. */
const LETTER = 'letter ';

function Days({ days, onEdit }: DaysProps) {
  const t = useWords(calendarWords);
  const say = useSay();
  const { day } = useFormats();
  const doubts: Readonly<Record<string, string>> = { [UNCONFIRMED]: t.unconfirmed, [PROVISIONAL]: t.provisional };
  const sourceOf = (source: string): string =>
    source === 'library' ? t.library : source.startsWith(LETTER) ? t.letter(source.slice(LETTER.length)) : source;
  const sorted = days.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return (
    <WideTable label={t.title} minWidth={620}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t.date}</Table.Th>
          <Table.Th>{t.kind}</Table.Th>
          <Table.Th>{t.name}</Table.Th>
          <Table.Th>{t.source}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sorted.map((one) => (
          <Table.Tr key={one.date}>
            <Table.Td>{day(one.date)}</Table.Td>
            <Table.Td>{say(CALENDAR_DAY_NAMES[one.kind])}</Table.Td>
            <Table.Td>{one.nameVi ?? one.name}</Table.Td>
            <Table.Td>
              <Group gap="xs" justify="space-between">
                {doubts[one.confidence] === undefined ? (
                  sourceOf(one.confidence)
                ) : (
                  <Badge variant="default" tt="none">
                    {doubts[one.confidence]}
                  </Badge>
                )}
                {onEdit !== undefined && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t.edit(day(one.date))}
                    onClick={() => onEdit(one)}
                  >
                    {t.editShort}
                  </Button>
                )}
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
