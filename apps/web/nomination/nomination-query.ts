import { queryOptions } from '@tanstack/react-query';
import type { NominationShown } from '../shared/api/answers.js';
import { request } from '../shared/api/client.js';

export const nominationQuery = (id: string) =>
  queryOptions({
    queryKey: ['nomination', id],
    queryFn: ({ signal }) => request<NominationShown>(`/api/v1/nominations/${encodeURIComponent(id)}`, { signal }),
    meta: { follows: { ids: [id] } },
  });
