import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Changed } from './answers.js';
import { address, worldInAddress } from './client.js';
import { refetchWhatFollows } from './follows.js';

const GATHER_MS = 300;
/** What is older has been read anew by then: no answer is taken for fresh for longer. */
const OLDEST_MS = 60_000;

/** When the page last heard of changes, or began. */
let heardAt = performance.now();

/** Whether the stream of changes is open; `lost` after it had been. */
export type Connection = 'opening' | 'open' | 'lost';

/**
 * Listens to what changes anywhere and fetches anew what is shown of it. A rush is gathered: many facts, one refetch.
 * What changed while the page was opening is told with the first word; after a gap everything is fetched anew, for nobody
 * knows what was missed.
 */
export function useLiveChanges(enabled: boolean): Connection {
  const client = useQueryClient();
  const [connection, setConnection] = useState<Connection>('opening');
  const world = worldInAddress() ?? undefined;
  useEffect(() => {
    if (!enabled) return undefined;
    const age = Math.min(OLDEST_MS, Math.ceil(performance.now() - heardAt));
    const source = new EventSource(address('/api/v1/events', { world, age }), { withCredentials: true });
    let gathered: Changed['streams'][number][] = [];
    let timer: number | undefined;
    let wasLost = false;
    source.addEventListener('open', () => {
      setConnection('open');
      if (wasLost) void client.invalidateQueries();
      wasLost = false;
    });
    source.addEventListener('error', () => {
      wasLost = true;
      setConnection('lost');
    });
    source.addEventListener('changed', (event: MessageEvent<string>) => {
      const { streams } = JSON.parse(event.data) as Changed;
      gathered.push(...streams);
      timer ??= window.setTimeout(() => {
        const told = gathered;
        gathered = [];
        timer = undefined;
        void refetchWhatFollows(client, told);
      }, GATHER_MS);
    });
    return () => {
      window.clearTimeout(timer);
      if (source.readyState === EventSource.OPEN) heardAt = performance.now();
      source.close();
    };
  }, [client, enabled, world]);
  return connection;
}
