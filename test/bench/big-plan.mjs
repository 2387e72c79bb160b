/** A plan of seven years for 500 communes, 40 duties each: what the largest province would ask for. All names are invented. */
import { campaignFile, OFFICES } from './campaign.mjs';

export const BIG_PLAN = 'bench-plan';
export const FROM_YEAR = 2024;
export const TO_YEAR = 2030;
/** The duty the engine itself asks for and reminds of; everything else is asked for before it starts. */
export const WATCHED = 'ke-hoach-thuc-hien';
export const WATCHED_LAST_DAY = '2024-03-08';
export const LAUNCHED_AT = '2024-01-05T09:00:00+07:00';

const both = (text) => ({ vi: text, en: text });
const communeName = (k) => `xa-${String(k).padStart(3, '0')}`;
export const communes = (n) => Array.from({ length: n }, (_, k) => communeName(k));
const STAFF = ['officer', 'head'];
export const personAt = (unit, role) => `${unit}.${role}`;

const duty = (key, due, more = {}) => ({
  key,
  text: both(`Nhiệm vụ ${key}`),
  kind: 'mobilisation',
  mode: due.kind === 'periodic' || due.kind.startsWith('yearly') ? 'recurring' : 'dated',
  who: { scope: ['xa'] },
  addressees: [{ roles: ['leadAgency'] }],
  due,
  proof: 'record',
  reminders: 'default',
  ...more,
});
const years = { fromYear: FROM_YEAR, toYear: TO_YEAR };

/** 1 + 4 dated, 7 yearly, 28 quarterly: 40 a unit. */
const DUTIES = [
  duty(WATCHED, { kind: 'on', date: WATCHED_LAST_DAY }, { kind: 'implementing-plan' }),
  ...['2025-05-15', '2026-05-15', '2027-05-14', '2028-05-15'].map((date, i) =>
    duty(`viec-${i + 1}`, { kind: 'on', date }),
  ),
  duty('bao-cao-nam', { kind: 'yearly-before', month: 12, day: 1, ...years }),
  duty('bao-cao-quy', { kind: 'periodic', every: 'quarter', daysAfter: 0, ...years }),
];
export const DUTIES_PER_UNIT = 40;

const target = (k) => ({
  key: `chi-tieu-${k}`,
  text: both(`Chỉ tiêu ${k}`),
  unit: 'km',
  comparison: 'at-least',
  mode: 'cumulative',
  each: { scope: ['xa'] },
  points: [2026, 2028, 2030].map((year) => ({ due: `${year}-12-31`, value: 10 * k, printed: String(10 * k) })),
});

export const bigPlanFile = {
  ...campaignFile,
  id: BIG_PLAN,
  name: both('Phong trào đo tải của cả tỉnh'),
  period: years,
  adoptedOn: '2024-01-04',
  documents: [{ ...campaignFile.documents[0], date: { value: '2024-01-04', inferred: false } }],
  scope: [
    { key: 'xa', text: both('Các xã'), unitTypes: ['commune'], subjectKinds: ['collective'], resolve: 'at-due-date' },
  ],
  phases: [{ key: 'ca-giai-doan', text: both('2024-2030'), from: '2024-01-01', to: '2030-12-31' }],
  targets: Array.from({ length: 8 }, (_, k) => target(k + 1)),
  obligations: DUTIES,
  rounds: [],
};
delete bigPlanFile.targetsNote;

/** Every commune has one who does it and one who answers for it; the offices have who leads and decides. */
export function bigOrganisation(n) {
  const confidence = 'V';
  const validFrom = '2020-01-01';
  const unit = (id, type, more = {}) => ({ id, type, name: both(id), validFrom, confidence, ...more });
  const { province, homeAffairs, standing } = OFFICES;
  const staff = [
    ...communes(n).flatMap((id) => STAFF.map((role) => [id, role])),
    [homeAffairs, 'officer'],
    [homeAffairs, 'head'],
    [standing, 'officer'],
    [province, 'decider'],
  ];
  return {
    schemaVersion: 1,
    id: 'bench-organisation',
    name: both('Tỉnh đo tải'),
    root: province,
    units: [
      unit(province, 'province-people-committee'),
      unit(homeAffairs, 'province-department', { parent: province }),
      unit(standing, 'province-board', { parent: province }),
      unit(OFFICES.council, 'emulation-council', { parent: province }),
      ...communes(n).map((id) => unit(id, 'commune', { parent: province })),
    ],
    successions: [],
    clusters: [],
    people: staff.map(([id, role]) => {
      const person = personAt(id, role);
      return {
        id: person,
        username: person,
        name: `Người ${person}`,
        email: `${person}@example.invalid`,
        invented: true,
      };
    }),
    positions: staff.map(([id, role]) => ({ person: personAt(id, role), unit: id, role, title: role, validFrom })),
    councils: [],
  };
}
