import { useSyncExternalStore } from 'react';
import { perform, type Wish } from '../shared/api/act.js';
import type { Accepted } from '../shared/api/answers.js';
import { queryClient } from '../shared/api/query-client.js';
import { refetchWhatFollows } from '../shared/api/follows.js';

/** How long a return can be taken back before it is sent. */
export const UNDO_SECONDS = 8;

export interface HeldBack {
  readonly id: string;
  /** The task it would end, or the dossier. */
  readonly about: string;
  readonly label: string;
  readonly wish: Wish;
  readonly sendsAt: number;
  /** What is left of the time, in ms, while it stands still. */
  readonly leftMs?: number;
  readonly onDone: (accepted: Accepted) => void;
  readonly onFailed: (error: unknown) => void;
}

let held: readonly HeldBack[] = [];
const listeners = new Set<() => void>();
const timers = new Map<string, number>();

function change(next: readonly HeldBack[]): void {
  held = next;
  for (const listener of listeners) listener();
}

const without = (id: string): readonly HeldBack[] => held.filter((one) => one.id !== id);

/** Sends what was held back; its row stays marked until the answer is there. */
async function send(item: HeldBack, keepalive: boolean): Promise<void> {
  window.clearTimeout(timers.get(item.id));
  timers.delete(item.id);
  try {
    const accepted = await perform(item.wish, keepalive);
    await refetchWhatFollows(queryClient, accepted.streams);
    item.onDone(accepted);
  } catch (error) {
    item.onFailed(error);
  } finally {
    change(without(item.id));
  }
}

/** Holds an act back for a moment in which it can be undone; whoever leaves the page sends it. */
export function holdBack(item: Omit<HeldBack, 'id' | 'sendsAt' | 'leftMs'>): void {
  change([...held, countDown({ ...item, id: item.wish.key }, UNDO_SECONDS * 1000)]);
}

function countDown(item: Omit<HeldBack, 'sendsAt' | 'leftMs'>, ms: number): HeldBack {
  const { id, about, label, wish, onDone, onFailed } = item;
  const counting: HeldBack = { id, about, label, wish, onDone, onFailed, sendsAt: Date.now() + ms };
  timers.set(
    id,
    window.setTimeout(() => void send(counting, false), ms),
  );
  return counting;
}

const STANDING_STILL = 0;

/** Stops the time of one, or lets it go on: nobody who has come to its buttons is hurried (WCAG 2.2, 2.2.1). */
export function letTimeRun(id: string, runs: boolean): void {
  if (!timers.has(id)) return;
  change(
    held.map((one) => {
      if (one.id !== id || runs === (one.leftMs === undefined)) return one;
      if (one.leftMs !== undefined) return countDown(one, one.leftMs);
      window.clearTimeout(timers.get(id));
      timers.set(id, STANDING_STILL);
      return { ...one, leftMs: Math.max(0, one.sendsAt - Date.now()) };
    }),
  );
}

/** Takes it back: it was never sent. */
export function undo(id: string): void {
  window.clearTimeout(timers.get(id));
  timers.delete(id);
  change(without(id));
}

export function sendNow(id: string): void {
  const item = held.find((one) => one.id === id);
  if (item !== undefined && timers.has(id)) void send(item, false);
}

window.addEventListener('pagehide', () => {
  for (const item of held) if (timers.has(item.id)) void send(item, true);
});

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useHeldBack = (): readonly HeldBack[] => useSyncExternalStore(subscribe, () => held);
