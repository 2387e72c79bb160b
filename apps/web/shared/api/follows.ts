import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';
import type { StreamKind } from '../../../../libs/domain/core/stream.js';

/** What a query shows: it is fetched anew when one of these kinds, or of these ids, has changed. */
export interface Follows {
  readonly kinds?: readonly StreamKind[];
  readonly ids?: readonly string[];
}

export interface Stream {
  readonly kind: string;
  readonly id: string;
}

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      readonly follows?: Follows;
      /** How it is brought up to date where fetching all of it anew would be too much. */
      readonly mend?: (client: QueryClient, key: QueryKey, streams: readonly Stream[]) => Promise<void>;
    };
  }
}

export const concerns = (follows: Follows, { kind, id }: Stream): boolean =>
  follows.kinds?.some((one) => one === kind) === true ||
  // A task's id begins with that of what it belongs to: <kind>:<id>:<visit>.
  follows.ids?.some((one) => one === id || id.includes(`:${one}:`)) === true;

/** Has every query fetched anew that shows something of `streams`. */
export function refetchWhatFollows(client: QueryClient, streams: readonly Stream[]): Promise<void> {
  const predicate = ({ meta }: Query): boolean => {
    const follows = meta?.follows;
    return follows !== undefined && streams.some((stream) => concerns(follows, stream));
  };
  const following = client.getQueryCache().findAll({ predicate });
  const first = following.filter(isFirstAnswerAwaited);
  const [mended, whole] = partition(following.filter((query) => !first.includes(query)));
  return Promise.all([
    ...first.map((query) => askAgain(client, query)),
    ...mended.map(({ meta, queryKey }) => meta?.mend?.(client, queryKey, streams)),
    client.invalidateQueries({ predicate: (query) => whole.includes(query) }),
  ]).then(() => undefined);
}

const isFirstAnswerAwaited = ({ state }: Query): boolean =>
  state.fetchStatus === 'fetching' && state.data === undefined;

/** An answer on its way may be older than what is told; a first one is not cut off, and asked for anew once it is there. */
const askAgain = async (client: QueryClient, query: Query): Promise<void> => {
  await query.promise?.catch(() => undefined);
  await client.invalidateQueries({ predicate: (one) => one === query });
};

const partition = (queries: readonly Query[]): readonly [readonly Query[], readonly Query[]] => [
  queries.filter(({ meta }) => meta?.mend !== undefined),
  queries.filter(({ meta }) => meta?.mend === undefined),
];
