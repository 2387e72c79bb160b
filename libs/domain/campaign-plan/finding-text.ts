/** What a finding says, in both languages, and the way out of it. */
export interface FindingText {
  readonly severity: 'error' | 'warning';
  readonly vi: string;
  readonly en: string;
  readonly outVi: string;
  readonly outEn: string;
}

export const error = (vi: string, en: string, outVi: string, outEn: string): FindingText => ({
  severity: 'error',
  vi,
  en,
  outVi,
  outEn,
});
export const warning = (vi: string, en: string, outVi: string, outEn: string): FindingText => ({
  severity: 'warning',
  vi,
  en,
  outVi,
  outEn,
});
