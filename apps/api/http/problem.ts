import type { FieldProblem } from '../../../libs/contracts/field-problems.js';
import { REFUSAL_TEXTS, refusalText } from '../../../libs/contracts/refusal.contract.js';
import type { Refusal } from '../../../libs/domain/core/decision.js';
import type { RefusalCode } from '../../../libs/domain/core/refusal-code.js';
import { REQUEST_PROBLEMS, STATUS_TITLES, type RequestProblemCode } from './problem-texts.js';

export type Language = 'vi' | 'en';

/** A problem document (RFC 9457). Both languages always; `detail` is the one the reader asked for. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly detailVi: string;
  readonly detailEn: string;
  readonly wayOutVi: string;
  readonly wayOutEn: string;
  readonly field?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly legalBasis?: string;
  readonly errors?: readonly FieldProblem[];
  /** What happened since the caller looked, where that is why it was refused. */
  readonly changed?: readonly unknown[];
  readonly requestId?: string;
}

interface RefusedMore {
  /** Other than the status the code usually has. */
  readonly status?: number;
  readonly errors?: readonly FieldProblem[];
  readonly changed?: readonly unknown[];
}

/** A command or a look-up was refused: data on its way to the one filter that words it. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly refusal: Refusal,
    readonly more: RefusedMore = {},
  ) {
    super(refusal.code);
  }
}

/** The request itself cannot be taken: its method, its body, its headers. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';

  constructor(
    readonly code: RequestProblemCode,
    readonly status: number,
  ) {
    super(code);
  }
}

export const refused = (code: RefusalCode, more: Omit<Refusal, 'code'> = {}): Refused => new Refused({ code, ...more });

export const notFound = (id: string): Refused => refused('NOT_FOUND', { params: { id } });

/** The language of a request; Vietnamese unless English is asked for first. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const ranked = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', weight] = part.trim().split(';q=');
      return { tag: tag.trim().toLowerCase().slice(0, 2), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag }) => tag === 'vi' || tag === 'en')
    .sort((a, b) => b.weight - a.weight);
  return ranked[0]?.tag === 'en' ? 'en' : 'vi';
}

const typeOf = (code: string): string => `urn:vinhdanh:problem:${code.toLowerCase().replaceAll('_', '-')}`;

/** Words a refusal for a reader. */
export function problemOf({ refusal, more }: Refused, language: Language): Problem {
  const vi = refusalText(refusal, 'vi');
  const en = refusalText(refusal, 'en');
  const status = more.status ?? REFUSAL_TEXTS[refusal.code].status;
  return {
    type: typeOf(refusal.code),
    title: STATUS_TITLES[status] ?? 'Error',
    status,
    code: refusal.code,
    detail: language === 'vi' ? vi.message : en.message,
    detailVi: vi.message,
    detailEn: en.message,
    wayOutVi: vi.wayOut,
    wayOutEn: en.wayOut,
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    ...(refusal.params === undefined ? {} : { params: refusal.params }),
    ...(refusal.legalBasis === undefined ? {} : { legalBasis: refusal.legalBasis }),
    ...(more.errors === undefined ? {} : { errors: more.errors }),
    ...(more.changed === undefined ? {} : { changed: more.changed }),
  };
}

/** Words a problem of the request itself. */
export function requestProblemOf(code: RequestProblemCode, status: number, language: Language): Problem {
  const text = REQUEST_PROBLEMS[code];
  return {
    type: typeOf(code),
    title: STATUS_TITLES[status] ?? 'Error',
    status,
    code,
    detail: language === 'vi' ? text.vi : text.en,
    detailVi: text.vi,
    detailEn: text.en,
    wayOutVi: text.wayOutVi,
    wayOutEn: text.wayOutEn,
  };
}
