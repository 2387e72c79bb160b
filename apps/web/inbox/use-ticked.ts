import { useCallback, useState } from 'react';
import type { TaskShown } from '../shared/api/answers.js';

export interface Ticked {
  readonly tasks: ReadonlyMap<string, TaskShown>;
  /** Ticks or unticks; with `through`, everything between the one before and this. */
  readonly tick: (taskId: string, through: boolean) => void;
  readonly forget: (taskId: string) => void;
  readonly none: () => void;
  readonly all: () => void;
}

/** The tasks that are ticked. They stay so when the filter changes; what has been done loses its tick. */
export function useTicked(shown: readonly TaskShown[]): Ticked {
  const [tasks, setTasks] = useState<ReadonlyMap<string, TaskShown>>(new Map());
  const [last, setLast] = useState<string>();
  const tick = useCallback(
    (taskId: string, through: boolean) => {
      const at = shown.findIndex((task) => task.taskId === taskId);
      const from = through ? shown.findIndex((task) => task.taskId === last) : -1;
      const range = from < 0 ? shown.slice(at, at + 1) : shown.slice(Math.min(at, from), Math.max(at, from) + 1);
      setLast(taskId);
      setTasks((before) => {
        const after = new Map(before);
        const isTicking = !before.has(taskId);
        for (const task of range) {
          if (isTicking) after.set(task.taskId, task);
          else after.delete(task.taskId);
        }
        return after;
      });
    },
    [shown, last],
  );
  const forget = useCallback(
    (taskId: string) => setTasks((before) => new Map([...before].filter(([id]) => id !== taskId))),
    [],
  );
  const none = useCallback(() => setTasks(new Map()), []);
  const all = useCallback(() => setTasks(new Map(shown.map((task) => [task.taskId, task]))), [shown]);
  return { tasks, tick, forget, none, all };
}
