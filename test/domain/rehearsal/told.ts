import type { NominationEvent, NoticeSent, Told } from '../../../libs/rehearsal/result.js';

/** A small story that is right: one unit late with its report, one dossier returned once and carried to the archive. */

const at = (day: string, hour = '02'): string => `${day}T${hour}:00:00.000Z`;

const reminder = (key: string, day: string, to: string, recipient: string): NoticeSent => ({
  subject: 'obligation:o-1',
  step: `1/2024-11-30/${key}`,
  template: to === 'assignee' ? 'task-due' : 'task-overdue',
  recipient,
  channel: 'in-app',
  time: at(day, '01'),
  kind: to === 'assignee' ? 'remind' : 'escalate',
  to,
  lastDay: '2024-11-30',
});

const PASSED = [
  'completeness',
  'lead-opinion',
  'council',
  'appraisal',
  'submission',
  'decision',
  'publication',
  'archive',
];

const facts: readonly Omit<NominationEvent, 'version' | 'logIndex'>[] = [
  { type: 'nominationDrafted', at: at('2025-01-02'), status: 'draft' },
  { type: 'nominationSubmitted', at: at('2025-01-02'), status: 'open', lastDay: '2025-01-10' },
  {
    type: 'nominationReturned',
    at: at('2025-01-06'),
    step: 'completeness',
    visit: 1,
    status: 'returned',
    lastDay: '2025-01-20',
  },
  { type: 'nominationResubmitted', at: at('2025-01-14'), visit: 2, status: 'open', lastDay: '2025-01-20' },
  ...PASSED.slice(0, 5).map((step, i) => ({
    type: 'stepEnded',
    at: at(`2025-01-${15 + i}`),
    step,
    visit: i + 3,
    status: 'open',
  })),
  { type: 'nominationRecognised', at: at('2025-01-20'), step: 'decision', visit: 8, status: 'recognised' },
  { type: 'nominationPublished', at: at('2025-01-20'), step: 'publication', visit: 9, status: 'published' },
  { type: 'nominationArchived', at: at('2025-01-20'), step: 'archive', visit: 10, status: 'archived' },
];
const events = facts.map((fact, i): NominationEvent => ({ ...fact, version: i + 1, logIndex: 10 + i }));
const route = events.flatMap(({ type, step, at: when }) =>
  step === undefined || type === 'nominationReturned' ? [] : [{ step, at: when }],
);

export const told: Told = {
  campaign: {
    id: 'c',
    status: 'archived',
    adoptedOn: '2024-05-10',
    phases: [
      { key: 'phase-1', openedAt: at('2024-05-10'), review: null, concludedAt: null },
      { key: 'phase-2', openedAt: at('2026-12-20'), review: 'mid', concludedAt: at('2026-12-20') },
    ],
    openTasks: [],
  },
  owed: [{ key: 'report', occurrence: '2024', units: ['a', 'b'] }],
  obligations: [
    {
      id: 'o-1',
      unit: 'a',
      key: 'report',
      occurrence: '2024',
      due: '2024-11-30',
      status: 'fulfilled',
      done: at('2024-12-10'),
      lateBy: 10,
      visit: 1,
    },
    {
      id: 'o-2',
      unit: 'b',
      key: 'report',
      occurrence: '2024',
      due: '2024-11-30',
      status: 'fulfilled',
      done: at('2024-11-18'),
      lateBy: 0,
      visit: 1,
    },
  ],
  notices: [
    reminder('before-3', '2024-11-27', 'assignee', 'a.officer'),
    reminder('overdue-1', '2024-12-02', 'unit-head', 'a.head'),
    reminder('overdue-5', '2024-12-06', 'lead-agency', 'lead.officer'),
    {
      subject: 'obligation:o-1',
      step: 'opened',
      template: 'obligation-opened',
      recipient: 'a.officer',
      channel: 'in-app',
      time: at('2024-10-01'),
    },
  ],
  rounds: [{ id: 'r-1', status: 'closed', listedAt: at('2025-01-10'), list: [], waiting: ['n-1'] }],
  nominations: [
    {
      id: 'n-1',
      round: 'r-1',
      award: 'BK',
      unit: 'b',
      subjectKind: 'collective',
      route,
      expectedRoute: PASSED,
      outcome: 'archived',
      lacking: [],
      events,
    },
  ],
  decisions: [{ id: 'd-1', number: '1/QĐ-UBND', date: '2025-01-20', authority: 'own', nominations: ['n-1'] }],
  published: [{ decision: '1/QĐ-UBND', nomination: 'n-1' }],
};
