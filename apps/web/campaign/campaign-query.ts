import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { CampaignFile, OpenQuestion } from '../../../libs/domain/campaign-plan/campaign.js';
import type { PlannedDate, PlanWarning } from '../../../libs/domain/campaign-plan/plan-model.js';
import type { DueShown, NamedPerson, NamedUnit, Page } from '../shared/api/answers.js';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import { address, request } from '../shared/api/client.js';
import { pagesOf } from '../shared/api/pages.js';

/** A campaign as the api shows it: how it stands, with its file. */
export interface CampaignShown {
  readonly id: string;
  readonly version: number;
  readonly status: 'draft' | 'running' | 'closed' | 'archived';
  readonly launchedAt?: number;
  readonly document?: { readonly number: string; readonly date: string };
  readonly phases: readonly string[];
  readonly reviews: Readonly<Record<string, number>>;
  readonly conclusions: Readonly<Record<string, { readonly number: string; readonly date: string }>>;
  readonly extended: Readonly<Record<string, string>>;
  readonly rulePack: string;
  readonly units: readonly NamedUnit[];
  readonly file: CampaignFile;
}

export type TimelineItem = PlannedDate & { readonly movedTo?: string; readonly passed: boolean };
export interface TimelineShown {
  readonly today: string;
  readonly items: readonly TimelineItem[];
  readonly warnings: readonly PlanWarning[];
}

export type QuestionShown = OpenQuestion & {
  readonly answer: {
    readonly choice: string;
    readonly text?: { readonly text?: string };
    readonly by: NamedPerson;
    readonly at: string;
  } | null;
};

export interface DutyProgress {
  readonly key: string;
  readonly occurrence: string;
  readonly lastDay: string;
  readonly open: number;
  readonly overdue: number;
  readonly fulfilled: number;
  readonly late: number;
  readonly waived: number;
}
export interface ProgressShown {
  readonly obligations: readonly DutyProgress[];
  readonly registrations: Readonly<Record<string, number>>;
  readonly reports: Readonly<Record<string, number>>;
  readonly rounds: Readonly<Record<string, number>>;
  readonly nominations: Readonly<Record<string, number>>;
}

export interface UnitStanding {
  readonly unit: NamedUnit;
  readonly registration: string | null;
  readonly asked: boolean;
  readonly duties: {
    readonly open: number;
    readonly overdue: number;
    readonly fulfilled: number;
    readonly late: number;
  };
  readonly next: DueShown | null;
  readonly nominations: { readonly open: number; readonly awarded: number };
  readonly reminded: number;
  readonly remindedAt: string | null;
}

export interface LateDuty {
  readonly id: string;
  readonly campaign: NamedUnit;
  readonly title: Bilingual;
  readonly unit: NamedUnit;
  readonly key: string;
  readonly occurrence: string;
  readonly due: DueShown | null;
  readonly reminders: readonly {
    readonly kind: 'due' | 'overdue' | 'urged';
    readonly at: string;
    readonly to: readonly NamedPerson[];
  }[];
  /** The units that may urge it. */
  readonly leads: readonly string[];
  readonly urgedToday: boolean;
}

export interface RoundShown {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly occurrence: string;
  readonly status: string;
  readonly closes: string;
}

const path = (campaignId: string, part = ''): string => `/api/v1/campaigns/${encodeURIComponent(campaignId)}${part}`;

export const campaignQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaign', id],
    queryFn: ({ signal }) => request<CampaignShown>(path(id), { signal }),
    meta: { follows: { ids: [id] } },
  });

/** Where today stands in it changes with the world's clock. */
export const timelineQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaign', id, 'timeline'],
    queryFn: ({ signal }) => request<TimelineShown>(path(id, '/timeline'), { signal }),
    meta: { follows: { ids: [id], kinds: ['world', 'calendar'] } },
  });

export const questionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaign', id, 'questions'],
    queryFn: ({ signal }) => request<{ readonly items: readonly QuestionShown[] }>(path(id, '/questions'), { signal }),
    meta: { follows: { ids: [id] } },
  });

export const progressQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaign', id, 'progress'],
    queryFn: ({ signal }) => request<ProgressShown>(path(id, '/progress'), { signal }),
    meta: { follows: { kinds: ['obligation', 'registration', 'report', 'round', 'nomination', 'world'] } },
  });

export const roundsQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaign', id, 'rounds'],
    queryFn: ({ signal }) =>
      request<Page<RoundShown>>(address('/api/v1/rounds', { campaign: id, limit: 200 }), { signal }),
    meta: { follows: { kinds: ['round'] } },
  });

/** One part of a campaign that is read page by page. */
const paged = <T>(id: string, part: 'units' | 'late') =>
  infiniteQueryOptions({
    queryKey: ['campaign', id, part],
    ...pagesOf<T>(path(id, `/${part}`), { limit: 50 }),
    meta: { follows: { kinds: ['obligation', 'registration', 'nomination', 'world'] } },
  });

export const unitsQuery = (id: string) => paged<UnitStanding>(id, 'units');
export const lateQuery = (id: string) => paged<LateDuty>(id, 'late');

/** Number and symbol as printed: some files write the number into the symbol as well. */
export function printedNumber({
  number = '',
  symbol = '',
}: Pick<CampaignFile['documents'][number], 'number' | 'symbol'>): string {
  if (symbol === '' || number === '') return number + symbol;
  return symbol.startsWith(number) ? symbol : `${number}/${symbol}`;
}

/** An occurrence as people say it: a year or a period; what happens once has no name. */
export const occurrenceName = (occurrence: string | undefined): string =>
  occurrence === undefined || occurrence === 'once' ? '' : occurrence.replace(/^(\d{4})-(\w+)$/, '$2/$1');
