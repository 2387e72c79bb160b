import type { FindingText } from './finding-text.js';
import { FINDING_TEXTS } from './finding-texts.js';
import type { Bilingual } from './parts.js';

export type FindingPath = readonly (string | number)[];

/** Something wrong or doubtful in a file, where it stands, why it matters and what to do. */
export interface Finding {
  readonly path: FindingPath;
  readonly code: FindingCode;
  readonly severity: 'error' | 'warning';
  readonly messageVi: string;
  readonly messageEn: string;
  readonly wayOut: Bilingual;
}

export type FindingCode = keyof typeof FINDING_TEXTS;

/** A finding with its texts filled in. `x` and `y` are ids, dates or codes. */
export function finding(code: FindingCode, path: FindingPath, x = '', y = ''): Finding {
  const text: FindingText = FINDING_TEXTS[code];
  const fill = (pattern: string): string => pattern.replaceAll('{x}', () => x).replaceAll('{y}', () => y);
  return {
    path,
    code,
    severity: text.severity,
    messageVi: fill(text.vi),
    messageEn: fill(text.en),
    wayOut: { vi: fill(text.outVi), en: fill(text.outEn) },
  };
}
