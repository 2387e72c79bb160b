import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { InboxCounts, TaskShown } from '../shared/api/answers.js';
import { request } from '../shared/api/client.js';
import { pagesOf } from '../shared/api/pages.js';
import { WORK } from '../shared/api/work.js';
import { mendInbox } from './mend-inbox.js';
import type { InboxFilters } from './search.js';

const PAGE = 100;

/** The tasks of the reader's queues as filtered, page by page as far as the list has been scrolled. */
export function useInbox(filters: InboxFilters) {
  const query = useInfiniteQuery({
    queryKey: ['inbox', filters],
    ...pagesOf<TaskShown>('/api/v1/inbox', { ...filters, limit: PAGE }),
    placeholderData: keepPreviousData,
    meta: { follows: { kinds: WORK }, mend: mendInbox },
  });
  const tasks = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  return { ...query, tasks };
}

export const useInboxCounts = () =>
  useQuery({
    queryKey: ['inbox-counts'],
    queryFn: ({ signal }) => request<InboxCounts>('/api/v1/inbox/counts', { signal }),
    meta: { follows: { kinds: WORK } },
  });
