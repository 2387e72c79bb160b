/** The campaign, people and words of the bench. The route is the four human acts of the peers' harness; all persons are invented. */

export const CAMPAIGN = 'bench';
export const ROUND = 'bench.prompt.once';
export const UNIT_COUNT = 51;
/** Several people share the two offices every dossier passes, as in a province. */
export const OFFICE_STAFF = 10;

export const OFFICES = {
  province: 'ubnd-tinh',
  homeAffairs: 'so-noi-vu',
  standing: 'ban-thi-dua',
  council: 'hoi-dong',
};
export const OFFICE_TYPES = {
  [OFFICES.province]: 'province-people-committee',
  [OFFICES.homeAffairs]: 'province-department',
  [OFFICES.standing]: 'province-board',
  [OFFICES.council]: 'emulation-council',
};

export const unitName = (k) => `unit-${String(k).padStart(3, '0')}`;
export const units = () => Array.from({ length: UNIT_COUNT }, (_, k) => unitName(k));
/** Half of the open work sits in one big queue (unit-000), the other half is spread over 50 units. */
export const crowdedUnit = (i) => unitName(i % 2 === 0 ? 0 : 1 + (Math.floor(i / 2) % 50));
export const evenUnit = (i) => unitName(i % UNIT_COUNT);

export const personOf = (unit, role, i = 0) => `${unit}.${role}${i === 0 ? '' : `.${i}`}`;

const both = (text) => ({ vi: text, en: text });
const step = (key, kind, actor, outcomes, due) => ({ key, kind, actor, name: both(key), outcomes, ...due });
/** Twenty days, so that every waiting step has its reminders planned in the fact that opens it. */
const inTwentyDays = { due: { amount: 20, unit: 'calendar', provenance: { basis: 'proposed' } } };

const ROUTE = [
  step('confirmation', 'confirmation', 'nominating-unit', ['passed', 'returned'], inTwentyDays),
  step('appraisal', 'appraisal', 'home-affairs', ['passed', 'returned', 'declined'], inTwentyDays),
  step('decision', 'decision', 'decider', ['signed', 'returned', 'declined'], inTwentyDays),
  step('publication', 'publication', 'engine', ['published']),
  step('archive', 'archive', 'engine', ['archived']),
];

export const campaignFile = {
  schemaVersion: 1,
  id: CAMPAIGN,
  name: both('Phong trào đo tải'),
  quotedName: 'Phong trào đo tải',
  kind: 'thematic',
  period: { fromYear: 2024, toYear: 2090 },
  adoptedOn: '2024-05-10',
  documents: [
    {
      id: 'ke-hoach',
      number: '101',
      symbol: 'KH-UBND',
      type: 'ke-hoach',
      issuer: 'UBND tỉnh',
      date: { value: '2024-05-10', inferred: false },
      role: 'adopts',
    },
  ],
  source: { file: 'none.txt', noise: [] },
  purpose: [],
  objectives: [{ key: 'chat-luong', text: both('Nâng cao chất lượng') }],
  scope: [
    {
      key: 'all',
      text: both('Tất cả'),
      unitTypes: ['province-department'],
      subjectKinds: ['individual'],
      resolve: 'at-due-date',
    },
  ],
  phases: [{ key: 'phase-1', text: both('Giai đoạn 1'), from: '2024-01-01', to: '2090-12-31' }],
  contents: [],
  criteria: [{ key: 'result', text: both('Có thành tích'), kind: 'narrative', evidence: ['document'] }],
  targets: [],
  targetsNote: { key: 'none', text: both('Không có chỉ tiêu') },
  obligations: [],
  reviews: [],
  rounds: [
    {
      key: 'prompt',
      text: both('Khen thưởng đột xuất'),
      kind: 'prompt',
      opens: { kind: 'continuous' },
      closes: { kind: 'continuous' },
      dates: { basis: 'proposed' },
      route: 'default',
      awards: [
        { award: 'BK', name: both('Bằng khen'), subjectKinds: ['individual'], provenance: { basis: 'proposed' } },
      ],
      leads: 'leadAgency',
      appraises: 'homeAffairs',
      decides: 'decider',
    },
  ],
  roles: {
    issuer: { unit: OFFICES.province },
    leadAgency: { unit: OFFICES.homeAffairs },
    homeAffairs: { unit: OFFICES.homeAffairs },
    standingBody: { unit: OFFICES.standing },
    council: { unit: OFFICES.council },
    decider: { unit: OFFICES.province },
  },
  routes: { default: ROUTE, short: ROUTE },
  reminderPolicies: [],
  legalHooks: [],
  openQuestions: [],
  successionNotes: [],
};

const FILLER =
  'Đã xem xét thành tích nêu trong hồ sơ theo tiêu chí của phong trào; hồ sơ đủ thành phần, đơn vị xác nhận đóng góp, không có đơn thư tố cáo hay vụ việc kỷ luật đang xem xét. ';

/** About 300 bytes, as in the peers' harness. */
export const noteOf = (i) => `#${i} ${FILLER}`.slice(0, 230);

export const nominationOf = (prefix, i, unit = evenUnit(i)) => ({
  i,
  id: `${prefix}-${i}`,
  subjectId: `s${prefix}-${i}`,
  decisionId: `d${prefix}-${i}`,
  unit,
});

/** Who does the act of step k. */
export function actorOf({ unit, i }, k) {
  if (k === 0) return personOf(unit, 'officer');
  if (k === 1) return personOf(unit, 'head');
  return k === 2
    ? personOf(OFFICES.homeAffairs, 'appraiser', i % OFFICE_STAFF)
    : personOf(OFFICES.province, 'decider', i % OFFICE_STAFF);
}

export const draftOf = ({ id, subjectId, unit, i }) => ({
  nominationId: id,
  campaignId: CAMPAIGN,
  roundId: ROUND,
  awardCode: 'BK',
  unitId: unit,
  subject: { kind: 'individual', id: subjectId, name: `Nguyễn Văn ${i}` },
  achievement: `Thành tích của đề nghị ${i} trong năm`,
  documents: [],
});

/** A decision for one dossier; its number is its own, as the year's numbers of an office are. */
export const decisionOf = ({ id, decisionId, i }, visit, today) => ({
  decisionId,
  number: `${decisionId}/QĐ-UBND`,
  date: today,
  signer: personOf(OFFICES.province, 'decider', i % OFFICE_STAFF),
  nominations: [{ nominationId: id, visit }],
});
