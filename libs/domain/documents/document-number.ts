/** How numbers of documents are written and found, in the notation of the State and of the Party. Pure. */

/** Text without diacritics and in small letters: "Kế hoạch Đảng" → "ke hoach dang". */
export const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/giu, 'd').toLowerCase();

/**
 * The form under which a number is found: "34-CT/TW", "số 34 - CT / TW" and "34-ct/tw" are one document, and so are
 * "01/NQ-CP" and "1/nq-cp". Parts joined by one space; empty for a text that holds no part.
 */
export function numberKey(number: string): string {
  const words = plain(number)
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '');
  const parts = words[0] === 'so' && /^\d/.test(words[1] ?? '') ? words.slice(1) : words;
  return parts.map((part) => (/^\d+$/.test(part) ? String(BigInt(part)) : part)).join(' ');
}

export type Notation = 'state' | 'party';

/** 34-CT/TW is of the Party (number, hyphen, type); 101/KH-UBND and 98/2023/NĐ-CP are of the State. */
export function notationOf(number: string): Notation | undefined {
  const bare = plain(number)
    .replace(/^\s*so\b/, '')
    .replace(/[‐-―]/g, '-')
    .replace(/\s+/g, '');
  if (/^\d+-[a-z]+\/[a-z0-9]+$/.test(bare)) return 'party';
  return /^\d+\/(?:\d{4}\/)?[a-z0-9]+(?:-[a-z0-9&]+)*$/.test(bare) ? 'state' : undefined;
}
