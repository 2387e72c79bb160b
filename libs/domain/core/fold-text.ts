const MARKS = /[\u0300-\u036f]/g;

/** Text as people search it: without diacritics, case or double blanks; đ is d. The same on every machine. */
export const foldText = (text: string): string =>
  text.normalize('NFD').replace(MARKS, '').toLowerCase().replaceAll('đ', 'd').replace(/\s+/g, ' ').trim();

/** Tells of texts whether every word of `sought` stands somewhere in them; what comes again is folded once. */
export function seeking(sought: string): (texts: readonly string[]) => boolean {
  const words = foldText(sought).split(' ');
  const known = new Map<string, string>();
  const folded = (text: string): string => {
    const before = known.get(text) ?? foldText(text);
    known.set(text, before);
    return before;
  };
  return (texts) => {
    const haystack = texts.map(folded).join('\n');
    return words.every((word) => haystack.includes(word));
  };
}

/** Whether every word of `sought` stands somewhere in one of `texts`. */
export const mentions = (texts: readonly string[], sought: string): boolean => seeking(sought)(texts);
