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
    queryFn: ({ signal }) => request<Page<HistoryShown>>(href, { signal }).catch(noneIfForbidden),
    meta: { follows: { ids: [id] } },
  });
  // Nothing until it is known whether there is anything to show: a panel that comes and goes is worse than one that comes.
  if (query.data === null || query.isPending) return null;
  return (
    <Panel title={title}>
      <QueryState query={query}>
        {(page) => (
          <ol className={styles['line']}>
            {page?.items.map((entry) => (
              <HistoryEntry key={`${String(entry.stream.version)}/${entry.digest}`} entry={entry} />
            ))}
          </ol>
        )}
      </QueryState>
    </Panel>
  );
}

/** That the reader may not see it is an answer, and asked again it stays one. */
function noneIfForbidden(error: unknown): null {
  if (error instanceof ProblemError && error.problem.status === 403) return null;
  throw error;
}
