import { yearOf, type LocalDate } from '../calendar/local-date.js';
import type { CampaignFile } from './campaign.js';
import type { AwardRound, Obligation, Review } from './duties.js';
import type { Bilingual } from './parts.js';
import type { CampaignRole, DocumentType, ObligationKind, SubjectKind, UnitType } from './vocabulary.js';

/** What a person fills in to make a campaign without writing its file. Days are checked before it comes here. */
export interface ComposedCampaign {
  readonly id: string;
  readonly name: string;
  /** English rendering; the Vietnamese name where nobody gives one. */
  readonly nameEn: string;
  readonly kind: 'thematic' | 'regular';
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly document: { readonly symbol: string; readonly type: DocumentType; readonly date: LocalDate };
  /** Name of the issuing office as printed. */
  readonly issuer: string;
  readonly roles: Readonly<Record<CampaignRole, string>>;
  readonly unitTypes: readonly UnitType[];
  readonly subjectKinds: readonly SubjectKind[];
  /** Each as it stands in the document. */
  readonly objectives: readonly string[];
  readonly contents: readonly string[];
  readonly criteria: readonly string[];
  readonly phases: readonly { readonly text: string; readonly from: LocalDate; readonly to: LocalDate }[];
  readonly registration?: LocalDate | undefined;
  readonly duties: readonly {
    readonly text: string;
    readonly kind: ComposedDuty;
    /** Once on this day, or every year of the campaign on its day and month. */
    readonly on: LocalDate;
    readonly yearly: boolean;
  }[];
  readonly reviews: readonly { readonly kind: 'mid-term' | 'final'; readonly on: LocalDate }[];
  readonly rounds: readonly {
    readonly kind: 'annual' | 'final';
    readonly opens: LocalDate;
    readonly closes: LocalDate;
    readonly awards: readonly { readonly award: string; readonly name: Bilingual }[];
  }[];
}

/** Duties a form offers; what needs more to be said of is written in a file. */
export const COMPOSED_DUTIES = [
  'implementing-plan',
  'report',
  'communication',
  'guidance',
] as const satisfies readonly ObligationKind[];
export type ComposedDuty = (typeof COMPOSED_DUTIES)[number];

const BY_DOCUMENT = { basis: 'document' } as const;
const GUIDANCE = 'huong-dan-khen-thuong';

/** Vietnamese only: whoever reads English sees the original rather than a translation nobody made. */
const asWritten = (text: string): Bilingual => ({ vi: text, en: text });

/** A key made of a text: letters without diacritics, digits, hyphens. */
export const keyOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');

const statements = (lines: readonly string[], key: string) =>
  lines.map((text, i) => ({ key: `${key}-${String(i + 1)}`, text: asWritten(text) }));

/**
 * The campaign file a filled-in form stands for: what the form does not ask for is left out, never guessed. The result
 * is judged like any other file; it is not valid by itself. Pure.
 */
export function composeCampaign(form: ComposedCampaign): CampaignFile {
  const rounds = form.rounds.map((round, i) => roundOf(form, round, i));
  const years = { fromYear: yearOf(form.from), toYear: yearOf(form.to) };
  return {
    schemaVersion: 1,
    id: form.id,
    name: { vi: form.name, en: form.nameEn === '' ? form.name : form.nameEn },
    quotedName: form.name,
    kind: form.kind,
    period: { ...years, from: form.from, to: form.to },
    adoptedOn: form.document.date,
    documents: [
      {
        id: 'van-ban-phat-dong',
        symbol: form.document.symbol,
        type: form.document.type,
        issuer: form.issuer,
        issuerUnit: form.roles.issuer,
        date: { value: form.document.date, inferred: false },
        role: 'adopts',
      },
    ],
    source: { file: 'none.txt', noise: [] },
    purpose: [],
    objectives: statements(form.objectives, 'muc-tieu'),
    scope: [
      {
        key: 'tham-gia',
        text: { vi: 'Đơn vị tham gia', en: 'Units that take part' },
        unitTypes: form.unitTypes,
        subjectKinds: form.subjectKinds,
        resolve: 'at-due-date',
      },
    ],
    phases: form.phases.map(({ text, from, to }, i) => ({
      key: `giai-doan-${i + 1}`,
      text: asWritten(text),
      from,
      to,
    })),
    contents: statements(form.contents, 'noi-dung'),
    criteria: statements(form.criteria, 'tieu-chi').map((one) => ({ ...one, kind: 'narrative', evidence: ['report'] })),
    targets: [],
    targetsNote: {
      key: 'khong-chi-tieu',
      text: { vi: 'Văn bản không nêu chỉ tiêu bằng số', en: 'No figures are set' },
    },
    ...(form.registration === undefined
      ? {}
      : {
          registration: {
            due: { kind: 'on', date: form.registration },
            who: { scope: ['tham-gia'] },
            unitDefinedCriteria: true,
            signedPledge: true,
            requiredForNomination: false,
            reminders: 'default',
          },
        }),
    obligations: form.duties.map((duty, i) => dutyOf(form, duty, i)),
    reviews: form.reviews.map(reviewOf),
    rounds,
    roles: {
      issuer: { unit: form.roles.issuer },
      leadAgency: { unit: form.roles.leadAgency },
      homeAffairs: { unit: form.roles.homeAffairs },
      standingBody: { unit: form.roles.standingBody },
      council: { unit: form.roles.council },
      decider: { unit: form.roles.decider },
    },
    reminderPolicies: [],
    legalHooks: [],
    openQuestions: [],
    successionNotes: [],
  };
}

const monthAndDay = (on: LocalDate) => ({ month: Number(on.slice(5, 7)), day: Number(on.slice(8, 10)) });

/** The day of every year of the campaign. */
const yearly = ({ from, to }: ComposedCampaign, on: LocalDate) =>
  ({ kind: 'yearly-on', ...monthAndDay(on), fromYear: yearOf(from), toYear: yearOf(to) }) as const;

function dutyOf(form: ComposedCampaign, duty: ComposedCampaign['duties'][number], i: number): Obligation {
  const isGuidance = duty.kind === 'guidance';
  const isReport = duty.kind === 'report';
  return {
    key: guidanceKey(form, i) ?? `nhiem-vu-${i + 1}`,
    text: asWritten(duty.text),
    kind: duty.kind,
    mode: duty.yearly ? 'recurring' : 'dated',
    who: isGuidance ? { roles: ['leadAgency'] } : { scope: ['tham-gia'] },
    ...(isReport ? { addressees: [{ roles: ['leadAgency'] }] } : {}),
    due: duty.yearly ? yearly(form, duty.on) : { kind: 'on', date: duty.on },
    proof: isReport ? 'report' : duty.kind === 'communication' ? 'record' : 'document',
    reminders: 'default',
    ...(isReport ? { fields: REPORT_FIELDS } : {}),
  };
}

const REPORT_FIELDS: Obligation['fields'] = [
  { key: 'ket-qua', label: { vi: 'Kết quả thực hiện', en: 'Results' }, kind: 'narrative', required: true },
  {
    key: 'kien-nghi',
    label: { vi: 'Khó khăn, kiến nghị', en: 'Difficulties, proposals' },
    kind: 'list',
    required: false,
  },
];

/** Rounds wait for the first duty of guidance that is named. */
const guidanceKey = ({ duties }: ComposedCampaign, i: number): string | undefined =>
  duties.findIndex(({ kind }) => kind === 'guidance') === i ? GUIDANCE : undefined;

const reviewOf = ({ kind, on }: ComposedCampaign['reviews'][number], i: number): Review => ({
  key: `${kind === 'final' ? 'tong-ket' : 'so-ket'}-${i + 1}`,
  text: kind === 'final' ? { vi: 'Tổng kết', en: 'Final review' } : { vi: 'Sơ kết', en: 'Mid-term review' },
  kind,
  window: { kind: 'on', date: on },
  leads: 'leadAgency',
  concludes: 'issuer',
  reminders: 'default',
});

function roundOf(form: ComposedCampaign, round: ComposedCampaign['rounds'][number], i: number): AwardRound {
  const isAnnual = round.kind === 'annual';
  const day = (on: LocalDate) => (isAnnual ? yearly(form, on) : ({ kind: 'on', date: on } as const));
  const review = form.reviews.map(reviewOf).find(({ kind }) => kind === 'final')?.key;
  return {
    key: `dot-${i + 1}`,
    text: isAnnual
      ? { vi: 'Khen thưởng hằng năm', en: 'Yearly awards' }
      : { vi: 'Khen thưởng tổng kết', en: 'Awards of the final review' },
    kind: round.kind,
    ...(form.duties.some(({ kind }) => kind === 'guidance') ? { guidance: GUIDANCE } : {}),
    ...(isAnnual || review === undefined ? {} : { review }),
    opens: day(round.opens),
    closes: day(round.closes),
    dates: BY_DOCUMENT,
    route: 'default',
    awards: round.awards.map(({ award, name }) => ({
      award,
      name,
      subjectKinds: form.subjectKinds,
      provenance: BY_DOCUMENT,
    })),
    leads: 'leadAgency',
    appraises: 'homeAffairs',
    decides: 'decider',
  };
}
