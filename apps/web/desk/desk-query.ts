import { queryOptions, useQuery } from '@tanstack/react-query';
import type { NamedUnit, Page, DueShown, SealedShown, NamedPerson } from '../shared/api/answers.js';
import { address, request } from '../shared/api/client.js';
import { useMe } from '../shared/session/me.js';

export interface DutyListed {
  readonly id: string;
  readonly campaign: NamedUnit;
  readonly key: string;
  readonly kind: string;
  readonly occurrence: string;
  readonly unit: NamedUnit;
  readonly status: string;
  readonly due: DueShown | null;
  readonly late: boolean | null;
  readonly fulfilledAt: string | null;
}

export interface RegistrationListed {
  readonly id: string;
  readonly campaign: NamedUnit;
  readonly status: string;
  readonly number: number;
  readonly pledges: number;
}

export interface PledgeShown {
  readonly key: string;
  readonly own: boolean;
  readonly text: SealedShown;
  readonly target?: number;
  readonly unit?: string;
  readonly spearhead?: boolean;
}
export interface RegistrationOpened {
  readonly id: string;
  readonly status: string;
  readonly number: number;
  readonly visit: number;
  readonly head: NamedPerson;
  readonly pledges: readonly PledgeShown[];
  readonly unit: NamedUnit;
  readonly campaign: NamedUnit;
  /** The version that was confirmed; results are told of it. */
  readonly inForce?: { readonly number: number; readonly pledges: readonly PledgeShown[] };
  readonly results?: { readonly status: 'reported' | 'assessed' };
}

const MOST = 200;

export const dutiesQuery = (unit: string, status: 'open' | 'fulfilled') =>
  queryOptions({
    queryKey: ['duties', unit, status],
    queryFn: ({ signal }) =>
      request<Page<DutyListed>>(address('/api/v1/obligations', { unit, status, limit: MOST }), { signal }),
    meta: { follows: { kinds: ['obligation', 'world', 'calendar'] } },
  });

interface ReportListed {
  readonly id: string;
  readonly obligationId: string;
}

/** Reports of units that have been taken for a period: what a consolidated one is made of. */
export const acceptedReportsQuery = (campaign: string, occurrence: string) =>
  queryOptions({
    queryKey: ['reports', campaign, occurrence],
    queryFn: async ({ signal }) => {
      const items: ReportListed[] = [];
      let cursor: string | undefined;
      do {
        const query = { campaign, occurrence, kind: 'unit', status: 'accepted', limit: MOST, cursor };
        const page = await request<Page<ReportListed>>(address('/api/v1/reports', query), { signal });
        items.push(...page.items);
        cursor = page.next;
      } while (cursor !== undefined);
      return { items };
    },
    meta: { follows: { kinds: ['report'] } },
  });

export const registrationsQuery = (unit: string) =>
  queryOptions({
    queryKey: ['registrations', unit],
    queryFn: ({ signal }) =>
      request<Page<RegistrationListed>>(address('/api/v1/registrations', { unit, limit: MOST }), { signal }),
    meta: { follows: { kinds: ['registration'] } },
  });

export const registrationQuery = (id: string) =>
  queryOptions({
    queryKey: ['registration-opened', id],
    queryFn: ({ signal }) => request<RegistrationOpened>(`/api/v1/registrations/${encodeURIComponent(id)}`, { signal }),
    meta: { follows: { ids: [id] } },
  });

/** The units the reader works for, and the one that is meant: what the address asks for where it is theirs. */
export function useDeskUnits(asked: string | undefined): {
  readonly units: readonly NamedUnit[];
  readonly unit: NamedUnit | undefined;
} {
  const me = useMe();
  const held = (me?.holdings ?? []).filter(({ role }) => role === 'officer' || role === 'head');
  const units = [...new Map(held.map(({ unit }) => [unit.id, unit])).values()];
  return { units, unit: units.find(({ id }) => id === asked) ?? units[0] };
}

/** Whose work is done at the desk: a unit of the reader's, or a cluster or block one of their units acts for this year. */
export interface Desk extends NamedUnit {
  /** The unit that acts: itself, or the leader of the cluster. */
  readonly by: string;
}

interface ClusterLed extends NamedUnit {
  readonly kind: 'cluster' | 'block';
}

/** Clusters and blocks the units act for now. */
export const clustersLedQuery = (units: readonly string[]) =>
  queryOptions({
    queryKey: ['clusters', 'led', units],
    queryFn: async ({ signal }): Promise<readonly Desk[]> => {
      const pages = await Promise.all(
        units.map(async (by) => {
          const query = { actedForBy: by, limit: MOST };
          const { items } = await request<Page<ClusterLed>>(address('/api/v1/clusters', query), { signal });
          return items.map(({ id, name }) => ({ id, name, by }));
        }),
      );
      return pages.flat();
    },
    meta: { follows: { kinds: ['cluster', 'person', 'world'] } },
  });

/** The desks the reader works at, and the one that is meant; undefined, too, while a cluster's is still looked for. */
export function useDesks(asked: string | undefined): {
  readonly desks: readonly Desk[];
  readonly desk: Desk | undefined;
  readonly isLooking: boolean;
} {
  const { units } = useDeskUnits(undefined);
  const led = useQuery({ ...clustersLedQuery(units.map(({ id }) => id)), enabled: units.length > 0 });
  const desks = [...units.map((unit) => ({ ...unit, by: unit.id })), ...(led.data ?? [])];
  const meant = desks.find(({ id }) => id === asked);
  const isLooking = meant === undefined && asked !== undefined && led.isLoading;
  return { desks, desk: isLooking ? undefined : (meant ?? desks[0]), isLooking };
}
