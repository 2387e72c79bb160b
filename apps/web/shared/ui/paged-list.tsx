import { Stack, Table } from '@mantine/core';
import type { InfiniteData, UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Page } from '../api/answers.js';
import { MoreButton, type MoreButtonProps } from './more-button.js';
import { QueryState } from './query-state.js';
import { WideTable } from './wide-table.js';

interface ListProps<T> {
  readonly query: Pick<UseQueryResult<InfiniteData<Page<T>>>, 'data' | 'error' | 'refetch'> & MoreButtonProps['query'];
  /** What stands there where there is nothing to list. */
  readonly empty: ReactNode;
  readonly children: (items: readonly T[]) => ReactNode;
}

/** As much of a list as was read, and the way to its next page. */
export function PagedList<T>({ query, empty, children }: ListProps<T>) {
  return (
    <QueryState query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return empty;
        return (
          <Stack gap="sm">
            {children(items)}
            <MoreButton query={query} />
          </Stack>
        );
      }}
    </QueryState>
  );
}

interface TableProps<T> extends ListProps<T> {
  readonly label: string;
  readonly minWidth: number;
  readonly heads: readonly string[];
}

/** The same as a table; the children are its rows. */
export function PagedTable<T>({ label, minWidth, heads, children, ...list }: TableProps<T>) {
  return (
    <PagedList {...list}>
      {(items) => (
        <WideTable label={label} minWidth={minWidth}>
          <Table.Thead>
            <Table.Tr>
              {heads.map((head) => (
                <Table.Th key={head}>{head}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{children(items)}</Table.Tbody>
        </WideTable>
      )}
    </PagedList>
  );
}
