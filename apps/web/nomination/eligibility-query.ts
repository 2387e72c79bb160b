import { queryOptions } from '@tanstack/react-query';
import type { EligibilityShown } from '../shared/api/answers.js';
import { request } from '../shared/api/client.js';

export const eligibilityQuery = (id: string) =>
  queryOptions({
    queryKey: ['eligibility', id],
    queryFn: ({ signal }) =>
      request<EligibilityShown>(`/api/v1/nominations/${encodeURIComponent(id)}/eligibility`, { signal }),
    meta: { follows: { ids: [id], kinds: ['rule-pack'] } },
  });
