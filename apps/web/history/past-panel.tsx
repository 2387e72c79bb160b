import { useQuery } from '@tanstack/react-query';
import type { HistoryShown, Page } from '../shared/api/answers.js';
import { request } from '../shared/api/client.js';
import { ProblemError } from '../shared/api/problem.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { HistoryEntry } from './history-entry.js';
import styles from './history.module.css';

interface Props {
  readonly title: string;
  /** Where it is read. */
  readonly href: string;
  readonly id: string;
}

/** What happened to a thing, with reasons: for the units that have a part in it; others see what it is without. */
export function PastPanel({ title, href, id }: Props) {
  const query = useQuery({
    queryKey: ['history', href],
    queryFn: ({ signal }) => request<Page<HistoryShown>>(href, { signal }),
    retry: (count, error) => count < 2 && !isForbidden(error),
    meta: { follows: { ids: [id] } },
  });
  if (isForbidden(query.error)) return null;
  return (
    <Panel title={title}>
      <QueryState query={query}>
        {({ items }) => (
          <ol className={styles['line']}>
            {items.map((entry) => (
              <HistoryEntry key={`${String(entry.stream.version)}/${entry.digest}`} entry={entry} />
            ))}
          </ol>
        )}
      </QueryState>
    </Panel>
  );
}

const isForbidden = (error: unknown): boolean => error instanceof ProblemError && error.problem.status === 403;
