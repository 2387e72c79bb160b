import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { sessionQuery } from '../sessions/session-query.js';
import type { NamedUnit, Page, TaskShown } from '../shared/api/answers.js';
import { address, request } from '../shared/api/client.js';
import { pagesOf } from '../shared/api/pages.js';
import { WORK } from '../shared/api/work.js';

export interface SessionListed {
  readonly id: string;
  readonly campaign: NamedUnit;
  readonly council: NamedUnit;
  readonly date: string;
  readonly dossiers: number;
}

/** Far more sessions than wait for their result at one time. */
const MOST_SESSIONS = 50;

/** Dossiers at their council step in the reader's own queues. */
export const beforeCouncilQuery = (campaign: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['boards', 'council', campaign],
    ...pagesOf<TaskShown>('/api/v1/inbox', { kind: 'council', campaign, limit: 200 }),
    meta: { follows: { kinds: WORK } },
  });

/** Sessions of the councils that wait for their result. */
export const convenedQuery = (councils: readonly string[]) =>
  queryOptions({
    queryKey: ['boards', 'sessions', councils],
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        councils.map((council) => {
          const query = { council, status: 'convened', limit: MOST_SESSIONS };
          return request<Page<SessionListed>>(address('/api/v1/sessions', query), { signal });
        }),
      );
      return pages.flatMap(({ items }) => items);
    },
    meta: { follows: { kinds: ['session'] } },
  });

/** What stands on the agenda of those sessions: the day, by dossier and visit. */
export const agendasQuery = (sessions: readonly SessionListed[]) =>
  queryOptions({
    queryKey: ['boards', 'agendas', sessions.map(({ id }) => id)],
    queryFn: async ({ client }) => {
      const opened = await Promise.all(sessions.map(({ id }) => client.fetchQuery(sessionQuery(id))));
      return new Map(
        opened.flatMap(({ date, dossiers }) =>
          dossiers.map(({ nominationId, visit }) => [agendaKey(nominationId, visit), date] as const),
        ),
      );
    },
    meta: { follows: { kinds: ['session'] } },
  });

export const agendaKey = (nominationId: string, visit: number): string => `${nominationId}:${String(visit)}`;
