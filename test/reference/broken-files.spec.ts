import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { dataFile } from '../../libs/config/paths.js';
import type { FindingCode } from '../../libs/domain/campaign-plan/finding.js';
import { campaignPlan, campaignValidate } from '../../libs/reference/campaign-commands.js';
import { validateCampaignFile } from '../../libs/reference/campaign-reference.js';

const NAME = 'hoa-binh-nong-san-2024-2030.yaml';
const good = readFileSync(dataFile('campaigns', NAME), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'vinhdanh-broken-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const source = join(folder, 'campaigns', 'sources', 's0-hoa-binh-101-kh-ubnd.txt');
mkdirSync(dirname(source), { recursive: true });
writeFileSync(source, readFileSync(dataFile('campaigns', 'sources', 's0-hoa-binh-101-kh-ubnd.txt')));
let files = 0;

interface Broken {
  readonly what: string;
  /** Stands in the file; its first occurrence is replaced. */
  readonly words: string;
  readonly by: string;
  readonly code: FindingCode;
  readonly field: string;
  /** Words on the line the finding must point to, in the broken file. */
  readonly line: string;
}

const BROKEN: readonly Broken[] = [
  {
    what: 'a field that does not exist',
    words: 'kind: thematic',
    by: 'kind: thematic\ncolour: red',
    code: 'FIELD_UNKNOWN',
    field: 'colour',
    line: 'colour: red',
  },
  {
    what: 'a missing field',
    words: 'quotedName: ',
    by: '# quotedName: ',
    code: 'FIELD_MISSING',
    field: 'quotedName',
    line: 'schemaVersion: 1',
  },
  {
    what: 'a word outside the list',
    words: 'kind: thematic',
    by: 'kind: sometimes',
    code: 'VALUE_INVALID',
    field: 'kind',
    line: 'kind: sometimes',
  },
  {
    what: 'a day the calendar does not have',
    words: 'adoptedOn: 2024-05-10',
    by: 'adoptedOn: 2024-02-30',
    code: 'VALUE_INVALID',
    field: 'adoptedOn',
    line: 'adoptedOn: 2024-02-30',
  },
  {
    what: 'an adoption day that is not the signing day',
    words: 'adoptedOn: 2024-05-10',
    by: 'adoptedOn: 2024-05-13',
    code: 'ADOPTION_DATE_DIFFERS',
    field: 'adoptedOn',
    line: 'adoptedOn: 2024-05-13',
  },
  {
    what: 'a quotation with its spelling changed',
    words: "quotes: ['Giai đoạn 1 từ năm 2024 - 2026']",
    by: "quotes: ['Giai đoạn 1 từ năm 2024 – 2026']",
    code: 'QUOTE_NOT_IN_SOURCE',
    field: 'phases.0.quotes.0',
    line: '2024 – 2026',
  },
  {
    what: 'a source text that is not there',
    words: 'file: sources/s0-hoa-binh-101-kh-ubnd.txt',
    by: 'file: sources/elsewhere.txt',
    code: 'SOURCE_MISSING',
    field: 'source.file',
    line: 'elsewhere.txt',
  },
  {
    what: 'overlapping phases without a rule',
    words:
      "phaseOverlap:\n  policy: assign-explicitly\n  rows: [S0-22]\n  quotes: ['Giai đoạn 1 từ năm 2024 - 2026', 'Giai đoạn 2 từ năm 2026 - 2030']\n",
    by: '',
    code: 'PHASE_OVERLAP_UNRULED',
    field: 'phases.0',
    line: 'key: giai-doan-1',
  },
  {
    what: 'a phase outside the campaign',
    words: 'to: 2030-12-31',
    by: 'to: 2031-12-31',
    code: 'PHASE_OUTSIDE_PERIOD',
    field: 'phases.1',
    line: 'key: giai-doan-2',
  },
  {
    what: 'a gate that is no review',
    words: 'gate: so-ket-2026',
    by: 'gate: so-ket-2025',
    code: 'UNKNOWN_REFERENCE',
    field: 'phases.1.gate',
    line: 'gate: so-ket-2025',
  },
  {
    what: 'one key for two duties',
    words: 'key: tong-hop-bao-cao-tinh',
    by: 'key: bao-cao-nam',
    code: 'DUPLICATE_KEY',
    field: 'obligations.10',
    line: 'key: bao-cao-nam #',
  },
  {
    what: 'a duty nobody owes',
    words: 'who: { roles: [issuer] }',
    by: 'who: { roles: [] }',
    code: 'WHO_EMPTY',
    field: 'obligations.0.who',
    line: 'who: { roles: [] }',
  },
  {
    what: 'a yearly duty said to be dated once',
    words: 'mode: recurring',
    by: 'mode: dated',
    code: 'MODE_DUE_MISMATCH',
    field: 'obligations.5.due',
    line: 'month: 10, day: 31',
  },
  {
    what: 'a due date after the campaign',
    words: 'from: 2030-10-01, to: 2030-10-31',
    by: 'from: 2030-10-01, to: 2031-10-31',
    code: 'DUE_OUTSIDE_PERIOD',
    field: 'obligations.7.due',
    line: 'to: 2031-10-31',
  },
  {
    what: 'a duty without a date and without a question',
    words: "due: { kind: 'on', date: 2024-06-14 }",
    by: 'due: { kind: undated }',
    code: 'UNDATED_WITHOUT_QUESTION',
    field: 'obligations.4.due',
    line: 'kind: undated',
  },
  {
    what: 'a continuous duty no report proves',
    words: 'proves: [theo-doi-don-doc]',
    by: 'proves: [kiem-tra-giam-sat]',
    code: 'CONTINUOUS_UNPROVED',
    field: 'obligations.14',
    line: 'key: theo-doi-don-doc',
  },
  {
    what: 'a round without guidance',
    words: '    guidance: huong-dan-khen-thuong-hang-nam\n',
    by: '',
    code: 'GUIDANCE_MISSING',
    field: 'rounds.0',
    line: 'key: hang-nam',
  },
  {
    what: 'an unverified limit that is enforced',
    words: 'dates:\n      basis: proposed\n',
    by: 'dates:\n      enforced: true\n      basis: proposed\n',
    code: 'ENFORCED_UNVERIFIED',
    field: 'rounds.0.dates',
    line: 'dates:',
  },
  {
    what: 'a tab where spaces belong',
    words: '\nperiod:\n  fromYear',
    by: '\nperiod:\n\tfromYear',
    code: 'YAML_INVALID',
    field: '',
    line: '\tfromYear',
  },
];

function write(text: string): string {
  files += 1;
  const path = join(folder, 'campaigns', `${files}.yaml`);
  writeFileSync(path, text);
  return path;
}

describe('a broken campaign file', () => {
  it('starts from a good one', () => {
    expect(validateCampaignFile(write(good)).findings).toEqual([]);
  });

  it.each(BROKEN)('with $what names line, field, reason and way out', ({ words, by, code, field, line }) => {
    expect(good).toContain(words);
    const text = good.replace(words, () => by);
    const path = write(text);
    const found = validateCampaignFile(path).findings.find((one) => one.code === code && one.field === field);
    expect(found).toBeDefined();
    if (found === undefined) return;
    expect(text.split('\n')[found.line - 1] ?? '').toContain(line.replace(' #', ''));
    expect(found.messageVi).not.toMatch(/\{[xy]\}/);
    const { text: printed, exitCode } = campaignValidate(path);
    expect(exitCode).toBe(1);
    expect(printed).toContain(
      `${path}:${found.line} ${field === '' ? '-' : field} — ${found.messageVi} / ${found.messageEn} — ${found.wayOut.vi} / ${found.wayOut.en}`,
    );
    expect(campaignPlan(path, { json: false, language: 'vi' })).toEqual({ text: printed, exitCode: 1 });
  });

  it('that cannot be read is a finding, not a crash', () => {
    const { text, exitCode } = campaignValidate(join(folder, 'nowhere.yaml'));
    expect(exitCode).toBe(1);
    expect(text).toContain('Không đọc được tệp');
  });

  it('with an unknown unit is told by the organisation file beside it', () => {
    const organisations = join(folder, 'organisations');
    mkdirSync(organisations, { recursive: true });
    writeFileSync(join(organisations, 'hoa-binh.yaml'), readFileSync(dataFile('organisations', 'hoa-binh.yaml')));
    const path = write(good.replace('unit: so-nnptnt', 'unit: so-nong-lam'));
    const { text, exitCode } = campaignValidate(path);
    expect(exitCode).toBe(1);
    expect(text).toMatch(/:\d+ roles\.leadAgency\.unit — Cơ cấu tổ chức không có đơn vị “so-nong-lam”/);
    rmSync(organisations, { recursive: true });
  });
});
