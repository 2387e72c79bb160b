import { queryOptions } from '@tanstack/react-query';
import type { PapersShown } from '../shared/api/answers.js';
import { request } from '../shared/api/client.js';

export const papersQuery = (id: string) =>
  queryOptions({
    queryKey: ['papers', id],
    queryFn: ({ signal }) => request<PapersShown>(`/api/v1/nominations/${encodeURIComponent(id)}/papers`, { signal }),
    meta: { follows: { ids: [id], kinds: ['rule-pack'] } },
  });
