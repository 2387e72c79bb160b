import { useDebouncedCallback } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { request } from '../api/client.js';
import { ProblemError } from '../api/problem.js';

const SAVE_AFTER_MS = 1500;

interface Kept<V> {
  readonly body: V;
  readonly at: string;
}

export interface Draft<V> {
  /** What was kept before; undefined while it is being looked up, null where there is none. */
  readonly before: V | null | undefined;
  readonly savedAt: string | undefined;
  readonly failed: boolean;
  readonly save: (body: V) => void;
  readonly drop: () => void;
  /** After a drop, in a form that stays open for the next one: what is typed from now on is kept. */
  readonly reopen: () => void;
}

/**
 * Half-filled forms, kept on the server while they are typed: another machine, or tomorrow, goes on where one stopped.
 * `about` names the form and what it is for, in letters, digits, dots, colons and hyphens.
 */
export function useDraft<V extends object>(about: string): Draft<V> {
  const client = useQueryClient();
  const [before, setBefore] = useState<V | null | undefined>(undefined);
  const [savedAt, setSavedAt] = useState<string>();
  const [failed, setFailed] = useState(false);
  const isDropped = useRef(false);
  const href = `/api/v1/drafts/${encodeURIComponent(about)}`;

  useEffect(() => {
    const ending = new AbortController();
    isDropped.current = false;
    request<Kept<V>>(href, { signal: ending.signal })
      .then(({ body, at }) => {
        setBefore(body);
        setSavedAt(at);
      })
      .catch((error: unknown) => {
        if (error instanceof ProblemError) setBefore(null);
      });
    return () => ending.abort();
  }, [href]);

  const put = useDebouncedCallback(
    (body: V) => {
      if (isDropped.current) return;
      request(href, { method: 'PUT', body, keepalive: true })
        .then(() => {
          setSavedAt(new Date().toISOString());
          setFailed(false);
        })
        .catch(() => setFailed(true));
    },
    { delay: SAVE_AFTER_MS, flushOnUnmount: true },
  );

  const drop = useCallback(() => {
    isDropped.current = true;
    setSavedAt(undefined);
    setBefore(null);
    void request(href, { method: 'DELETE', keepalive: true }).catch(() => undefined);
    void client.invalidateQueries({ queryKey: ['drafts'] });
  }, [client, href]);

  const reopen = useCallback(() => {
    isDropped.current = false;
  }, []);

  return { before, savedAt, failed, save: put, drop, reopen };
}

/** Keeps what is filled in whenever it changes and is worth keeping; what the form opens with is kept already or empty. */
export function useKeeping<V extends object>({ save }: Draft<V>, filled: V, isWorthKeeping = true): void {
  const opened = useRef(filled);
  useEffect(() => {
    if (isWorthKeeping && filled !== opened.current) save(filled);
  }, [filled, isWorthKeeping, save]);
}
