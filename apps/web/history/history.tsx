import { Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HistoryShown } from '../shared/api/answers.js';
import { address } from '../shared/api/client.js';
import { download } from '../shared/api/download.js';
import { pagesOf } from '../shared/api/pages.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { Loading } from '../shared/ui/states.js';
import { sayProblem } from '../shared/ui/toast.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useLanguage, useWords } from '../shared/words/language.js';
import { HistoryEntry } from './history-entry.js';
import styles from './history.module.css';
import { historyWords } from './history.words.js';
import { isMilestone } from './weight.js';

const PAGE = 100;
interface Props {
  /** Where it is read, for example `/api/v1/nominations/x/history`. */
  readonly href: string;
  readonly id: string;
}

/** What happened, oldest first: who, when, what, why, under which rule, from what to what. */
export function History({ href, id }: Props) {
  const t = useWords(historyWords);
  const words = useWords(common);
  const { language } = useLanguage();
  const { number } = useFormats();
  const [detail, setDetail] = useState<'milestones' | 'everything'>('milestones');
  const query = useInfiniteQuery({
    queryKey: ['history', href],
    ...pagesOf<HistoryShown>(href, { limit: PAGE }),
    // Sessions and decisions are part of the story under ids of their own.
    meta: { follows: { ids: [id], kinds: ['session', 'decision'] } },
  });
  const entries = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const shown = detail === 'everything' ? entries : entries.filter(isMilestone);
  const hidden = entries.length - shown.length;
  return (
    <Stack component="section" aria-labelledby="history" gap="sm">
      <Group justify="space-between">
        <Title order={2} size="h4" id="history">
          {t.title}
        </Title>
        <Group gap="xs" className="vd-no-print">
          <SegmentedControl
            size="xs"
            aria-label={t.show}
            value={detail}
            onChange={setDetail}
            data={[
              { value: 'milestones' as const, label: t.milestones },
              { value: 'everything' as const, label: t.everything },
            ]}
          />
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFileText size={16} aria-hidden />}
            onClick={() =>
              void download(address(href, { format: 'text' }), `${id}.txt`).catch((error: unknown) =>
                sayProblem(error, language),
              )
            }
          >
            {t.asText}
          </Button>
        </Group>
      </Group>
      {query.isPending && <Loading />}
      {query.isError && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && entries.length === 0 && <Text c="dimmed">{t.empty}</Text>}
      <ol className={styles['line']}>
        {shown.map((entry) => (
          <HistoryEntry
            key={`${entry.stream.kind}/${entry.stream.id}/${String(entry.stream.version)}/${entry.digest}`}
            entry={entry}
          />
        ))}
      </ol>
      {hidden > 0 && (
        <Text size="sm" c="dimmed" className="vd-no-print">
          {t.hidden(number(hidden))}
        </Text>
      )}
      {query.hasNextPage && (
        <Group>
          <Button
            size="xs"
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {words.more}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
