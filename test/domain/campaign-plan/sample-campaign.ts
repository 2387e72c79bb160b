import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { OrganisationFile } from '../../../libs/domain/campaign-plan/organisation.js';

const both = (text: string): { vi: string; en: string } => ({ vi: text, en: text });

/** A small campaign of two years without a fault; tests change one thing of it. */
export const SAMPLE_CAMPAIGN: CampaignFile = {
  schemaVersion: 1,
  id: 'mau',
  name: both('Phong trào mẫu'),
  quotedName: 'Phong trào mẫu',
  kind: 'thematic',
  period: { fromYear: 2024, toYear: 2025 },
  adoptedOn: '2024-05-10',
  documents: [
    {
      id: 'ke-hoach',
      type: 'ke-hoach',
      issuer: 'Ủy ban nhân dân tỉnh',
      date: { value: '2024-05-10', inferred: false },
      role: 'adopts',
    },
  ],
  source: { file: 'sources/mau.txt', noise: [] },
  purpose: [],
  objectives: [{ key: 'san-xuat', text: both('Sản xuất') }],
  scope: [
    {
      key: 'don-vi',
      text: both('Sở và huyện'),
      unitTypes: ['province-department', 'district-people-committee'],
      subjectKinds: ['collective'],
      resolve: 'at-due-date',
    },
  ],
  phases: [
    { key: 'mot', text: both('Giai đoạn 1'), from: '2024-01-01', to: '2024-12-31' },
    { key: 'hai', text: both('Giai đoạn 2'), from: '2025-01-01', to: '2025-12-31', gate: 'so-ket' },
  ],
  contents: [],
  criteria: [{ key: 'ket-qua', text: both('Kết quả'), kind: 'narrative', evidence: ['report'] }],
  targets: [],
  targetsNote: { key: 'khong-chi-tieu', text: both('Không nêu chỉ tiêu') },
  obligations: [
    {
      key: 'bao-cao',
      text: both('Báo cáo năm'),
      kind: 'report',
      mode: 'recurring',
      who: { scope: ['don-vi'], clusters: true },
      due: { kind: 'yearly-before', month: 12, day: 1, fromYear: 2024, toYear: 2025 },
      proof: 'report',
      reminders: 'default',
      fields: [
        { key: 'kiem-tra', label: both('Kiểm tra'), kind: 'narrative', required: true, proves: ['kiem-tra-giam-sat'] },
      ],
    },
    {
      key: 'kiem-tra-giam-sat',
      text: both('Kiểm tra, giám sát'),
      kind: 'inspection',
      mode: 'continuous',
      who: { scope: ['don-vi'] },
      due: { kind: 'continuous' },
      proof: 'yearly-report',
    },
    {
      key: 'huong-dan',
      text: both('Hướng dẫn khen thưởng'),
      kind: 'guidance',
      mode: 'dated',
      who: { roles: ['leadAgency'] },
      due: { kind: 'on', date: '2024-09-30' },
      proof: 'document',
    },
  ],
  reviews: [
    {
      key: 'so-ket',
      text: both('Sơ kết'),
      kind: 'mid-term',
      window: { kind: 'within-quarter', year: 2024, quarter: 4 },
      gates: 'hai',
      leads: 'leadAgency',
      concludes: 'issuer',
    },
  ],
  rounds: [
    {
      key: 'hang-nam',
      text: both('Khen thưởng hằng năm'),
      kind: 'annual',
      guidance: 'huong-dan',
      opens: { kind: 'yearly-on', month: 12, day: 2, fromYear: 2024, toYear: 2025 },
      closes: { kind: 'yearly-on', month: 12, day: 20, fromYear: 2024, toYear: 2025 },
      dates: { basis: 'proposed', confidence: 'M' },
      route: 'default',
      awards: [
        {
          award: 'BKT',
          name: both('Bằng khen'),
          subjectKinds: ['collective'],
          provenance: { basis: 'law', confidence: 'M' },
        },
      ],
      leads: 'leadAgency',
      appraises: 'homeAffairs',
      decides: 'decider',
    },
  ],
  roles: {
    issuer: { unit: 'ubnd' },
    leadAgency: { unit: 'so-nong-nghiep' },
    homeAffairs: { unit: 'so-noi-vu' },
    standingBody: { unit: 'so-noi-vu' },
    council: { unit: 'hoi-dong' },
    decider: { unit: 'ubnd', position: 'chu-tich' },
  },
  reminderPolicies: [],
  legalHooks: [],
  openQuestions: [
    {
      id: 'ngay-khen',
      quote: '',
      unclear: both('Chưa nêu ngày'),
      choices: [{ key: 'dong-y', text: both('Đồng ý') }],
      recommended: 'dong-y',
      blocks: 'launch',
    },
    { id: 'khac', quote: '', unclear: both('Việc khác'), choices: [], freeText: true, blocks: 'round:hang-nam' },
  ],
  successionNotes: [],
};

/** Its organisation: the district ends in the middle of the campaign. */
export const SAMPLE_ORGANISATION: OrganisationFile = {
  schemaVersion: 1,
  id: 'mau',
  name: both('Tỉnh mẫu'),
  root: 'ubnd',
  units: [
    {
      id: 'ubnd',
      type: 'province-people-committee',
      name: both('UBND tỉnh'),
      validFrom: '2021-01-01',
      confidence: 'V',
    },
    {
      id: 'so-nong-nghiep',
      type: 'province-department',
      name: both('Sở NN'),
      validFrom: '2021-01-01',
      confidence: 'V',
    },
    { id: 'so-noi-vu', type: 'province-department', name: both('Sở Nội vụ'), validFrom: '2021-01-01', confidence: 'V' },
    { id: 'hoi-dong', type: 'emulation-council', name: both('Hội đồng'), validFrom: '2021-01-01', confidence: 'V' },
    {
      id: 'huyen',
      type: 'district-people-committee',
      name: both('UBND huyện'),
      validFrom: '2021-01-01',
      validTo: '2025-06-30',
      confidence: 'V',
    },
    {
      id: 'so-tinh-ban',
      type: 'province-department',
      name: both('Sở tỉnh bạn'),
      external: true,
      validFrom: '2021-01-01',
      confidence: 'V',
    },
  ],
  successions: [],
  clusters: [
    {
      id: 'khoi',
      kind: 'block',
      name: both('Khối'),
      years: [{ year: 2025, leader: 'so-noi-vu', members: ['so-noi-vu', 'so-nong-nghiep'] }],
    },
  ],
  people: [],
  positions: [],
  councils: [],
};
