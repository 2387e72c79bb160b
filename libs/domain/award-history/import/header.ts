import { fold } from './fold.js';

/** What a column of a file of past decisions can say. */
export const IMPORT_FIELDS = [
  'name',
  'code',
  'birth',
  'subjectKind',
  'unit',
  'award',
  'year',
  'kind',
  'level',
  'number',
  'date',
  'authority',
  'grade',
  'initiative',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** What a column is called in the files of provinces, departments and schools. */
const SYNONYMS: Readonly<Record<ImportField, readonly string[]>> = {
  name: ['Họ và tên', 'Họ tên', 'Tên tập thể, cá nhân', 'Tên cá nhân, tập thể', 'Tên tập thể', 'Tên đối tượng', 'Name'],
  code: ['Mã', 'Mã số', 'Mã cán bộ', 'Mã đối tượng', 'Số định danh', 'Số CCCD', 'CCCD', 'CMND', 'Code'],
  birth: ['Ngày sinh', 'Ngày, tháng, năm sinh', 'Date of birth', 'Birth date'],
  subjectKind: ['Đối tượng', 'Loại đối tượng', 'Cá nhân/Tập thể', 'Cá nhân, tập thể', 'Subject kind'],
  unit: ['Đơn vị', 'Đơn vị công tác', 'Cơ quan, đơn vị', 'Nơi công tác', 'Chức vụ, đơn vị', 'Unit'],
  award: [
    'Danh hiệu',
    'Danh hiệu thi đua',
    'Hình thức khen thưởng',
    'Danh hiệu, hình thức',
    'Danh hiệu thi đua, hình thức khen thưởng',
    'Hình thức, danh hiệu',
    'Khen thưởng',
    'Award',
  ],
  year: ['Năm', 'Năm khen thưởng', 'Năm đạt', 'Năm thành tích', 'Year'],
  kind: ['Loại hình', 'Loại hình khen thưởng', 'Loại khen thưởng', 'Kind'],
  level: ['Cấp', 'Cấp khen thưởng', 'Cấp khen', 'Level'],
  number: ['Số quyết định', 'Số QĐ', 'Quyết định số', 'Số, ký hiệu', 'Số văn bản', 'Decision number'],
  date: ['Ngày quyết định', 'Ngày QĐ', 'Ngày ban hành', 'Ngày ký', 'Ngày, tháng, năm quyết định', 'Decision date'],
  authority: ['Cơ quan ban hành', 'Cơ quan quyết định', 'Cấp ban hành', 'Nơi ban hành', 'Thẩm quyền', 'Authority'],
  grade: ['Xếp loại', 'Mức độ hoàn thành nhiệm vụ', 'Mức xếp loại', 'Đánh giá xếp loại', 'Grade'],
  initiative: ['Sáng kiến', 'Sáng kiến, đề tài', 'Phạm vi sáng kiến', 'Initiative'],
};

const FOLDED = new Map(
  IMPORT_FIELDS.flatMap((field) => SYNONYMS[field].map((name): [string, ImportField] => [fold(name), field])),
);

export type Mapping = Partial<Record<ImportField, number>>;
/** What a person says of the columns: another column for a field, or null for none. */
export type AskedMapping = Partial<Record<ImportField, number | null>>;

/** Fields without which no row can be read. */
export const REQUIRED_FIELDS: readonly ImportField[] = ['name', 'year', 'number', 'date', 'authority'];
/** At least one of them says what was given. */
export const SAYING_FIELDS: readonly ImportField[] = ['award', 'grade', 'initiative'];

/** The columns of one row that are headers, by field; the first of two with the same meaning. */
export function mapHeader(cells: readonly string[]): Mapping {
  const mapping: Mapping = {};
  for (const [column, cell] of cells.entries()) {
    const field = FOLDED.get(fold(cell));
    if (field !== undefined && mapping[field] === undefined) mapping[field] = column;
  }
  return mapping;
}

/** A mapping as found, with what a person says of it: a column they give to one field is taken from the one that had it. */
export function withoutTaken(found: Mapping, asked: AskedMapping): Mapping {
  const mapping: Mapping = {};
  const given = new Set(Object.values(asked));
  for (const field of IMPORT_FIELDS) {
    const said = asked[field];
    const column = said === undefined ? found[field] : (said ?? undefined);
    if (column !== undefined && (said !== undefined || !given.has(column))) mapping[field] = column;
  }
  return mapping;
}

/** What is missing of a mapping before any row can be read. */
export function missingFields(mapping: Mapping): readonly ImportField[] {
  const missing = REQUIRED_FIELDS.filter((field) => mapping[field] === undefined);
  const says = SAYING_FIELDS.some((field) => mapping[field] !== undefined);
  return says ? missing : [...missing, 'award'];
}

/** Lists begin with the name of the office and a title: the header is looked for among the first rows. */
const LOOKED_AT = 20;

/** The row that names the most fields; undefined where no row names two. */
export function findHeader(
  rows: readonly (readonly string[])[],
): { readonly row: number; readonly mapping: Mapping } | undefined {
  let best: { readonly row: number; readonly mapping: Mapping } | undefined;
  for (const [row, cells] of rows.slice(0, LOOKED_AT).entries()) {
    const mapping = mapHeader(cells);
    if (Object.keys(mapping).length > Math.max(1, Object.keys(best?.mapping ?? {}).length)) best = { row, mapping };
  }
  return best;
}
