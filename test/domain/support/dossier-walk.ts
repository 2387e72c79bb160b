import { ENGINE, type Role } from '../../../libs/domain/access/actor.js';
import type { MemoryLedger } from './memory-ledger.js';
import { CAMPAIGN, personAt, UNITS, who } from './people.js';
import type { Province } from './province.js';

/** The annual round of 2024. */
export const ROUND = `${CAMPAIGN}.annual.2024`;

/** Drafts and submits a dossier of unit a in the annual round. */
export function submitted(world: Province, nominationId = 'n-1', subjectId = 'subject-1'): string {
  world.must(
    'draftNomination',
    {
      nominationId,
      campaignId: CAMPAIGN,
      roundId: ROUND,
      awardCode: 'BK',
      unitId: UNITS.a,
      subject: { kind: 'collective', id: subjectId, name: 'Tập thể bí mật' },
      achievement: 'Thành tích bí mật',
      documents: [],
    },
    who('a', 'officer'),
  );
  world.must('submitNomination', { nominationId }, who('a', 'officer'));
  return nominationId;
}

/** Passes steps until the dossier stands at the step of this kind. */
export function walkTo(world: Province, nominationId: string, kind: string): number {
  for (let guard = 0; guard < 20; guard += 1) {
    const state = world.state('nomination', nominationId);
    const task = state?.open[String(state.visit)];
    if (state === undefined || task === undefined) throw new Error(`${nominationId} has no open step`);
    if (task.kind === kind) return task.visit;
    if (task.queue === '') {
      world.now = Math.max(world.now, task.due?.at ?? world.now);
      world.must('endTimedStep', { nominationId, visit: task.visit, key: task.step }, ENGINE);
    } else if (task.kind === 'council') {
      voteOn(world, [{ nominationId, visit: task.visit }], 'approved', `s-${nominationId}-${String(task.visit)}`);
    } else if (task.kind === 'decision') {
      decideOn(world, [{ nominationId, visit: task.visit }], `d-${nominationId}`, `${nominationId}/QĐ-UBND`);
    } else {
      const unit = Object.values(UNITS).find((id) => task.queue.startsWith(`${id}/`)) ?? '';
      const role = task.queue.slice(unit.length + 1);
      const holding = { unitId: unit, role: role as Role };
      world.must(
        'approveStep',
        { nominationId, visit: task.visit, note: 'Đồng ý' },
        { id: 'someone', kind: 'person', holdings: [holding] },
      );
    }
  }
  throw new Error(`${nominationId} never came to ${kind}`);
}

interface Seen {
  readonly nominationId: string;
  readonly visit: number;
}

export function voteOn(
  world: Province,
  agenda: readonly Seen[],
  outcome: 'approved' | 'not-approved',
  sessionId: string,
): void {
  const day = dayOf(world);
  world.must(
    'conveneSession',
    { sessionId, campaignId: CAMPAIGN, councilId: UNITS.council, date: day, members: 9, agenda },
    who('council', 'secretary'),
  );
  const counts = agenda.map(({ nominationId }) => ({ nominationId, inFavour: 7, against: 1, abstained: 0, outcome }));
  const minutes = { number: '5/BB-HĐ', date: day };
  world.must('recordCouncilResult', { sessionId, visit: 1, present: 8, counts, minutes }, who('council', 'secretary'));
}

export function decideOn(world: Province, nominations: readonly Seen[], decisionId: string, number: string): void {
  const signer = personAt('province', 'decider');
  world.must(
    'issueDecision',
    { decisionId, number, date: dayOf(world), signer, nominations },
    who('province', 'decider'),
  );
}

export const dayOf = (world: MemoryLedger): string => new Date(world.now + 7 * 3_600_000).toISOString().slice(0, 10);
