/** Does something for each of many, a few at a time; answers in the order asked. */
export async function eachOf<T, R>(items: readonly T[], act: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let i = 0; i < items.length; i += 6) results.push(...(await Promise.all(items.slice(i, i + 6).map(act))));
  return results;
}
