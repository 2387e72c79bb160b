import { Badge, Group, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { adminRoute } from './route.js';
import { differencesQuery, packsQuery, type DifferenceShown, type PackShown, type RuleShown } from './rules-query.js';
import { rulesWords } from './rules.words.js';

/** Two regimes side by side: what one says otherwise than the other. */
export function RuleDifferences() {
  const t = useWords(rulesWords);
  const { from, to } = adminRoute.useSearch();
  const packs = useQuery(packsQuery);
  return (
    <Panel title={t.differences} hint={t.differencesHint}>
      <QueryState query={packs}>{({ packs: known }) => <Choice packs={known} />}</QueryState>
      {from !== undefined && to !== undefined && from !== to ? (
        <Differences from={from} to={to} />
      ) : (
        <Text size="sm" c="dimmed">
          {t.chooseTwo}
        </Text>
      )}
    </Panel>
  );
}

function Choice({ packs }: { readonly packs: readonly PackShown[] }) {
  const t = useWords(rulesWords);
  const say = useSay();
  const { from, to } = adminRoute.useSearch();
  const navigate = adminRoute.useNavigate();
  const data = packs.map(({ id, name, status }) => ({
    value: id,
    label: status === 'draft' ? `${say(name)} (${t.draft})` : say(name),
  }));
  const put = (which: 'from' | 'to', pack: string | null): void =>
    void navigate({ search: (before) => (pack === null ? before : { ...before, [which]: pack }), replace: true });
  return (
    <Group grow preventGrowOverflow={false} gap="sm">
      <Select label={t.from} data={data} value={from ?? null} onChange={(pack) => put('from', pack)} />
      <Select label={t.to} data={data} value={to ?? null} onChange={(pack) => put('to', pack)} />
    </Group>
  );
}

function Differences({ from, to }: { readonly from: string; readonly to: string }) {
  const t = useWords(rulesWords);
  const { number } = useFormats();
  const query = useQuery(differencesQuery(from, to));
  return (
    <QueryState query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Text size="sm">{t.same}</Text>
        ) : (
          <Stack gap="sm">
            <Text size="sm" c="dimmed">
              {t.count(number(items.length))}
            </Text>
            {items.map((one) => (
              <Difference key={`${one.table}/${one.key}`} shown={one} />
            ))}
          </Stack>
        )
      }
    </QueryState>
  );
}

function Difference({ shown: { tableName, change, before, after } }: { readonly shown: DifferenceShown }) {
  const t = useWords(rulesWords);
  const say = useSay();
  const texts = (rows: readonly RuleShown[]): string =>
    rows.map((row) => `${say(row.says)} (${row.article})`).join('; ');
  return (
    <Stack gap={2} pb="xs" style={{ borderBottom: '1px solid var(--vd-line)' }}>
      <Group gap="xs">
        <Badge variant="default" tt="none">
          {t[change]}
        </Badge>
        <Text size="sm" c="dimmed">
          {say(tableName)}
        </Text>
      </Group>
      {before.length > 0 && (
        <Text size="sm">
          <strong>{t.before}</strong> {texts(before)}
        </Text>
      )}
      {after.length > 0 && (
        <Text size="sm">
          <strong>{t.after}</strong> {texts(after)}
        </Text>
      )}
    </Stack>
  );
}
