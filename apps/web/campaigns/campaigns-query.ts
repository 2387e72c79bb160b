import { queryOptions } from '@tanstack/react-query';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { CampaignPlan } from '../../../libs/domain/campaign-plan/plan-model.js';
import type { NamedUnit, Page } from '../shared/api/answers.js';
import { request } from '../shared/api/client.js';

export interface CampaignListed {
  readonly id: string;
  readonly name: Bilingual;
  readonly status: string;
  readonly issuer: NamedUnit;
  readonly fromYear: number;
  readonly toYear: number;
  readonly document: { readonly number: string; readonly date: string } | null;
}

/** A plan that comes with the product. */
export interface PlanListed {
  readonly name: string;
  readonly campaignId: string;
  readonly title: Bilingual;
  readonly fromYear: number;
  readonly toYear: number;
  readonly document: CampaignFile['documents'][number] | null;
}

export interface FindingShown {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly messageVi: string;
  readonly messageEn: string;
  readonly wayOut: Bilingual;
  readonly line: number;
  /** Where it stands in the file. */
  readonly path: readonly (string | number)[];
}
/** What the api makes of a campaign file: what is wrong with it, and its calendar where nothing is. */
export interface Judged {
  readonly findings: readonly FindingShown[];
  readonly file: CampaignFile | null;
  readonly plan: CampaignPlan | null;
}

export const campaignsQuery = queryOptions({
  queryKey: ['campaigns'],
  queryFn: ({ signal }) => request<Page<CampaignListed>>('/api/v1/campaigns?limit=200', { signal }),
  meta: { follows: { kinds: ['campaign'] } },
});

export const plansQuery = queryOptions({
  queryKey: ['campaign-files'],
  queryFn: ({ signal }) => request<{ readonly items: readonly PlanListed[] }>('/api/v1/campaign-files', { signal }),
  staleTime: Infinity,
});

export const planQuery = (name: string) =>
  queryOptions({
    queryKey: ['campaign-files', name],
    queryFn: ({ signal }) =>
      request<Judged & { readonly text: string }>(`/api/v1/campaign-files/${encodeURIComponent(name)}`, { signal }),
    meta: { follows: { kinds: ['calendar'] } },
  });

export const judge = (text: string): Promise<Judged> =>
  request<Judged>('/api/v1/campaign-files/judgement', { method: 'POST', body: { text } });
