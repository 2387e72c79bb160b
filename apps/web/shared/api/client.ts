import { keptLanguage } from '../words/language.js';
import { OFFLINE, ProblemError, problemIn } from './problem.js';

/** The world this page shows stands in its address, so that a link means the same to everyone. */
export const worldInAddress = (): string | null => new URLSearchParams(window.location.search).get('world');

export interface Sending {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: object;
  /** Makes a repeated request the same request. */
  readonly key?: string;
  readonly signal?: AbortSignal;
  /** Lets the request outlive the page. */
  readonly keepalive?: boolean;
}

/** The answer as it comes, whatever its status; refuses only where there is no answer at all. */
export async function sendRaw(
  path: string,
  { method = 'GET', body, key, signal, keepalive }: Sending = {},
): Promise<Response> {
  const world = worldInAddress();
  const headers: Record<string, string> = {
    accept: 'application/json, */*;q=0.5',
    'accept-language': keptLanguage(),
    'x-requested-with': 'vinhdanh',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
    ...(world === null ? {} : { 'x-world': world }),
  };
  try {
    return await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
      ...(keepalive === undefined ? {} : { keepalive }),
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new ProblemError(OFFLINE);
  }
}

/** Asks the api and gives its answer, which is what `T` says by the types both sides are tested against. */
export async function request<T>(path: string, sending: Sending = {}): Promise<T> {
  const response = await sendRaw(path, sending);
  if (!response.ok) throw new ProblemError(await problemIn(response));
  return (await response.json()) as T;
}

export type QueryValue = string | number | boolean | undefined;

/** An address with the parameters that have a value. */
export function address(path: string, query: Readonly<Record<string, QueryValue>> = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)] as [string, string]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

/** A key for one act. Made once per press of a button; a retry of that press carries the same one. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
