import { setTimeout as pause } from 'node:timers/promises';

/** What an address answered; a refusal is an answer too. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** Sent as a form with this one file, in the place of a body. */
  readonly file?: { readonly name: string; readonly content: Uint8Array<ArrayBuffer> } | undefined;
  readonly token?: string | undefined;
  readonly world?: string | undefined;
  /** The same key on every attempt: what was done before the answer was lost is not done twice. */
  readonly key?: string | undefined;
}

/** The public API as the simulated people reach it; tests put a memory behind it. */
export type Api = (call: Call) => Promise<Answer>;

const PATIENCE_MS = 120_000;
const AWAY = new Set([502, 503, 504]);

export class ApiAway extends Error {
  override readonly name = 'ApiAway';
}

/**
 * The API over HTTP. A process that is away is asked again, for two minutes, under the same idempotency key: people
 * would press the button again too.
 */
export function httpApi(baseUrl: string, patience = PATIENCE_MS): Api {
  return async (call) => {
    const until = Date.now() + patience;
    for (let wait = 50; ; wait = Math.min(2_000, wait * 2)) {
      const answer = await attempt(baseUrl, call);
      if (typeof answer !== 'string') return answer;
      if (Date.now() > until) throw new ApiAway(`${call.method} ${call.path}: ${answer}`);
      await pause(wait);
    }
  };
}

function formOf({ name, content }: NonNullable<Call['file']>): FormData {
  const form = new FormData();
  form.set('file', new Blob([content]), name);
  return form;
}

/** One attempt: the answer, or why there was none. */
async function attempt(
  baseUrl: string,
  { method, path, body, file, token, world, key }: Call,
): Promise<Answer | string> {
  try {
    const response = await fetch(new URL(path, baseUrl), {
      method,
      headers: {
        'x-requested-with': 'vinhdanh',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(world === undefined ? {} : { 'x-world': world }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(file === undefined ? {} : { body: formOf(file) }),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    if (AWAY.has(response.status)) return `answered ${response.status}`;
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** The value as an object; empty for what is none. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
export const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
export const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** An id that is given plainly or as `{ id }`. */
export const idOf = (value: unknown): string => textOf(value) || textOf(fieldsOf(value)['id']);

/** The code of a problem document. */
export const codeOf = (body: unknown): string => textOf(fieldsOf(body)['code']);
