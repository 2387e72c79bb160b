import { Group, Select, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MailWay, NoticeKind } from '../../../libs/contracts/notice-kinds.js';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import { request } from '../shared/api/client.js';
import { Panel } from '../shared/ui/panel.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { QueryState } from '../shared/ui/query-state.js';
import { sayDone } from '../shared/ui/toast.js';
import { useSay, useWords } from '../shared/words/language.js';
import { mailWaysWords } from './mail-ways.words.js';

const PATH = '/api/v1/notices/preferences';
const KEY = ['mail-ways'];

interface WayShown {
  readonly kind: NoticeKind;
  readonly name: Bilingual;
  readonly way: MailWay;
  readonly allowed: readonly MailWay[];
}

/** How mail of each kind comes; saved as it is chosen. */
export function MailWays() {
  const t = useWords(mailWaysWords);
  const client = useQueryClient();
  const query = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => request<{ readonly items: readonly WayShown[] }>(PATH, { signal }),
  });
  const keep = useMutation({
    mutationFn: (items: readonly WayShown[]) =>
      request(PATH, { method: 'PUT', body: Object.fromEntries(items.map(({ kind, way }) => [kind, way])) }),
    onSuccess: () => sayDone(t.saved),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
  return (
    <Panel title={t.title} hint={t.hint}>
      {keep.isError && <ProblemAlert error={keep.error} />}
      <QueryState query={query}>
        {({ items }) =>
          items.map((item) => (
            <Way
              key={item.kind}
              item={item}
              onChoose={(way) => keep.mutate(items.map((one) => (one.kind === item.kind ? { ...one, way } : one)))}
            />
          ))
        }
      </QueryState>
    </Panel>
  );
}

interface WayProps {
  readonly item: WayShown;
  readonly onChoose: (way: MailWay) => void;
}

function Way({ item: { name, way, allowed }, onChoose }: WayProps) {
  const t = useWords(mailWaysWords);
  const say = useSay();
  return (
    <Group justify="space-between" gap="xs">
      <Text flex="1 1 220px">{say(name)}</Text>
      {allowed.length === 1 ? (
        <Text size="sm" c="dimmed">
          {t.fixed}
        </Text>
      ) : (
        <Select
          aria-label={say(name)}
          w={220}
          allowDeselect={false}
          value={way}
          onChange={(next) => next !== null && onChoose(next)}
          data={allowed.map((one) => ({ value: one, label: t[one] }))}
        />
      )}
    </Group>
  );
}
