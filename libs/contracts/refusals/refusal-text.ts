import type { RefusalCode } from '../../domain/core/refusal-code.js';

export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 423 | 429 | 503;

/** What a person is told: what is wrong, and what they can do. `{name}` is filled in from the refusal's parameters. */
export interface RefusalText {
  readonly status: RefusalStatus;
  readonly vi: string;
  readonly en: string;
  readonly wayOutVi: string;
  readonly wayOutEn: string;
}

/** The texts of some codes: one file a subject. */
export type RefusalTexts = Readonly<Partial<Record<RefusalCode, RefusalText>>>;
