import { parseQueue, queueOf } from '../access/actor.js';
import { permit } from '../access/permissions.js';
import { dateOf, yearOf } from '../calendar/local-date.js';
import { accept, refuse, type Ask, type CommandSpec, type Context, type Have } from '../core/decision.js';
import { tell } from '../core/notices.js';
import { ref, type StreamRef } from '../core/stream.js';
import { askHolders, everyoneAt } from '../obligation/owed.js';
import { isSucceeded } from '../organisation/unit.stream.js';
import { confirmerOfOpen, type Led } from './confirming.js';
import { REGISTRATION_FACTS } from './registration.stream.js';
import { taskId } from '../task/open-task.js';

export interface MoveConfirmation {
  readonly registrationId: string;
  readonly visit: number;
  /** The unit that has such confirmations in hand from now on. */
  readonly to: string;
}

/** A unit, and those whose work came to it, one after another. */
function cameTo(have: Have, unitId: string, seen: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  if (seen.has(unitId)) return seen;
  const froms = have.state('unit', unitId)?.tookOver ?? [];
  return froms.reduce<ReadonlySet<string>>((all, { from }) => cameTo(have, from, all), new Set([...seen, unitId]));
}

const asksStanding = (c: MoveConfirmation, have: Have, { now }: Context): readonly Ask[] => {
  const state = have.state('registration', c.registrationId);
  return state === undefined ? [] : [{ ask: 'clustersStanding', unitId: state.unitId, year: yearOf(dateOf(now)) }];
};

/**
 * A confirmation (of a pledge, or of what became of it) that is still open moves to the unit that confirms this year: the
 * leader of the cluster was arranged anew, or the year of another leader has begun. It opens there as a new step with the
 * dates and reminders it had, so nobody has it in hand any more and nobody is reminded twice. Issued by the engine; refuses
 * a unit that does not confirm for this one. Nothing moves before the cluster is arranged for the year.
 */
export const moveConfirmation: CommandSpec<MoveConfirmation> = {
  needs(c, have) {
    const own = ref('registration', c.registrationId);
    const state = have.state('registration', c.registrationId);
    const units = [...cameTo(have, c.to)].map((id): StreamRef => ref('unit', id));
    return state === undefined ? [own, ...units] : [own, ref('campaign', state.campaignId), ...units];
  },
  asks: (c, have, context) => [...asksStanding(c, have, context), ...askHolders([queueOf(c.to, 'officer')])],
  decide(c, have, context) {
    const { actor, now } = context;
    const grant = permit(actor, 'registration.move', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'registration.move' } });
    const state = have.state('registration', c.registrationId);
    const file = state === undefined ? undefined : have.state('campaign', state.campaignId)?.file;
    if (state === undefined || file === undefined)
      return refuse('NOT_FOUND', { field: 'registrationId', params: { id: c.registrationId } });
    const task = state.open[String(c.visit)];
    const from = task === undefined ? undefined : parseQueue(task.queue)?.unitId;
    if (task === undefined || from === undefined) return refuse('ALREADY_DONE', { params: { status: state.status } });
    const unit = have.state('unit', c.to);
    if (unit === undefined) return refuse('UNKNOWN_UNIT', { field: 'to', params: { id: c.to } });

    const year = yearOf(dateOf(now));
    const led = asksStanding(c, have, context)
      .flatMap((ask) => have.answer(ask))
      .map((row): Led => ({
        cluster: String(row['cluster_id']),
        leader: String(row['leader']),
        year: Number(row['year']),
      }));
    const confirmer = confirmerOfOpen(file, state.unitId, led, year);
    if (confirmer === undefined || from === c.to) return refuse('ALREADY_DONE', { params: { status: state.status } });
    if (!cameTo(have, c.to).has(confirmer.unit) || isSucceeded(unit, dateOf(now)))
      return refuse('INVALID_INPUT', { field: 'to', params: { id: c.to } });

    const payload = {
      from,
      to: c.to,
      // A lead agency that had it because nobody led the cluster yet was no leader.
      ...(confirmer.cluster === undefined
        ? { without: year }
        : { cluster: confirmer.cluster, year, ...(from === file.roles.leadAgency.unit ? {} : { former: from }) }),
      task: { ...task, visit: state.visit + 1, queue: queueOf(c.to, 'officer') },
    };
    const own = ref('registration', c.registrationId);
    const notices = tell(everyoneAt(have, [queueOf(c.to, 'officer')]), {
      subject: own,
      step: `confirmation-moved/${payload.task.visit}`,
      template: 'confirmation-moved',
      params: {
        registrationId: c.registrationId,
        unitId: state.unitId,
        from,
        to: c.to,
        taskId: taskId(own, payload.task.visit),
      },
    });
    return accept(grant, [{ stream: own, type: REGISTRATION_FACTS.moved, payload }], { notices });
  },
};
