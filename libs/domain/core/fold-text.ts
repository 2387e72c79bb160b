const MARKS = /[\u0300-\u036f]/g;

/** Text as people search it: without diacritics, case or double blanks; đ is d. The same on every machine. */
export const foldText = (text: string): string =>
  text.normalize('NFD').replace(MARKS, '').toLowerCase().replaceAll('đ', 'd').replace(/\s+/g, ' ').trim();

/** Whether every word of `sought` stands somewhere in one of `texts`. */
export function mentions(texts: readonly string[], sought: string): boolean {
  const haystack = texts.map(foldText).join('\n');
  return foldText(sought)
    .split(' ')
    .every((word) => haystack.includes(word));
}
