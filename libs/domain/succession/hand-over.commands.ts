import { permit } from '../access/permissions.js';
import { dateOf } from '../calendar/local-date.js';
import { accept, refuse, type CommandSpec } from '../core/decision.js';
import { sameJson } from '../core/same-json.js';
import { tell } from '../core/notices.js';
import { seal } from '../core/sealed.js';
import { ref, type StreamRef } from '../core/stream.js';
import { askHolders, everyoneAt, queuesOfUnit } from '../obligation/owed.js';
import { isSucceeded } from '../organisation/unit.stream.js';
import { isPassable, ownerAfter } from './pass-on.commands.js';
import { PASSED_ON, type Passing } from './passing.js';

export interface HandOverWork {
  readonly owner: StreamRef;
  /** The unit that was split. */
  readonly unitId: string;
  /** Another of its successors. */
  readonly to: string;
  readonly reason: string;
}

/**
 * After a split everything open goes to one successor first; what belongs to another is handed over piece by piece, with
 * a reason, by the head or officer of the one that has it. Refuses a unit that was not split, a successor it does not
 * have, and what is not open at the first one. Pledges stay where they are: each successor registers its own.
 */
export const handOverWork: CommandSpec<HandOverWork> = {
  needs: (c) => [c.owner, ref('unit', c.unitId)],
  asks: (c) => askHolders(queuesOfUnit(c.to)),
  decide(c, have, { actor, now }) {
    const unit = have.state('unit', c.unitId);
    if (unit === undefined) return refuse('UNKNOWN_UNIT', { field: 'unitId', params: { id: c.unitId } });
    const { succession } = unit;
    if (succession === undefined || succession.kind !== 'split' || !isSucceeded(unit, dateOf(now)))
      return refuse('NOT_ALLOWED_IN_STATE', {
        field: 'unitId',
        params: { status: succession?.kind ?? 'no succession' },
      });
    const grant = permit(actor, 'work.hand-over', [succession.to]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'work.hand-over' } });
    if (!succession.others.includes(c.to)) return refuse('INVALID_INPUT', { field: 'to', params: { id: c.to } });
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    const { kind, id } = c.owner;
    if (!isPassable(kind) || kind === 'registration' || kind === 'campaign')
      return refuse('INVALID_INPUT', { field: 'owner.kind', params: { id } });
    const { on, document } = succession;
    const passing: Passing = { from: succession.to, to: c.to, on, kind: succession.kind, document };
    const [before, after] = ownerAfter(have, ref(kind, id), passing);
    if (before === undefined) return refuse('NOT_FOUND', { field: 'owner.id', params: { id } });
    if (sameJson(before, after)) return refuse('ALREADY_DONE');
    const reason = seal(`unit/${c.unitId}`, c.reason);
    const notices = tell(everyoneAt(have, queuesOfUnit(c.to)), {
      subject: c.owner,
      step: `handed-over/${c.to}`,
      template: 'work-handed-over',
      params: { from: succession.to, to: c.to, kind },
    });
    return accept(grant, [{ stream: c.owner, type: PASSED_ON, payload: { ...passing, reason } }], { notices });
  },
};
