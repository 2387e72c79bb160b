import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { NamedUnit } from '../shared/api/answers.js';
import { request } from '../shared/api/client.js';
import { pagesOf } from '../shared/api/pages.js';

export interface ClusterListed {
  readonly id: string;
  readonly kind: 'cluster' | 'block';
  readonly name: Bilingual;
  readonly years: readonly number[];
  /** Of this year; null where nobody is named yet. */
  readonly leader: NamedUnit | null;
  readonly members: number;
}

export interface ClusterYearShown {
  readonly year: number;
  readonly leader: string;
  readonly deputy?: string;
  readonly members: readonly string[];
}

export interface ClusterDetail {
  readonly id: string;
  readonly version: number;
  readonly kind: 'cluster' | 'block';
  readonly name: Bilingual;
  readonly years: readonly ClusterYearShown[];
  /** Every unit of any of its years, as it is called now. */
  readonly units: readonly NamedUnit[];
}

export const clusterPath = (id: string, part = ''): string => `/api/v1/clusters/${encodeURIComponent(id)}${part}`;

export const clustersListQuery = infiniteQueryOptions({
  queryKey: ['clusters', 'list'],
  ...pagesOf<ClusterListed>('/api/v1/clusters', { limit: 200 }),
  meta: { follows: { kinds: ['cluster', 'unit', 'world'] } },
});

export const clusterDetailQuery = (id: string) =>
  queryOptions({
    queryKey: ['clusters', 'one', id],
    queryFn: ({ signal }) => request<ClusterDetail>(clusterPath(id), { signal }),
    meta: { follows: { ids: [id], kinds: ['unit'] } },
  });
