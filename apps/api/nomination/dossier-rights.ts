import { parseQueue } from '../../../libs/domain/access/actor.js';
import { concernedBy, unitsOf } from '../../../libs/domain/nomination/concerned.js';
import { rolesOf } from '../../../libs/domain/nomination/pin-route.js';
import type { NominationState } from '../../../libs/domain/nomination/nomination-state.js';
import type { TaskOwner } from '../../../libs/domain/task/open-task.js';
import { refused } from '../http/problem.js';
import type { SignedIn } from '../http/signed-in.js';

/** Refuses a nomination to those whose units have no part in it, unless they may read every dossier. */
export async function mustSeeNomination(by: SignedIn, state: NominationState, id: string): Promise<void> {
  if (await by.may('dossier.read', concernedBy(state))) return;
  if (await by.may('history.read')) return;
  if (await isGiven(by, 'nomination', id)) return;
  throw refused('FORBIDDEN', { params: { permission: 'dossier.read' } });
}

/** Refuses what belongs to some units in a campaign to those who neither belong to them nor lead the campaign. */
export async function mustSeeDossier(by: SignedIn, campaignId: string, units: readonly string[]): Promise<void> {
  const campaign = await by.world.reader.state('campaign', campaignId);
  const roles = campaign?.state.file.roles;
  const leading = roles === undefined ? [] : [...unitsOf(rolesOf(roles)), roles.issuer.unit, roles.homeAffairs.unit];
  if (await by.may('dossier.read', [...units, ...leading])) return;
  await by.must('history.read');
}

/** The units at which the open tasks of something wait. */
export const queueUnits = (open: TaskOwner['open']): readonly string[] =>
  Object.values(open).flatMap(({ queue }) => parseQueue(queue)?.unitId ?? []);

/** Whether a task of it was given to the reader by name: they need not hold the queue's role. */
async function isGiven(by: SignedIn, kind: string, id: string): Promise<boolean> {
  const { rowCount } = await by.world.pool.query({
    name: 'given-by-name',
    text: `select 1 from read_task_handling where assignee = $1 and id >= $2 || ':' and id < $2 || ';' limit 1`,
    values: [by.personId, `${kind}:${id}`],
  });
  return rowCount !== 0;
}
