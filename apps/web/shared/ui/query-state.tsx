import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemAlert } from './problem-alert.js';
import { Loading } from './states.js';

interface Props<T> {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>;
  readonly children: (data: T) => ReactNode;
}

/** What was asked for: on its way, refused with a way to try again, or there. */
export function QueryState<T>({ query: { data, error, refetch }, children }: Props<T>) {
  if (data !== undefined) return children(data);
  if (error !== null) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  return <Loading />;
}
