import { Checkbox, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { RULE_TABLES } from '../../../libs/domain/rules/rows.js';
import { useToday } from '../shared/session/me.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { Empty } from '../shared/ui/states.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { adminRoute } from './route.js';
import { RuleDifferences } from './rule-differences.js';
import { RuleRow } from './rule-row.js';
import { packsQuery, rulesQuery, type RuleShown } from './rules-query.js';
import { rulesWords } from './rules.words.js';
import type { AdminSearch } from './search.js';

const DayField = lazy(() => import('../shared/forms/day-field.js'));

/** The law of a day, row by row with its article; what nobody has verified is verified here by a named person. */
export function RulesPart() {
  const t = useWords(rulesWords);
  const say = useSay();
  const today = useToday();
  const { day } = useFormats();
  const { on, table, award, waiting } = adminRoute.useSearch();
  const query = useQuery(rulesQuery({ on, table, award, waiting }));
  const pack = query.data?.pack;
  const shownDay = day(query.data?.on ?? on ?? today);
  const hint = pack == null ? t.noPack(shownDay) : t.hint(say(pack.name), shownDay);
  return (
    <>
      <Panel title={t.title} {...(query.data === undefined ? {} : { hint })}>
        <Filters />
        <QueryState query={query}>
          {({ items }) => (items.length === 0 ? <Empty title={t.none} hint={t.noneHint} /> : <Rules rows={items} />)}
        </QueryState>
      </Panel>
      <RuleDifferences />
    </>
  );
}

function Filters() {
  const t = useWords(rulesWords);
  const say = useSay();
  const today = useToday();
  const search = adminRoute.useSearch();
  const navigate = adminRoute.useNavigate();
  const packs = useQuery(packsQuery);
  const [award, setAward] = useState(search.award ?? '');
  const put = (change: Partial<Record<keyof AdminSearch, string | true | undefined>>): void =>
    void navigate({
      search: (before) => {
        const next = Object.entries({ ...before, ...change }).filter(
          ([, value]) => value !== undefined && value !== '',
        );
        return Object.fromEntries(next);
      },
      replace: true,
    });
  return (
    <Group align="flex-end" gap="sm">
      <Suspense fallback={<TextInput disabled label={t.on} />}>
        <DayField label={t.on} value={search.on ?? ''} today={today} onChange={(on) => put({ on })} />
      </Suspense>
      <Select
        label={t.table}
        placeholder={t.anyTable}
        clearable
        value={search.table ?? null}
        onChange={(table) => put({ table: table ?? undefined })}
        data={(packs.data?.tables ?? []).map(({ table, name }) => ({ value: table, label: say(name) }))}
      />
      <TextInput
        label={t.award}
        placeholder={t.awardHint}
        value={award}
        onChange={({ currentTarget }) => setAward(currentTarget.value)}
        onBlur={() => put({ award: award.trim() })}
        onKeyDown={({ key }) => key === 'Enter' && put({ award: award.trim() })}
      />
      <Checkbox
        label={t.waiting}
        pb={8}
        checked={search.waiting === true}
        onChange={({ currentTarget }) => put({ waiting: currentTarget.checked || undefined })}
      />
    </Group>
  );
}

/** Rows under the part of the law they belong to. */
function Rules({ rows }: { readonly rows: readonly RuleShown[] }) {
  const say = useSay();
  const { number } = useFormats();
  return RULE_TABLES.map((table) => {
    const own = rows.filter((row) => row.table === table);
    const [first] = own;
    if (first === undefined) return null;
    return (
      <Stack key={table} component="section" gap="xs" aria-label={say(first.tableName)}>
        <Title order={3} size="h6">
          {say(first.tableName)}{' '}
          <Text span size="sm" c="dimmed">
            {number(own.length)}
          </Text>
        </Title>
        {own.map((row) => (
          <RuleRow key={row.id} row={row} />
        ))}
      </Stack>
    );
  });
}
