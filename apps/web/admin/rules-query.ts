import { queryOptions } from '@tanstack/react-query';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { RuleTable } from '../../../libs/domain/rules/rows.js';
import { address, request } from '../shared/api/client.js';

export interface RuleShown {
  readonly id: string;
  readonly table: RuleTable;
  readonly tableName: Bilingual;
  readonly says: Bilingual;
  readonly article: string;
  readonly from?: string;
  readonly source?: string;
  readonly note?: Bilingual;
  readonly enforced: boolean;
  readonly waitsForPerson: boolean;
  readonly verifiedByPerson?: boolean;
}

export interface RulesShown {
  readonly on: string;
  readonly pack: { readonly id: string; readonly name: Bilingual } | null;
  readonly items: readonly RuleShown[];
}

export interface PackShown {
  readonly id: string;
  readonly name: Bilingual;
  readonly status: 'adopted' | 'draft';
}

interface PacksShown {
  readonly packs: readonly PackShown[];
  readonly tables: readonly { readonly table: RuleTable; readonly name: Bilingual }[];
}

export interface DifferenceShown {
  readonly table: RuleTable;
  readonly tableName: Bilingual;
  readonly key: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly before: readonly RuleShown[];
  readonly after: readonly RuleShown[];
}

export interface RulesAsked {
  readonly on?: string | undefined;
  readonly table?: RuleTable | undefined;
  readonly award?: string | undefined;
  readonly waiting?: true | undefined;
}

const follows = { follows: { kinds: ['rule-pack'] as const } };

export const rulesQuery = (asked: RulesAsked) =>
  queryOptions({
    queryKey: ['rules', asked],
    queryFn: ({ signal }) => request<RulesShown>(address('/api/v1/rules', { ...asked }), { signal }),
    meta: follows,
  });

export const packsQuery = queryOptions({
  queryKey: ['rule-packs', 'all'],
  queryFn: ({ signal }) => request<PacksShown>('/api/v1/rules/packs', { signal }),
  meta: follows,
});

export const differencesQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['rule-differences', from, to],
    queryFn: ({ signal }) =>
      request<{ readonly items: readonly DifferenceShown[] }>(address('/api/v1/rules/differences', { from, to }), {
        signal,
      }),
    meta: follows,
  });

export const rulePath = (id: string, part: string): string => `/api/v1/rules/${encodeURIComponent(id)}${part}`;
