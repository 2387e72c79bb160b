import { Client, Connection } from '@temporalio/client';

export interface TemporalOptions {
  readonly address: string;
  readonly namespace: string;
}

export interface TemporalLink {
  readonly client: Client;
  close(): Promise<void>;
}

/** Connects with the first call and again whenever the server comes back: the application is up before the engine. */
export function linkTemporal({ address, namespace }: TemporalOptions): TemporalLink {
  const connection = Connection.lazy({
    address,
    connectTimeout: '5 s',
    channelArgs: { 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_reconnect_backoff_ms': 2_000 },
  });
  return { client: new Client({ connection, namespace }), close: () => connection.close() };
}

const NOT_FOUND = 5;
const GRPC_AWAY = [1, 4, 8, 14];

const grpcCode = (error: unknown): number | undefined => {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'number') return at.code;
  }
  return undefined;
};

/** The server is away, overrun or joining: nothing is wrong with what was asked. */
export function isAway(error: unknown): boolean {
  const code = grpcCode(error);
  // A namespace that is not there yet: the server is being prepared.
  if (code === NOT_FOUND) return error instanceof Error && /namespace/i.test(`${error.message} ${String(error.cause)}`);
  if (code !== undefined) return GRPC_AWAY.includes(code);
  return error instanceof Error && /connect|unavailable|deadline/i.test(error.message);
}

/** A failure as operators may see it in a table: no payload, no address. */
export const failureCode = (error: unknown): string => {
  const code = grpcCode(error);
  if (code !== undefined) return `GRPC_${code}`;
  return error instanceof Error ? error.name : 'UNKNOWN';
};
