import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem.js';
import { ME_KEY } from '../session/me.js';

const MOST_RETRIES = 2;

const mayPass = (failures: number, error: Error): boolean =>
  error instanceof ProblemError && error.isPassing && failures < MOST_RETRIES;

/** A session that has ended is noticed wherever it is: the page then asks to sign in and comes back. */
function noticeSignedOut(error: Error): void {
  if (error instanceof ProblemError && error.problem.code === 'SIGN_IN_REQUIRED')
    queryClient.setQueryData(ME_KEY, null);
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignedOut }),
  mutationCache: new MutationCache({ onError: noticeSignedOut }),
  defaultOptions: {
    // Events tell of changes; the clock only mends what an event has missed.
    queries: { staleTime: 30_000, retry: mayPass, networkMode: 'always' },
    // A retry carries the same idempotency key, so it is the same act.
    mutations: { retry: mayPass, networkMode: 'always' },
  },
});
