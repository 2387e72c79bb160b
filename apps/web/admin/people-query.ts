import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Role } from '../../../libs/domain/access/actor.js';
import type { NamedPerson, NamedUnit, Page } from '../shared/api/answers.js';
import { address, request } from '../shared/api/client.js';
import { pagesOf } from '../shared/api/pages.js';

export interface PersonListed extends NamedPerson {
  readonly invented: boolean;
  readonly holdings: readonly {
    readonly unitId: string;
    readonly unit: NamedUnit;
    readonly role: Role;
    readonly title: string;
    readonly onBehalfOf?: string;
  }[];
}

export interface PositionShown {
  readonly key: string;
  readonly unit: NamedUnit;
  readonly role: Role;
  readonly title: string;
  readonly from: string;
  readonly to?: string;
  readonly onBehalfOf?: NamedPerson;
}

export interface PersonDetail extends Omit<PersonListed, 'holdings'> {
  readonly positions: readonly PositionShown[];
  readonly username?: string;
  readonly email?: string | null;
}

export const personPath = (id: string, part = ''): string => `/api/v1/persons/${encodeURIComponent(id)}${part}`;

/** Who holds something at a unit today. */
export const peopleAtQuery = (unit: string) =>
  queryOptions({
    queryKey: ['persons', 'at', unit],
    queryFn: ({ signal }) => request<Page<PersonListed>>(address('/api/v1/persons', { unit, limit: 200 }), { signal }),
    meta: { follows: { kinds: ['person'] } },
  });

export const peopleQuery = (asked: { readonly unit?: string | undefined; readonly q?: string | undefined }) =>
  infiniteQueryOptions({
    queryKey: ['persons', 'list', asked],
    ...pagesOf<PersonListed>('/api/v1/persons', { ...asked, limit: 200 }),
    meta: { follows: { kinds: ['person'] } },
  });

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['person', id],
    queryFn: ({ signal }) => request<PersonDetail>(personPath(id), { signal }),
    meta: { follows: { ids: [id] } },
  });
