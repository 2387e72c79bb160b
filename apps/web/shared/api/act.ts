import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Accepted } from './answers.js';
import { newKey, request } from './client.js';
import { refetchWhatFollows } from './follows.js';
import type { ProblemError } from './problem.js';

/** Something a person wants done, with the key that makes a repetition the same wish. */
export interface Wish {
  readonly href: string;
  readonly method: 'POST' | 'PUT';
  readonly body: object;
  readonly key: string;
}

export const wish = (href: string, body: object = {}, method: 'POST' | 'PUT' = 'POST'): Wish => ({
  href,
  method,
  body,
  key: newKey(),
});

/** Has the api do it. `keepalive` lets it outlive the page. */
export const perform = ({ href, method, body, key }: Wish, keepalive = false): Promise<Accepted> =>
  request<Accepted>(href, { method, body, key, keepalive });

interface ActOptions {
  readonly onDone?: (accepted: Accepted, done: Wish) => void;
}

/**
 * An act with its progress and its problem. What shows the changed things is fetched anew before `onDone`; what a refusal
 * says has changed meanwhile is fetched anew too.
 */
export function useAct({ onDone }: ActOptions = {}) {
  const client = useQueryClient();
  return useMutation<Accepted, ProblemError, Wish>({
    mutationFn: (wanted) => perform(wanted),
    onSuccess: (accepted, wanted) => {
      void refetchWhatFollows(client, accepted.streams);
      onDone?.(accepted, wanted);
    },
    onError: ({ problem }) => {
      if (problem.status === 409 || problem.status === 423) void client.invalidateQueries();
    },
  });
}
