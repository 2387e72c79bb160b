import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';
import type { Page, TaskShown } from '../shared/api/answers.js';
import { concerns, type Stream } from '../shared/api/follows.js';
import type { InboxFilters } from './search.js';
import { taskQuery } from './task-query.js';

/** Up to here a list is simply read anew. */
const FEW_PAGES = 3;
/** Rows looked at one by one after a rush; the others are right again when the list is next opened. */
const MOST = 40;

type Loaded = InfiniteData<Page<TaskShown>, string | undefined>;

/**
 * Brings a list up to date of which much has been loaded: only the rows that changed are read, those that are over go.
 * Reading every page anew would be a hundred requests for one claim, and what is new belongs where nobody is looking.
 */
export async function mendInbox(client: QueryClient, key: QueryKey, streams: readonly Stream[]): Promise<void> {
  const data = client.getQueryData<Loaded>(key);
  if (data === undefined || data.pages.length <= FEW_PAGES) {
    await client.invalidateQueries({ queryKey: key, exact: true });
    return;
  }
  const changed = data.pages
    .flatMap(({ items }) => items)
    .filter(({ taskId, owner }) => streams.some((stream) => concerns({ ids: [taskId, owner.id] }, stream)))
    .slice(0, MOST);
  const fresh = await Promise.all(
    changed.map(async ({ taskId }) => {
      const task = await client.fetchQuery({ ...taskQuery(taskId), staleTime: 0 }).catch(() => undefined);
      return [taskId, task] as const;
    }),
  );
  const byId = new Map(fresh);
  const status = statusIn(key);
  client.setQueryData<Loaded>(key, (before) =>
    before === undefined
      ? before
      : {
          ...before,
          pages: before.pages.map((page) => ({
            ...page,
            items: page.items.flatMap((row) => {
              const task = byId.get(row.taskId);
              if (task === undefined) return [row];
              return task.status === status ? [task] : [];
            }),
          })),
        },
  );
}

const statusIn = ([, filters]: QueryKey): string => (filters as InboxFilters | undefined)?.status ?? 'open';
