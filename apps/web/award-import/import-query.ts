import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { AskedMapping } from '../../../libs/domain/award-history/import/header.js';
import { request } from '../shared/api/client.js';
import type { ImportDone, ImportPreview } from './import-answers.js';

/** How a person wants the file read, where it is not read rightly by itself. */
export interface Reading {
  readonly mapping: AskedMapping;
  readonly headerRow?: number | undefined;
}

const importPath = (digest: string, part = ''): string => `/api/v1/award-imports/${encodeURIComponent(digest)}${part}`;

/** What would become of the rows of a file; looking changes nothing. A register that changes is looked at anew. */
export const previewQuery = (digest: string, reading: Reading, onlyWrong: boolean) =>
  infiniteQueryOptions({
    queryKey: ['award-import', digest, reading, onlyWrong],
    queryFn: ({ pageParam, signal }) =>
      request<ImportPreview>(importPath(digest, '/preview'), {
        method: 'POST',
        body: { ...reading, ...(onlyWrong ? { only: 'wrong' } : {}), after: pageParam },
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: ({ lines }) => lines.next,
    placeholderData: keepPreviousData,
    meta: { follows: { kinds: ['award'] } },
  });

/** Enters what is in order. A repetition of the same press, and a second press, enter nothing twice. */
export const enterImport = (digest: string, reading: Reading, key: string): Promise<ImportDone> =>
  request<ImportDone>(importPath(digest), { method: 'POST', body: reading, key });
