import { queryOptions } from '@tanstack/react-query';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { SubjectKind } from '../../../libs/domain/campaign-plan/vocabulary.js';
import type { Count } from '../../../libs/domain/session/session.stream.js';
import type { NamedUnit } from '../shared/api/answers.js';
import { request } from '../shared/api/client.js';

export interface AgendaShown {
  readonly nominationId: string;
  readonly visit: number;
  readonly subject: { readonly kind: SubjectKind; readonly name: string | null };
  readonly unit: NamedUnit;
  readonly awardName: Bilingual;
  /** Still before the council; else its count moves nothing. */
  readonly waits: boolean;
  readonly thresholds: readonly {
    readonly percent: number;
    readonly base: 'all-members' | 'present';
    readonly binding: boolean;
    readonly article: string;
  }[];
  readonly count: Count | null;
}

/** A council session as the api shows it. */
export interface SessionShown {
  readonly id: string;
  readonly status: 'convened' | 'recorded';
  readonly date: string;
  readonly members: number;
  readonly present?: number | undefined;
  readonly minutes?: { readonly number: string; readonly date: string } | undefined;
  readonly visit: number;
  readonly council: NamedUnit;
  readonly campaign: NamedUnit;
  readonly dossiers: readonly AgendaShown[];
}

export const sessionQuery = (id: string) =>
  queryOptions({
    queryKey: ['session', id],
    queryFn: ({ signal }) => request<SessionShown>(`/api/v1/sessions/${encodeURIComponent(id)}`, { signal }),
    meta: { follows: { ids: [id], kinds: ['nomination'] } },
  });
