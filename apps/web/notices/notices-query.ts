import { queryOptions } from '@tanstack/react-query';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { CappedCount } from '../shared/api/answers.js';
import { request } from '../shared/api/client.js';
import { WORK } from '../shared/api/work.js';

export interface NoticeShown {
  readonly id: number;
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly campaign: Bilingual | null;
  /** Whose example it is about. */
  readonly whose: string | null;
  readonly opens: string | null;
  readonly at: string;
  readonly readAt: string | null;
}

export const unreadQuery = queryOptions({
  queryKey: ['notices', 'unread-count'],
  queryFn: ({ signal }) => request<CappedCount>('/api/v1/notices/unread', { signal }),
  meta: { follows: { kinds: WORK } },
});
