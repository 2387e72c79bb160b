import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { HistoryEntry } from '../history/history-entry.js';
import styles from '../history/history.module.css';
import type { HistoryShown, Page } from '../shared/api/answers.js';
import { request } from '../shared/api/client.js';
import { QueryState } from '../shared/ui/query-state.js';

interface Props {
  readonly href: string;
  /** What it is the history of. */
  readonly id: string;
  readonly empty: string;
}

/** A history that fits on a page as it is: of a unit, a person, a rule. */
export function ShortHistory({ href, id, empty }: Props) {
  const query = useQuery({
    queryKey: ['history', href],
    queryFn: ({ signal }) => request<Page<HistoryShown>>(href, { signal }),
    meta: { follows: { ids: [id], kinds: ['rule-pack'] } },
  });
  return (
    <QueryState query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Text size="sm" c="dimmed">
            {empty}
          </Text>
        ) : (
          <ol className={styles['line']}>
            {items.map((entry) => (
              <HistoryEntry key={`${String(entry.stream.version)}/${entry.digest}`} entry={entry} />
            ))}
          </ol>
        )
      }
    </QueryState>
  );
}
