import { type LocalDate, dateFrom, isLocalDate, monthOf, yearOf } from '../calendar/local-date.js';
import type { CampaignFile, OpenQuestion, RelatedCampaign } from './campaign.js';
import type { Target } from './targets.js';

/** What a regular campaign of one year becomes the year after: its shape, not its figures and not its documents. */

type Answers = Readonly<Record<string, { readonly choice: string }>>;

const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;

/** The id of the same campaign in another year: `…-2023` becomes `…-2024`, a span moves as a whole. */
export function idInYear(id: string, year: number): string {
  const first = id.match(YEAR)?.[0];
  return first === undefined ? `${id}-${year}` : shiftedYears(id, year - Number(first), () => true);
}

/**
 * The campaign as a draft for a later year: every date and year of its period moved, what its document proved left out
 * (quotations and rows belong to last year's words). A new document, the figures of each target and every question of
 * last year are asked again, with last year's answer recommended. Pure; throws RangeError unless the year is later.
 */
export function inYear(file: CampaignFile, year: number, answers: Answers = {}): CampaignFile {
  const by = year - file.period.fromYear;
  if (!Number.isInteger(by) || by <= 0) throw new RangeError(`not a later year: ${year}`);
  const moved = move(file, by, file) as CampaignFile;
  const adopting = file.documents.find(({ role }) => role === 'adopts');
  const before: RelatedCampaign = { key: 'nam-truoc', text: file.name, relation: 'previous', campaign: file.id };
  return {
    ...moved,
    id: idInYear(file.id, year),
    documents: [
      {
        id: NEW_DOCUMENT,
        type: adopting?.type ?? 'ke-hoach',
        issuer: adopting?.issuer ?? '',
        ...(adopting?.issuerUnit === undefined ? {} : { issuerUnit: adopting.issuerUnit }),
        role: 'adopts',
      },
      ...file.documents
        .filter(({ role }) => role !== 'report-of')
        .map(({ rows: _rows, quotes: _quotes, ...document }) =>
          document.role === 'adopts' ? { ...document, role: 'cites' as const } : document,
        ),
    ],
    source: { file: file.source.file, noise: [] },
    related: [before, ...(moved.related ?? []).filter(({ relation }) => relation !== 'previous')],
    openQuestions: [
      newDocument(year),
      ...moved.openQuestions.map((question) => ({
        ...question,
        quote: '',
        ...(answers[question.id]?.choice ? { recommended: answers[question.id]?.choice } : {}),
      })),
      ...moved.targets.filter(hasFigure).map(newFigure),
    ],
  };
}

const NEW_DOCUMENT = 'van-ban-phat-dong';
const hasFigure = ({ points }: Target): boolean => points.some(({ value }) => value !== undefined);

const newDocument = (year: number): OpenQuestion => ({
  id: 'van-ban-nam-moi',
  quote: '',
  unclear: {
    vi: `Bản nháp chép từ năm trước. Văn bản phát động năm ${year} có giữ các nội dung này không?`,
    en: `Copied from the year before. Does the document of ${year} keep these contents?`,
  },
  choices: [
    { key: 'giu', text: { vi: 'Giữ, số và ngày ghi khi phát động', en: 'Yes; number and date at the launch' } },
    { key: 'sua', text: { vi: 'Sửa bản nháp theo văn bản mới', en: 'Correct the draft after the new document' } },
  ],
  recommended: 'giu',
  blocks: 'launch',
  about: `document:${NEW_DOCUMENT}`,
});

/** Last year's figure is shown, never taken over by itself. */
const newFigure = ({ key, text, points, unit = '' }: Target): OpenQuestion => ({
  id: `nam-moi-${key}`,
  quote: '',
  unclear: {
    vi: `“${text.vi}”: năm trước ${points.map(({ value }) => value).join(', ')} ${unit}. Năm nay bao nhiêu?`,
    en: `"${text.en}": ${points.map(({ value }) => value).join(', ')} ${unit} the year before. How much this year?`,
  },
  choices: [{ key: 'nhu-nam-truoc', text: { vi: 'Như năm trước', en: 'As the year before' } }],
  freeText: true,
  blocks: 'launch',
  about: `target:${key}`,
});

/** Members that hold a document's own words, number or place, which do not move. */
const KEPT = new Set(['documents', 'source', 'id', 'key', 'roles', 'successionNotes', 'rulePack', 'symbol']);
const DROPPED = new Set(['rows', 'quotes', 'launch']);
const YEARS = new Set(['fromYear', 'toYear', 'year']);

/** Members that people read: a year of the period in them moves too. Names that point somewhere stay as they are. */
const READ = new Set(['vi', 'en', 'quotedName', 'theme', 'slogan']);

function move(node: unknown, by: number, file: CampaignFile): unknown {
  if (typeof node === 'string') return isLocalDate(node) ? moveDay(node, by) : node;
  if (Array.isArray(node)) return node.map((item: unknown) => move(item, by, file));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([name, value]: [string, unknown]) => {
      if (DROPPED.has(name)) return [];
      if (KEPT.has(name)) return [[name, value]];
      if (YEARS.has(name) && typeof value === 'number') return [[name, value + by]];
      if (READ.has(name) && typeof value === 'string') return [[name, readIn(value, by, file.period)]];
      return [[name, move(value, by, file)]];
    }),
  );
}

const readIn = (text: string, by: number, { fromYear, toYear }: CampaignFile['period']): string =>
  shiftedYears(text, by, (year) => year >= fromYear && year <= toYear);

const shiftedYears = (text: string, by: number, isOurs: (year: number) => boolean): string =>
  text.replace(YEAR, (year) => (isOurs(Number(year)) ? String(Number(year) + by) : year));

/** The same day of another year; 29 February becomes the 28th. */
function moveDay(day: LocalDate, by: number): LocalDate {
  const [year, month, of] = [yearOf(day) + by, monthOf(day), Number(day.slice(-2))];
  return dateFrom(year, month, of) ?? dateFrom(year, month, of - 1) ?? day;
}
