import { queueOf } from '../access/actor.js';
import { dateOf, yearOf } from '../calendar/local-date.js';
import type { CampaignFile } from '../campaign-plan/campaign.js';
import type { AccountableHeads } from '../campaign-plan/organising.js';
import type { Ask, Have } from '../core/decision.js';
import type { ReminderStep } from '../deadline/reminder-plan.js';
import type { UnitState } from '../organisation/unit.stream.js';

/**
 * Who answers for a unit that stays late (người đứng đầu chịu trách nhiệm), as the campaign names them: when it is brought
 * before the lead agency, the head of the unit that leads its cluster or block this year; when it is brought before the
 * standing body, the one the heads answer to. The way upward ends there.
 */

interface Late {
  readonly file: CampaignFile;
  readonly unitId: string;
  readonly unit: UnitState | undefined;
}

/** Lines of the campaign that speak of this unit. */
const linesAbout = ({ file, unitId, unit }: Late): readonly AccountableHeads[] =>
  (file.accountableHeads ?? []).filter(({ scope }) =>
    file.scope.some(
      (group) =>
        scope.includes(group.key) &&
        (group.unitIds?.includes(unitId) === true || (unit !== undefined && group.unitTypes.includes(unit.type))),
    ),
  );

const answersTo = (file: CampaignFile, { answersTo: role }: AccountableHeads): string =>
  queueOf(file.roles[role].unit, role === 'decider' ? 'decider' : 'head');

/** What has to be asked to tell them at this step; nothing where the campaign names nobody. */
export function askAccountable(late: Late, step: Pick<ReminderStep, 'kind' | 'to'>, now: number): readonly Ask[] {
  if (step.kind !== 'escalate') return [];
  const lines = linesAbout(late);
  if (step.to === 'lead-agency')
    return lines.some(({ clusters }) => clusters === true)
      ? [{ ask: 'clusterHeadsOf', unitId: late.unitId, year: yearOf(dateOf(now)) }]
      : [];
  if (step.to !== 'standing-body') return [];
  return [...new Set(lines.map((line) => answersTo(late.file, line)))].map((queue) => ({ ask: 'holders', queue }));
}

/** Everybody found by the questions, each once, in the order of their ids. */
export const accountable = (have: Have, asks: readonly Ask[]): readonly string[] =>
  [...new Set(asks.flatMap((ask) => have.answer(ask)).map((row) => String(row['person_id'])))].sort();
