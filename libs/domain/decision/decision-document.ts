import type { CampaignFile } from '../campaign-plan/campaign.js';
import { formatVi, isLocalDate } from '../calendar/local-date.js';

/** The parts of an award decision that its document prints (Nghị định 30/2020/NĐ-CP, phụ lục I): căn cứ, ký, nơi nhận. */

export const SIGNATURE_FORMS = ['none', 'TM', 'KT', 'TL', 'TUQ'] as const;
export type SignatureForm = (typeof SIGNATURE_FORMS)[number];

/** Who signs, and for whom: TM. on behalf of the collective, KT. in place of the head, TL. and TUQ. by order. */
export interface SignatureBlock {
  readonly form: SignatureForm;
  /** ỦY BAN NHÂN DÂN after TM., CHỦ TỊCH after KT.; empty for a head who signs as such. */
  readonly onBehalfOf?: string | undefined;
  /** Chức vụ as printed: CHỦ TỊCH, PHÓ CHỦ TỊCH. */
  readonly title: string;
}

/** The lines above the name: "KT. CHỦ TỊCH" and "PHÓ CHỦ TỊCH". */
export const signatureLines = ({ form, onBehalfOf, title }: SignatureBlock): readonly string[] =>
  form === 'none' ? [title] : [`${form}. ${onBehalfOf ?? ''}`.trim(), title];

/**
 * The signature that follows from the title of who signs: a deputy signs in place of the head (KT.), the head signs as
 * such. A proposal the decider may replace.
 */
export function signatureOf(title: string): SignatureBlock {
  // The head of the document names the office already: "Phó Chủ tịch Ủy ban nhân dân huyện" signs as PHÓ CHỦ TỊCH.
  const upper = title.replace(/\s+(?:Ủy ban|UBND|Hội đồng|Sở|Ban)(?![\p{L}]).*$/u, '').toUpperCase();
  return upper.startsWith('PHÓ ')
    ? { form: 'KT', onBehalfOf: upper.slice('PHÓ '.length), title: upper }
    : { form: 'none', title: upper };
}

const day = (date: string | undefined): string =>
  date !== undefined && isLocalDate(date) ? ` ngày ${formatVi(date)}` : '';

/** "Căn cứ …;" for what the campaign rests on: the laws and plans it names as its basis, and the plan itself. */
export const basesOf = (file: Pick<CampaignFile, 'documents'>): readonly string[] =>
  file.documents
    .filter(({ role }) => role === 'basis' || role === 'parent' || role === 'adopts')
    .map(({ symbol, number, issuer, abstract, date }) => {
      const named = symbol ?? number;
      const what = abstract === undefined ? '' : ` về ${abstract.vi}`;
      return `Căn cứ ${named === undefined ? (abstract?.vi ?? issuer) : `văn bản số ${named}${day(date?.value)} của ${issuer}${what}`};`;
    });
