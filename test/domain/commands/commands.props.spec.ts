import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ENGINE, OPERATOR, type Actor } from '../../../libs/domain/access/actor.js';
import { addDays, isLocalDate } from '../../../libs/domain/calendar/local-date.js';
import type { CommandName, Commands } from '../../../libs/domain/commands.js';
import type { Decision } from '../../../libs/domain/core/decision.js';
import { openTaskOf } from '../../../libs/domain/nomination/nomination-state.js';
import { TASK_OWNERS } from '../../../libs/domain/task/task.commands.js';
import { taskId } from '../../../libs/domain/task/open-task.js';
import type { MemoryLedger } from '../support/memory-ledger.js';
import { dayOf, ROUND, submitted, walkTo } from '../support/dossier-walk.js';
import { CAMPAIGN, personAt, UNITS, who } from '../support/people.js';
import { inRound, owes, Province } from '../support/province.js';

const campaignId = CAMPAIGN;

type Call = { readonly [K in CommandName]: { readonly name: K; readonly command: Commands[K] } }[CommandName];

/** One thing somebody tries. Numbers choose among what is there; most tries are wrong in some way. */
interface Try {
  readonly what: number;
  readonly who: number;
  readonly which: number;
  readonly visit: number;
  readonly days: number;
}

const PEOPLE: readonly Actor[] = [
  ENGINE,
  OPERATOR,
  who('a', 'officer'),
  who('b', 'officer'),
  who('lead', 'officer'),
  who('lead', 'head'),
  who('standing', 'secretary'),
  who('council', 'secretary'),
  who('homeAffairs', 'appraiser'),
  who('province', 'decider'),
];

const aTry: fc.Arbitrary<Try> = fc.noBias(
  fc.record({
    what: fc.nat(999),
    who: fc.nat(999),
    which: fc.nat(999),
    visit: fc.constantFrom(0, 0, 0, 0, -1, 1),
    days: fc.integer({ min: -3, max: 40 }),
  }),
);

const pick = <T>(list: readonly T[], n: number): T => {
  const item = list[n % list.length];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
};

/** Acts that need something to have gone before. */
const TELLING: readonly CommandName[] = [
  'approveStep',
  'returnNomination',
  'holdNomination',
  'releaseNomination',
  'recordCouncilResult',
  'issueDecision',
  'submitUpward',
  'recordHigherDecision',
  'revokeAward',
  'restoreAward',
  'submitReport',
  'fulfilObligation',
  'remindTask',
];

/** The commands one could try here, with what the screen would show, give or take a visit. */
function calls(world: Province, { which, visit: offBy, days }: Try): readonly Call[] {
  const day = dayOf(world);
  const lastDay = isLocalDate(day) ? addDays(day, days) : day;
  const reason = which % 7 === 0 ? '' : 'Lý do';
  const see = (nominationId: string) => ({
    nominationId,
    visit: Math.max(1, (world.state('nomination', nominationId)?.visit ?? 1) + offBy),
  });
  const seen = see(pick(['n-1', 'n-2', 'n-3', 'n-4', 'n-5', 'n-6', 'n-7'], which));
  const { nominationId } = seen;
  /** A dossier for which it makes sense, where there is one. */
  const fit = (...stages: readonly string[]) => {
    const fitting = world
      .all('nomination')
      .filter(([, state]) => stages.includes(state.status) || stages.includes(openTaskOf(state)?.kind ?? ''))
      .map(([id]) => id);
    return fitting.length === 0 ? seen : see(pick(fitting, which));
  };
  const atDecision = fit('decision');
  const upward = fit('higher-decision');
  const released = fit('on-hold').nominationId;
  const awarded = fit('recognised', 'published', 'archived').nominationId;
  const revoked = fit('revoked').nominationId;
  const [obligationId = 'none'] = pick(world.all('obligation'), which);
  const [reportId = 'none', report] = world.all('report').length === 0 ? [] : pick(world.all('report'), which);
  const kind = pick(TASK_OWNERS, which);
  const [ownerId = 'none', owner] = world.all(kind).length === 0 ? [] : pick(world.all(kind), which);
  const openVisit = Number(Object.keys(owner?.open ?? {})[0] ?? 1);
  const handled = taskId({ kind, id: ownerId }, openVisit);
  const document = { number: `${which % 5}/VB`, date: lastDay };
  const [waiting] = world.all('session').filter(([, { status }]) => status === 'convened');
  const sessionId = which % 2 === 0 ? (waiting?.[0] ?? 's-0') : `s-${which % 5}`;
  const agenda = world.state('session', sessionId)?.agenda ?? [];
  const counts = agenda.map((item) => ({
    nominationId: item.nominationId,
    inFavour: 5,
    against: 1,
    abstained: 0,
    outcome: which % 2 === 0 ? ('approved' as const) : ('not-approved' as const),
  }));
  return [
    { name: 'submitNomination', command: { nominationId } },
    { name: 'approveStep', command: seen },
    { name: 'approveStep', command: { ...seen, note: 'Ghi chú' } },
    { name: 'returnNomination', command: { ...seen, reason, supplementBy: lastDay } },
    { name: 'resubmitNomination', command: { ...fit('supplement'), note: '' } },
    { name: 'declineNomination', command: { ...seen, reason } },
    { name: 'withdrawNomination', command: { nominationId, reason } },
    { name: 'holdNomination', command: { nominationId, reason, ground: 'complaint' } },
    { name: 'releaseNomination', command: { nominationId: released, reason } },
    { name: 'extendStep', command: { ...seen, lastDay, reason } },
    { name: 'endTimedStep', command: { ...seen, key: 'x' } },
    { name: 'revokeAward', command: { nominationId: awarded, reason, decisionNumber: '1', decisionDate: lastDay } },
    { name: 'restoreAward', command: { nominationId: revoked, reason } },
    {
      name: 'conveneSession',
      command: { sessionId, campaignId, councilId: UNITS.council, date: day, members: 9, agenda: [fit('council')] },
    },
    {
      name: 'recordCouncilResult',
      command: { sessionId, visit: 1, present: 8, counts, minutes: { number: '1', date: day } },
    },
    {
      name: 'issueDecision',
      command: {
        decisionId: `d-${which % 4}`,
        ...document,
        date: day,
        signer: personAt('province', 'decider'),
        nominations: [atDecision],
      },
    },
    { name: 'submitUpward', command: { ...atDecision, authority: 'TTg', document: { ...document, date: day } } },
    {
      name: 'recordHigherDecision',
      command: {
        decisionId: `h-${which % 4}`,
        ...upward,
        ...document,
        date: day,
        authority: 'TTg',
        outcome: which % 2 === 0 ? 'recognised' : 'declined',
        reason,
      },
    },
    { name: 'fulfilObligation', command: { obligationId, proof: { kind: 'document', number: '1/VB', date: day } } },
    {
      name: 'submitReport',
      command: { obligationId, fields: { result: 'x', households: which }, phase: pick(['phase-1', 'phase-2'], which) },
    },
    { name: 'returnReport', command: { reportId, visit: Math.max(1, (report?.visit ?? 1) + offBy), reason } },
    { name: 'acceptReport', command: { reportId, visit: Math.max(1, (report?.visit ?? 1) + offBy) } },
    { name: 'urgeObligation', command: { obligationId, text: reason } },
    { name: 'extendObligation', command: { obligationId, lastDay, reason } },
    { name: 'waiveObligation', command: { obligationId, reason } },
    { name: 'replanObligation', command: { obligationId } },
    {
      name: 'extendCampaignDate',
      command: {
        campaignId,
        what: pick(['report/2024', 'plan/once', 'round/annual/2024', 'review/mid'], which),
        lastDay,
        reason,
      },
    },
    {
      name: 'registerUnit',
      command: {
        campaignId,
        unitId: UNITS.a,
        head: 'don-vi-a.head',
        pledges: [{ key: 'plan-issued', own: false, text: 'x' }],
        ...(offBy === 0 ? {} : { visit: which % 3 }),
      },
    },
    { name: 'confirmRegistration', command: { registrationId: `${CAMPAIGN}.${UNITS.a}`, visit: 1 + (which % 3) } },
    {
      name: 'returnRegistration',
      command: { registrationId: `${CAMPAIGN}.${UNITS.a}`, visit: 1 + (which % 3), reason },
    },
    { name: 'closeRoundWindow', command: { roundId: ROUND } },
    { name: 'makeSubmissionList', command: { roundId: ROUND } },
    {
      name: 'openObligation',
      command: {
        campaignId,
        key: pick(['plan', 'report', 'join-in', 'registration'], which),
        occurrence: pick(['once', '2024'], days + 5),
        unitId: pick([UNITS.a, UNITS.b], which),
      },
    },
    { name: 'remindTask', command: { owner: { kind, id: ownerId }, visit: openVisit } },
    { name: 'claimTask', command: { taskId: handled } },
    { name: 'releaseTask', command: { taskId: handled } },
    { name: 'followUpTask', command: { taskId: handled, on: lastDay } },
    { name: 'reassignTask', command: { taskId: handled, to: personAt('b', 'officer'), reason } },
    {
      name: 'changeCalendarDay',
      command: { date: lastDay, kind: which % 2 === 0 ? 'holiday' : 'none', name: 'x', source: 'x', reason },
    },
  ];
}

const run = <K extends CommandName>(world: Province, name: K, command: Commands[K], actor: Actor): Decision =>
  world.execute(name, command, actor);
const execute = (world: Province, call: Call, actor: Actor): Decision => run(world, call.name, call.command, actor);

/** One in three is tried by anybody, the others by the first who may. */
function attempt(world: Province, call: Call, n: number): readonly [Decision, Actor] {
  const anybody = pick(PEOPLE, n);
  if (n % 3 > 0) {
    for (const actor of PEOPLE) {
      const decision = execute(world, call, actor);
      if (decision.ok) return [decision, actor];
    }
  }
  return [execute(world, call, anybody), anybody];
}

function prepare(): Province {
  const world = inRound();
  for (const [key, occurrence, unit] of [
    ['plan', 'once', UNITS.a],
    ['report', '2024', UNITS.a],
    ['report', '2024', UNITS.b],
    ['join-in', 'once', UNITS.b],
    ['registration', 'once', UNITS.a],
  ] as const) {
    owes(world, key, occurrence, unit);
  }
  // Dossiers far apart on their way, so that the late steps are tried as often as the early ones.
  for (const [i, kind] of ['completeness', 'council', 'decision', 'decision', 'publication', 'publication'].entries()) {
    walkTo(world, submitted(world, `n-${i + 1}`, `s-${i}`), kind);
  }
  const revoked = { nominationId: 'n-6', reason: 'Lý do', decisionNumber: '9', decisionDate: dayOf(world) };
  world.must('revokeAward', revoked, who('province', 'decider'));
  return world;
}

const PREPARED = prepare();
const prepared = (): Province => new Province(PREPARED.now).adopt(PREPARED);

/** Tries everything in turn; `check` sees the world after each try. */
function play(
  tries: readonly Try[],
  check: (world: Province, call: Call, decision: Decision, actor: Actor) => void,
): Province {
  const world = prepared();
  for (const one of tries) {
    if (one.what % 5 === 0) world.now += Math.max(0, one.days) * 12 * 3_600_000;
    const list = calls(world, one);
    const call = pick(list, one.what);
    const [decision, actor] = attempt(world, call, one.who);
    check(world, call, decision, actor);
  }
  return world;
}

const RUNS = { numRuns: 100 };
const sequences = fc.noBias(fc.array(aTry, { minLength: 60, maxLength: 160, size: 'max' }));
const CLOSED = ['archived', 'declined', 'withdrawn', 'revoked'];

const openTasks = (world: MemoryLedger): readonly string[] =>
  TASK_OWNERS.flatMap((kind) =>
    world.all(kind).flatMap(([id, { open }]) =>
      Object.values(open)
        .filter(({ queue }) => queue !== '')
        .map(({ visit }) => taskId({ kind, id }, visit)),
    ),
  ).sort();

describe('whatever people try, in whatever order', () => {
  it('is accepted or refused, never thrown, and accepted facts fold to the same state and rows', () => {
    const accepted = new Set<CommandName>();
    fc.assert(
      fc.property(sequences, (tries) => {
        const world = play(tries, (_world, { name }, decision) => {
          if (decision.ok) accepted.add(name);
        });
        expect(world.replay().everything()).toEqual(world.everything());
      }),
      RUNS,
    );
    // Tries that are all refused would prove nothing: each of these has gone through.
    const rarely = TELLING.filter((name) => !accepted.has(name));
    expect(rarely).toEqual([]);
  });

  it('a nomination that is over never moves again, except that its award is revoked or restored', () => {
    fc.assert(
      fc.property(sequences, (tries) => {
        const before = new Map<string, string>();
        play(tries, (world, call, decision) => {
          for (const [id, state] of world.all('nomination')) {
            const was = before.get(id);
            if (was !== undefined && CLOSED.includes(was) && was !== state.status) {
              expect(decision.ok).toBe(true);
              expect(['revokeAward', 'restoreAward']).toContain(call.name);
            }
            if (CLOSED.includes(state.status)) expect(state.open).toEqual({});
            before.set(id, state.status);
          }
        });
      }),
      RUNS,
    );
  });

  it('every open task has exactly one open row, and every open row a task', () => {
    fc.assert(
      fc.property(sequences, (tries) => {
        play(tries, (world) => {
          const rows = world.table('read_task').filter(({ status }) => status === 'open');
          expect(rows.map(({ id }) => String(id)).sort()).toEqual(openTasks(world));
        });
      }),
      RUNS,
    );
  });

  it('what is done is not done again: the same command right after is refused and changes nothing', () => {
    fc.assert(
      fc.property(sequences, (tries) => {
        play(tries, (world, call, decision, actor) => {
          if (!decision.ok) return;
          const count = world.events.length;
          const again = execute(world, call, actor);
          expect([call.name, again.ok]).toEqual([call.name, false]);
          expect(world.events).toHaveLength(count);
        });
      }),
      RUNS,
    );
  });

  it('no reminder of a task is ever sent twice', () => {
    fc.assert(
      fc.property(sequences, (tries) => {
        const remindEverything = (world: Province): void => {
          for (const kind of TASK_OWNERS) {
            for (const [id, { open }] of world.all(kind)) {
              for (const { visit } of Object.values(open))
                world.execute('remindTask', { owner: { kind, id }, visit }, ENGINE);
            }
          }
        };
        const world = play(tries, (after) => remindEverything(after));
        const sent = world.events
          .filter(({ type }) => type === 'taskReminded')
          .map(({ stream, payload }) => [stream.kind, stream.id, payload['visit'], payload['key']].join('|'));
        expect(new Set(sent).size).toBe(sent.length);
      }),
      RUNS,
    );
  });

  it('free text never stands in a fact in the open', () => {
    fc.assert(
      fc.property(sequences, (tries) => {
        const world = play(tries, () => undefined);
        const text = JSON.stringify(world.events.filter(({ stream }) => !['task', 'calendar'].includes(stream.kind)));
        expect(text).not.toContain('Lý do');
        expect(text).not.toContain('bí mật');
      }),
      { numRuns: 20 },
    );
  });
});
