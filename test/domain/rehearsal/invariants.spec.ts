import { expect, it } from '@jest/globals';
import { INVARIANTS, judge } from '../../../libs/rehearsal/invariants.js';
import type {
  NominationEvent,
  NominationOutcome,
  NoticeSent,
  ObligationOutcome,
  Told,
} from '../../../libs/rehearsal/result.js';
import { told } from './told.js';

/** Each break of a small true story, and the invariant that must see it. */
type Break = (story: Told) => Told;

const anObligation =
  (change: Partial<ObligationOutcome>): Break =>
  (story) => ({
    ...story,
    obligations: story.obligations.map((one, i) => (i === 0 ? { ...one, ...change } : one)),
  });
const aNotice =
  (change: (notice: NoticeSent) => NoticeSent, which: (notice: NoticeSent) => boolean): Break =>
  (story) => {
    const at = story.notices.findIndex(which);
    return { ...story, notices: story.notices.map((notice, i) => (i === at ? change(notice) : notice)) };
  };
const aNomination =
  (change: (one: NominationOutcome) => Partial<NominationOutcome>): Break =>
  (story) => ({
    ...story,
    nominations: story.nominations.map((one, i) => (i === 0 ? { ...one, ...change(one) } : one)),
  });
const events = (change: (all: readonly NominationEvent[]) => readonly NominationEvent[]): Break =>
  aNomination(({ events: all }) => ({ events: change(all) }));

const toLead = (notice: NoticeSent): boolean => notice.to === 'lead-agency';

const BREAKS: readonly (readonly [invariant: string, what: string, Break])[] = [
  [
    'one-obligation-per-unit-and-occurrence',
    'a second obligation',
    (s) => ({ ...s, obligations: [...s.obligations, ...s.obligations.slice(0, 1)] }),
  ],
  [
    'one-obligation-per-unit-and-occurrence',
    'a unit nobody asked',
    (s) => ({ ...s, obligations: s.obligations.slice(1) }),
  ],
  [
    'nobody-reminded-twice',
    'a reminder sent again',
    (s) => ({ ...s, notices: [...s.notices, ...s.notices.slice(0, 1)] }),
  ],
  [
    'no-reminder-after-done',
    'an obligation done before it was reminded of',
    anObligation({ done: '2024-11-01T02:00:00.000Z' }),
  ],
  [
    'escalation-after-due-and-in-order',
    'an escalation before the last day',
    aNotice((n) => ({ ...n, time: '2024-11-29T01:00:00.000Z' }), toLead),
  ],
  [
    'escalation-after-due-and-in-order',
    'the lead agency before the head',
    aNotice((n) => ({ ...n, time: '2024-12-01T01:00:00.000Z' }), toLead),
  ],
  [
    'no-reminder-before-adoption',
    'a reminder of what had passed',
    aNotice(
      (n) => ({ ...n, lastDay: '2024-05-02' }),
      (n) => n.kind === 'remind',
    ),
  ],
  [
    'no-reminder-before-adoption',
    'a reminder before the campaign',
    aNotice(
      (n) => ({ ...n, time: '2024-05-01T01:00:00.000Z' }),
      (n) => n.kind === 'remind',
    ),
  ],
  [
    'phase-opens-after-conclusion',
    'a phase before its review',
    (s) => ({
      ...s,
      campaign: { ...s.campaign, phases: s.campaign.phases.map((phase) => ({ ...phase, concludedAt: null })) },
    }),
  ],
  ['award-has-one-decision-and-whole-route', 'an award without a decision', (s) => ({ ...s, decisions: [] })],
  [
    'award-has-one-decision-and-whole-route',
    'two decisions on one award',
    (s) => ({ ...s, decisions: [...s.decisions, ...s.decisions] }),
  ],
  [
    'award-has-one-decision-and-whole-route',
    'a step that was skipped',
    aNomination(({ route }) => ({ route: route.filter(({ step }) => step !== 'council') })),
  ],
  [
    'award-has-one-decision-and-whole-route',
    'steps out of order',
    aNomination(({ route }) => ({ route: [...route].reverse() })),
  ],
  [
    'required-papers-or-a-reason',
    'an award without a required paper, and without a word why',
    aNomination(() => ({ lacking: ['TO_TRINH'] })),
  ],
  [
    'clocks-stand-still-in-returns-and-holds',
    'a reminder of a step that stood still',
    (s) => ({
      ...s,
      notices: [
        ...s.notices,
        {
          subject: 'nomination:n-1',
          step: '1/2025-01-10/before-3',
          template: 'task-due',
          recipient: 'p',
          channel: 'in-app',
          time: '2025-01-07T01:00:00.000Z',
          kind: 'remind',
          to: 'assignee',
          lastDay: '2025-01-10',
        },
      ],
    }),
  ],
  [
    'clocks-stand-still-in-returns-and-holds',
    'less time after a return than before it',
    events((all) =>
      all.map((event) => (event.type === 'nominationResubmitted' ? { ...event, lastDay: '2025-01-09' } : event)),
    ),
  ],
  ['public-list-is-published-decisions', 'a revoked award on the list', aNomination(() => ({ outcome: 'revoked' }))],
  ['public-list-is-published-decisions', 'a published award that is not on it', (s) => ({ ...s, published: [] })],
  [
    'public-list-is-published-decisions',
    'an award listed twice',
    (s) => ({ ...s, published: [...s.published, ...s.published] }),
  ],
  [
    'submission-list-is-complete',
    'a dossier the list forgot',
    (s) => ({ ...s, rounds: s.rounds.map((round) => ({ ...round, waiting: [] })) }),
  ],
  [
    'submission-list-is-complete',
    'a dossier listed twice',
    (s) => ({ ...s, rounds: s.rounds.map((round) => ({ ...round, list: round.waiting })) }),
  ],
  ['history-is-complete', 'a version that is missing', events((all) => all.filter(({ version }) => version !== 3))],
  [
    'history-is-complete',
    'facts out of the order of the log',
    events((all) => all.map((event) => ({ ...event, logIndex: 100 - event.version }))),
  ],
  [
    'history-is-complete',
    'a fact without its place in the log',
    events((all) => all.map((event, i) => (i === 2 ? { ...event, logIndex: null } : event))),
  ],
  ['history-is-complete', 'a list that says something else', aNomination(() => ({ outcome: 'published' }))],
  [
    'closed-campaign-has-no-open-task',
    'work left open',
    (s) => ({ ...s, campaign: { ...s.campaign, openTasks: ['report:r-1:1'] } }),
  ],
];

it('finds nothing wrong in a story that is right', () => {
  expect(judge(told).filter(({ holds }) => !holds)).toEqual([]);
});

it.each(BREAKS)('%s is broken by %s', (invariant, _what, broken) => {
  const outcome = judge(broken(told)).find(({ name }) => name === invariant);
  expect(outcome).toMatchObject({ name: invariant, holds: false });
  expect(outcome?.detail).not.toBe('');
});

it('breaks every invariant at least once', () => {
  expect([...new Set(BREAKS.map(([invariant]) => invariant))].sort()).toEqual(Object.keys(INVARIANTS).sort());
});

it('takes a dossier that lacks a paper where the receipt says why', () => {
  const said = events((all) => {
    const receipt = all.findIndex(({ type }) => type === 'stepEnded');
    return all.map((event, i) => (i === receipt ? { ...event, hasReason: true as const } : event));
  });
  const lacking = aNomination(() => ({ lacking: ['TO_TRINH'] }));
  expect(judge(lacking(said(told))).filter(({ holds }) => !holds)).toEqual([]);
});

it('names only the first few of what is broken', () => {
  const openTasks = Array.from({ length: 9 }, (_, i) => `report:r-${i}:1`);
  const outcome = judge({ ...told, campaign: { ...told.campaign, openTasks } }).find(({ holds }) => !holds);
  expect(outcome?.detail).toBe('report:r-0:1; report:r-1:1; report:r-2:1; report:r-3:1; report:r-4:1 … 9');
});
