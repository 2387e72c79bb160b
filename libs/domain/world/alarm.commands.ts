import { parseQueue } from '../access/actor.js';
import { permit } from '../access/permissions.js';
import { accept, refuse, type CommandSpec } from '../core/decision.js';
import { sameJson } from '../core/same-json.js';
import { seal, type Sealed } from '../core/sealed.js';
import { ref } from '../core/stream.js';
import { planTask } from '../task/plan-task.js';
import { WORLD_FACTS, WORLD_ID } from './world.stream.js';

export interface RaiseAlarm {
  readonly findings: readonly string[];
  /** Whose task it becomes, as `unit/role`. */
  readonly queue: string;
}
export interface SettleAlarm {
  readonly visit: number;
  readonly conclusion: string;
}

/** The same findings raise one alarm until somebody has settled it; other ones take its place. */
export const raiseAlarm: CommandSpec<RaiseAlarm> = {
  needs: () => [ref('world', WORLD_ID)],
  decide(c, have, { actor, now, calendar }) {
    const grant = permit(actor, 'alarm.raise', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'alarm.raise' } });
    const world = have.state('world', WORLD_ID);
    if (world === undefined) return refuse('NOT_FOUND', { field: 'world', params: { id: WORLD_ID } });
    if (c.findings.length === 0) return refuse('INVALID_INPUT', { field: 'findings' });
    if (parseQueue(c.queue) === undefined) return refuse('INVALID_INPUT', { field: 'queue' });
    const { alarm } = world;
    const isOpen = alarm !== undefined && Object.keys(alarm.open).length > 0;
    if (isOpen && sameJson(alarm.findings, c.findings)) return refuse('ALREADY_DONE');
    const visit = (alarm?.visit ?? 0) + 1;
    const task = planTask({ visit, step: 'alarm', kind: 'alarm', queue: c.queue, now, calendar });
    return accept(grant, [
      { stream: ref('world', WORLD_ID), type: WORLD_FACTS.alarmRaised, payload: { findings: c.findings, task } },
    ]);
  },
};

/** Somebody has looked into it and says what it was. Needs the conclusion; what is still wrong is raised again. */
export const settleAlarm: CommandSpec<SettleAlarm> = {
  needs: () => [ref('world', WORLD_ID)],
  decide(c, have, { actor }) {
    const alarm = have.state('world', WORLD_ID)?.alarm;
    const task = alarm?.open[String(c.visit)];
    if (alarm === undefined || task === undefined)
      return refuse('TASK_CLOSED', { field: 'visit', params: { status: 'closed' } });
    const unit = parseQueue(task.queue)?.unitId;
    const grant = permit(actor, 'alarm.settle', unit === undefined ? [] : [unit]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'alarm.settle' } });
    if (c.conclusion.trim() === '') return refuse('REASON_REQUIRED', { field: 'conclusion' });
    const conclusion: Sealed = seal('world/alarms', c.conclusion);
    return accept(grant, [
      { stream: ref('world', WORLD_ID), type: WORLD_FACTS.alarmSettled, payload: { visit: c.visit, conclusion } },
    ]);
  },
};
