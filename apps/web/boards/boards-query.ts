import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { SubjectKind } from '../../../libs/domain/campaign-plan/vocabulary.js';
import type { LateDuty, RoundShown, UnitStanding } from '../campaign/campaign-query.js';
import type { DutyListed } from '../desk/desk-query.js';
import type { NamedUnit, Page, TaskShown } from '../shared/api/answers.js';
import { address, request } from '../shared/api/client.js';
import { pagesOf } from '../shared/api/pages.js';
import { WORK } from '../shared/api/work.js';

export const lateBoardQuery = (campaign: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['boards', 'late', campaign],
    ...pagesOf<LateDuty>('/api/v1/boards/late', { campaign, limit: 50 }),
    meta: { follows: { kinds: ['obligation', 'world'] } },
  });

export interface ClusterListed {
  readonly id: string;
  readonly kind: 'cluster' | 'block';
  readonly name: Bilingual;
  readonly leader: NamedUnit;
  readonly members: number;
  readonly mine: boolean;
}

export interface ClusterShown {
  readonly name: Bilingual;
  readonly year: number;
  readonly leader: NamedUnit;
  readonly deputy: NamedUnit | null;
  readonly items: readonly UnitStanding[];
  readonly others: readonly NamedUnit[];
}

export const clustersQuery = queryOptions({
  queryKey: ['boards', 'clusters'],
  queryFn: ({ signal }) => request<{ readonly items: readonly ClusterListed[] }>('/api/v1/boards/clusters', { signal }),
  meta: { follows: { kinds: ['cluster', 'person', 'world'] } },
});

export const clusterQuery = (id: string, campaign: string) =>
  queryOptions({
    queryKey: ['boards', 'cluster', id, campaign],
    queryFn: ({ signal }) =>
      request<ClusterShown>(address(`/api/v1/boards/clusters/${encodeURIComponent(id)}`, { campaign }), { signal }),
    meta: { follows: { kinds: ['cluster', 'obligation', 'registration', 'nomination', 'world'] } },
  });

/** Tasks of one kind at the reader's own queues. */
export const tasksOfKindQuery = (kind: string, campaign: string | undefined) =>
  queryOptions({
    queryKey: ['boards', 'tasks', kind, campaign],
    queryFn: ({ signal }) =>
      request<Page<TaskShown>>(address('/api/v1/inbox', { kind, campaign, limit: 100 }), { signal }),
    meta: { follows: { kinds: WORK } },
  });

/** Duties to consolidate of the units the reader works for. */
export const consolidationsQuery = (units: readonly string[]) =>
  queryOptions({
    queryKey: ['boards', 'consolidations', units],
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        units.map((unit) =>
          request<Page<DutyListed>>(
            address('/api/v1/obligations', { unit, kind: 'consolidation', status: 'open', limit: 200 }),
            { signal },
          ),
        ),
      );
      return pages.flatMap(({ items }) => items);
    },
    meta: { follows: { kinds: ['obligation', 'world'] } },
  });

export interface RoundListed extends RoundShown {
  /** What its campaign calls it. */
  readonly text: Bilingual;
  readonly campaign: NamedUnit;
}

export const allRoundsQuery = (campaign: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['boards', 'rounds', campaign],
    ...pagesOf<RoundListed>('/api/v1/rounds', { campaign }),
    meta: { follows: { kinds: ['round'] } },
  });

export interface SubmissionListShown {
  readonly id: string;
  readonly campaign: NamedUnit;
  readonly round: Bilingual;
  readonly occurrence: string;
  readonly status: string;
  readonly closes: string;
  readonly today: string;
  readonly lead: NamedUnit | null;
  readonly decider: NamedUnit | null;
  readonly items: readonly {
    readonly id: string;
    readonly subject: { readonly kind: SubjectKind; readonly name: string | null };
    readonly unit: NamedUnit;
    readonly award: Bilingual;
    readonly awardCode: string;
    readonly achievement: string | null;
    readonly status: string;
  }[];
}

export const submissionListQuery = (roundId: string) =>
  queryOptions({
    queryKey: ['submission-list', roundId],
    queryFn: ({ signal }) =>
      request<SubmissionListShown>(`/api/v1/rounds/${encodeURIComponent(roundId)}/submission-list`, { signal }),
    meta: { follows: { kinds: ['round', 'nomination'] } },
  });
