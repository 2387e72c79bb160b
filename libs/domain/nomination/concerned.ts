import { parseQueue } from '../access/actor.js';
import type { NominationRoles, NominationState } from './nomination-state.js';

/** The units that play a part in a dossier beside its steps. */
export const unitsOf = ({ standingBody, leadAgency, decider, council }: NominationRoles): readonly string[] => [
  standingBody,
  leadAgency,
  decider,
  council,
];

/** The units with a part in a dossier: who nominates, who has a step of its route, who may act beside it. */
export const concernedBy = (state: NominationState): readonly string[] => [
  state.unitId,
  ...(state.initiatedBy === undefined ? [] : [state.initiatedBy]),
  ...unitsOf(state.roles),
  ...state.route.flatMap(({ queue }) => parseQueue(queue)?.unitId ?? []),
];
