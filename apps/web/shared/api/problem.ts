import type { Bilingual } from '../../../../libs/domain/campaign-plan/parts.js';
import type { FieldProblem } from '../../../../libs/contracts/field-problems.js';
import { common } from '../words/common.words.js';

/** What happened since the reader looked, where that is why an act was refused. */
export interface ChangeTold {
  readonly what: Bilingual;
  readonly who: { readonly name: string | null };
  readonly when: { readonly business: string };
}

/** A problem document (RFC 9457) as the api writes it. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detailVi: string;
  readonly detailEn: string;
  readonly wayOutVi: string;
  readonly wayOutEn: string;
  readonly field?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly legalBasis?: string;
  readonly errors?: readonly FieldProblem[];
  readonly changed?: readonly ChangeTold[];
  readonly requestId?: string;
}

/** A request that was refused or could not be made. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(readonly problem: Problem) {
    super(problem.code);
  }

  /** True where the same request may succeed a little later: no network, or a server that is coming back. */
  get isPassing(): boolean {
    return this.problem.status === 0 || this.problem.status >= 502;
  }
}

const ofBoth = (detail: 'offline' | 'broken', wayOut: 'offlineHint' | 'brokenHint') => ({
  detailVi: common.vi[detail],
  detailEn: common.en[detail],
  wayOutVi: common.vi[wayOut],
  wayOutEn: common.en[wayOut],
});

export const OFFLINE: Problem = { status: 0, code: 'OFFLINE', ...ofBoth('offline', 'offlineHint') };

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'detailVi' in value && 'wayOutVi' in value;

/** The problem in an answer; one of our own words where a proxy in between answered instead of the api. */
export async function problemIn(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  if (isProblem(body)) return body;
  const isGateway = response.status >= 502;
  return isGateway
    ? { ...OFFLINE, status: response.status }
    : { status: response.status, code: 'INTERNAL', ...ofBoth('broken', 'brokenHint') };
}

/** Any error as a problem to show. */
export const problemOf = (error: unknown): Problem =>
  error instanceof ProblemError ? error.problem : { status: 500, code: 'INTERNAL', ...ofBoth('broken', 'brokenHint') };
