import { queryOptions, useQuery } from '@tanstack/react-query';
import type { PermissionName } from '../../../../libs/domain/access/permissions.js';
import type { Me, PermissionShown } from '../api/answers.js';
import { request } from '../api/client.js';
import { ProblemError } from '../api/problem.js';

export const ME_KEY = ['me'] as const;

async function fetchMe(): Promise<Me | null> {
  try {
    return await request<Me>('/api/v1/auth/me');
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 401) return null;
    throw error;
  }
}

/** Who is signed in; null when nobody is. */
export const meQuery = queryOptions({
  queryKey: ME_KEY,
  queryFn: fetchMe,
  staleTime: 60_000,
  meta: { follows: { kinds: ['person', 'world'] } },
});

const permissionsQuery = queryOptions({
  queryKey: ['permissions'],
  queryFn: () => request<{ readonly items: readonly PermissionShown[] }>('/api/v1/permissions'),
  staleTime: 60_000,
  meta: { follows: { kinds: ['person'] } },
});

/** The signed-in reader; undefined while that is being found out, and after signing out. */
export const useMe = (): Me | undefined => useQuery(meQuery).data ?? undefined;

/** Today in the world's own time, `YYYY-MM-DD`. */
export const useToday = (): string => useMe()?.world.today ?? '';

/**
 * Whether the reader's roles grant a permission, anywhere or at one unit. Only spares people what would be refused: the
 * ledger judges again.
 */
export function useMay(): (permission: PermissionName, unitId?: string) => boolean {
  const { data } = useQuery(permissionsQuery);
  return (permission, unitId) => {
    const units = data?.items.find(({ name }) => name === permission)?.units ?? [];
    return unitId === undefined ? units.length > 0 : units.includes(unitId);
  };
}
