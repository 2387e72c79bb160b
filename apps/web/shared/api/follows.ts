import type { Query, QueryClient } from '@tanstack/react-query';
import type { StreamKind } from '../../../../libs/domain/core/stream.js';

/** What a query shows: it is fetched anew when one of these kinds, or of these ids, has changed. */
export interface Follows {
  readonly kinds?: readonly StreamKind[];
  readonly ids?: readonly string[];
}

interface Stream {
  readonly kind: string;
  readonly id: string;
}

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { readonly follows?: Follows };
  }
}

const concerns = (follows: Follows, { kind, id }: Stream): boolean =>
  follows.kinds?.some((one) => one === kind) === true ||
  // A task's id begins with that of what it belongs to: <kind>:<id>:<visit>.
  follows.ids?.some((one) => one === id || id.includes(`:${one}:`)) === true;

/** Has every query fetched anew that shows something of `streams`. */
export function refetchWhatFollows(client: QueryClient, streams: readonly Stream[]): Promise<void> {
  const predicate = ({ meta }: Query): boolean => {
    const follows = meta?.follows;
    return follows !== undefined && streams.some((stream) => concerns(follows, stream));
  };
  return client.invalidateQueries({ predicate });
}
