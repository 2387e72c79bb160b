import { parseQueue, queueOf } from '../access/actor.js';
import type { CampaignFile } from '../campaign-plan/campaign.js';
import type { CampaignState } from '../campaign/campaign.stream.js';
import type { DocumentNumber } from '../core/document-date.js';
import type { NominationState } from '../nomination/nomination-state.js';
import type { ObligationState } from '../obligation/obligation.stream.js';
import type { ReportState } from '../report/report.stream.js';
import type { OpenTask, TaskOwner } from '../task/open-task.js';

/**
 * What passing open work to a successor does to the states that hold it. Pure, and the same for the command (has anything
 * changed?) and for the fold, so a fact says only from where to where. What is finished keeps the unit of its day.
 */

/** Payload of the fact: both units, the day, how, and the document that says so. */
export interface Passing {
  readonly from: string;
  readonly to: string;
  readonly on: string;
  readonly kind: string;
  readonly document: DocumentNumber;
}

export const PASSED_ON = 'workPassedOn';

const unitAfter = (unitId: string, { from, to }: Passing): string => (unitId === from ? to : unitId);

/** The queue of the same role at the successor. */
export function queueAfter(queue: string, passing: Passing): string {
  const parsed = parseQueue(queue);
  return parsed?.unitId === passing.from ? queueOf(passing.to, parsed.role) : queue;
}

/** A step that waits for time alone is nobody's: it has nowhere to go. */
function taskAfter(task: OpenTask, passing: Passing): OpenTask {
  if (task.queue === '') return task;
  const queue = queueAfter(task.queue, passing);
  const unitId = task.unitId === undefined ? undefined : unitAfter(task.unitId, passing);
  return queue === task.queue && unitId === task.unitId
    ? task
    : { ...task, queue, ...(unitId === undefined ? {} : { unitId }) };
}

/** Open tasks at the unit go to the same role at its successor, with their dates and what was sent. */
export function tasksAfter<S extends TaskOwner>(state: S, passing: Passing): S {
  const open = Object.fromEntries(
    Object.entries(state.open).map(([visit, task]) => [visit, taskAfter(task, passing)] as const),
  );
  const isSame = Object.entries(open).every(([visit, task]) => state.open[visit] === task);
  return isSame ? state : { ...state, open };
}

/** What is still owed is owed by the successor; what was fulfilled, waived or lapsed stays with the unit that did it. */
export function obligationAfter(state: ObligationState, passing: Passing): ObligationState {
  if (state.status !== 'open') return tasksAfter(state, passing);
  const unitId = unitAfter(state.unitId, passing);
  const queue = queueAfter(state.queue, passing);
  const moved = unitId === state.unitId && queue === state.queue ? state : { ...state, unitId, queue };
  return tasksAfter(moved, passing);
}

/** A report that may still come back is the successor's; an accepted one stays with the unit that wrote it. */
export function reportAfter(state: ReportState, passing: Passing): ReportState {
  const isOpen = state.status === 'submitted' || state.status === 'returned';
  const moved = isOpen && state.unitId === passing.from ? { ...state, unitId: passing.to } : state;
  return tasksAfter(moved, passing);
}

const LIVING: readonly NominationState['status'][] = ['draft', 'open', 'returned', 'on-hold'];

/** A dossier on its way goes on at the successor, with every step ahead; a decided one keeps the names of its day. */
export function nominationAfter(state: NominationState, passing: Passing): NominationState {
  if (!LIVING.includes(state.status)) return tasksAfter(state, passing);
  const { standingBody, leadAgency, decider, council } = state.roles;
  const roles = {
    standingBody: unitAfter(standingBody, passing),
    leadAgency: unitAfter(leadAgency, passing),
    decider: unitAfter(decider, passing),
    council: unitAfter(council, passing),
  };
  const route = state.route.map((step) => ({ ...step, queue: queueAfter(step.queue, passing) }));
  const isSame =
    state.unitId !== passing.from &&
    ![standingBody, leadAgency, decider, council].includes(passing.from) &&
    route.every(({ queue }, i) => queue === state.route[i]?.queue);
  return tasksAfter(isSame ? state : { ...state, unitId: unitAfter(state.unitId, passing), roles, route }, passing);
}

/** Both are named: which of them is meant follows from the day, and the old one no longer exists on the new one's days. */
const idsAfter = (ids: readonly unknown[], { from, to }: Passing): readonly unknown[] =>
  ids.includes(from) && !ids.includes(to) ? [...ids, to] : ids;

/** The same plan with the successor beside the old unit in every list of units, whatever part it stands in. */
function listsAfter(value: unknown, passing: Passing): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => listsAfter(item, passing));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]: [string, unknown]) => [
      name,
      name === 'unitIds' && Array.isArray(item) ? idsAfter(item, passing) : listsAfter(item, passing),
    ]),
  );
}

/** The plan with the successor in the parts of the old unit. What a target names is for a person to say. */
function fileAfter(file: CampaignFile, passing: Passing): CampaignFile {
  const roles = Object.fromEntries(
    Object.entries(file.roles).map(([role, part]) => [role, { ...part, unit: unitAfter(part.unit, passing) }] as const),
  ) as unknown as CampaignFile['roles'];
  // Only members of lists of ids are added: the shape stays that of a campaign file.
  return { ...(listsAfter(file, passing) as CampaignFile), roles };
}

/** A campaign goes on under the successor; its document as adopted stays in the fact that brought it in. */
export function campaignAfter(state: CampaignState, passing: Passing): CampaignState {
  if (state.passedOn?.[passing.from] !== undefined) return tasksAfter(state, passing);
  const { to, on } = passing;
  const moved = {
    ...state,
    file: fileAfter(state.file, passing),
    // Later answers are settled anew from what was written: the successor must stand there too.
    ...(state.written === undefined ? {} : { written: fileAfter(state.written, passing) }),
    passedOn: { ...state.passedOn, [passing.from]: { to, on } },
  };
  return tasksAfter(moved, passing);
}
