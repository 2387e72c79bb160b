import { perform, type Wish } from './act.js';
import { problemOf, type Problem } from './problem.js';

/** What became of one of many. */
export type RowResult =
  { readonly kind: 'done' } | { readonly kind: 'skipped' } | { readonly kind: 'failed'; readonly problem: Problem };

const AT_ONCE = 4;

/**
 * Does a deed to many things, a few at a time, and tells of each as it is answered. One that is refused says nothing of
 * the others: there is no all or nothing here, every row stands for itself.
 */
export async function doToAll<T>(
  items: readonly T[],
  wishOf: (item: T) => Wish | undefined,
  onResult: (item: T, result: RowResult) => void,
): Promise<void> {
  const waiting = items.values();
  const work = async (): Promise<void> => {
    for (const item of waiting) {
      const wanted = wishOf(item);
      onResult(item, wanted === undefined ? { kind: 'skipped' } : await attempt(wanted));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function attempt(wanted: Wish): Promise<RowResult> {
  try {
    await perform(wanted);
    return { kind: 'done' };
  } catch (error) {
    return { kind: 'failed', problem: problemOf(error) };
  }
}
