import { queryOptions } from '@tanstack/react-query';
import type { StreamKind } from '../../../libs/domain/core/stream.js';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { CappedCount } from '../shared/api/answers.js';
import { request } from '../shared/api/client.js';

export interface NoticeShown {
  readonly id: number;
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly campaign: Bilingual | null;
  readonly opens: string | null;
  readonly at: string;
  readonly readAt: string | null;
}

/** Whatever happens may tell somebody something. */
export const TELLING: readonly StreamKind[] = [
  'task',
  'nomination',
  'obligation',
  'registration',
  'report',
  'round',
  'session',
  'campaign',
  'activity',
  'example',
];

export const unreadQuery = queryOptions({
  queryKey: ['notices', 'unread-count'],
  queryFn: ({ signal }) => request<CappedCount>('/api/v1/notices/unread', { signal }),
  meta: { follows: { kinds: TELLING } },
});
