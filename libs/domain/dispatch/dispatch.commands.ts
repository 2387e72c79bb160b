import { accept, refuse, type CommandSpec } from '../core/decision.js';
import { ref } from '../core/stream.js';
import { taskId } from '../task/open-task.js';
import { isTaken, takeTask } from '../task/take-task.js';
import { DISPATCH_FACTS } from './dispatch.stream.js';

export interface AcknowledgeDocument {
  readonly dispatchId: string;
  readonly visit: number;
}

/** A unit says that it has the document; who and when is kept. */
export const acknowledgeDocument: CommandSpec<AcknowledgeDocument> = {
  needs: (c) => [ref('dispatch', c.dispatchId), ref('task', taskId(ref('dispatch', c.dispatchId), c.visit))],
  decide(c, have, { actor }) {
    const state = have.state('dispatch', c.dispatchId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'dispatchId', params: { id: c.dispatchId } });
    if (state.acknowledge && c.visit <= state.visit && state.open[String(c.visit)] === undefined)
      return refuse('ALREADY_DONE', { params: { status: 'acknowledged' } });
    const taken = takeTask(ref('dispatch', c.dispatchId), state, c.visit, have, actor, 'document.acknowledge');
    if (!isTaken(taken)) return taken;
    const payload = { visit: c.visit, unitId: taken.task.unitId ?? '' };
    return accept(taken.grant, [{ stream: ref('dispatch', c.dispatchId), type: DISPATCH_FACTS.acknowledged, payload }]);
  },
};
