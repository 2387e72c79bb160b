import { holdingFor, type Actor } from '../../../libs/domain/access/actor.js';
import { permit } from '../../../libs/domain/access/permissions.js';
import type { CommandName } from '../../../libs/domain/commands.js';
import { isDiscussed, mayComment } from '../../../libs/domain/nomination/comment.commands.js';
import { isInHands, mayDeclare, mayEvaluate } from '../../../libs/domain/nomination/eligibility.commands.js';
import {
  openTaskOf,
  type NominationState,
  type NominationStatus,
} from '../../../libs/domain/nomination/nomination-state.js';
import { HIGHER_DECISION } from '../../../libs/domain/nomination/nomination.route.js';

export interface PossibleAct {
  readonly command: CommandName;
  readonly method: 'POST';
  readonly href: string;
  /** To be sent with it, where the act belongs to a step. */
  readonly visit?: number;
}

const WITHDRAWABLE: readonly NominationStatus[] = ['draft', 'open', 'returned', 'on-hold'];
const AWARDED: readonly NominationStatus[] = ['recognised', 'published', 'archived'];

/** What ends a step, by its kind; every other kind is passed, returned or declined. */
const BY_KIND: Readonly<Record<string, readonly CommandName[]>> = {
  council: ['conveneSession'],
  decision: ['issueDecision', 'submitUpward', 'declineNomination'],
  [HIGHER_DECISION]: ['recordHigherDecision', 'returnNomination'],
  supplement: ['resubmitNomination'],
};
const USUAL: readonly CommandName[] = ['approveStep', 'returnNomination', 'declineNomination'];

const PATHS: Partial<Readonly<Record<CommandName, string>>> = {
  declareFacts: 'facts',
  evaluateNomination: 'evaluation',
  commentNomination: 'comments',
  submitNomination: 'submission',
  withdrawNomination: 'withdrawal',
  approveStep: 'approval',
  returnNomination: 'return',
  declineNomination: 'decline',
  resubmitNomination: 'supplement',
  submitUpward: 'upward-submission',
  recordHigherDecision: 'higher-decision',
  holdNomination: 'hold',
  releaseNomination: 'release',
  extendStep: 'extension',
  revokeAward: 'revocation',
  restoreAward: 'restoration',
};

/**
 * What the reader may do with a nomination now: which buttons are shown. The ledger judges again when one is pressed;
 * this only spares people what would be refused.
 */
export function possibleActs(
  id: string,
  state: NominationState,
  assignee: string | undefined,
  actor: Actor,
): readonly PossibleAct[] {
  const task = openTaskOf(state);
  const { roles, status, unitId } = state;
  const names: CommandName[] = [];
  if (status === 'draft' && permit(actor, 'nomination.submit', [unitId])) names.push('submitNomination');
  const serves =
    task !== undefined &&
    (assignee === undefined ? holdingFor(actor, task.queue) !== undefined : assignee === actor.id);
  if (serves) names.push(...(BY_KIND[task.kind] ?? USUAL));
  const holds = permit(actor, 'nomination.hold', [roles.standingBody]) !== undefined;
  if (task !== undefined && status !== 'on-hold' && holds) names.push('holdNomination');
  if (status === 'on-hold' && holds) names.push('releaseNomination');
  const extends_ =
    permit(actor, 'campaign.extend', [roles.leadAgency, roles.standingBody, roles.decider]) !== undefined;
  if (task !== undefined && extends_) names.push('extendStep');
  if (WITHDRAWABLE.includes(status) && permit(actor, 'nomination.withdraw', [unitId])) names.push('withdrawNomination');
  if (isInHands(state) && mayDeclare(state, actor) !== undefined) names.push('declareFacts');
  if (isInHands(state) && mayEvaluate(state, actor) !== undefined) names.push('evaluateNomination');
  if (isDiscussed(state) && mayComment(state, actor) !== undefined) names.push('commentNomination');
  const revokes = permit(actor, 'nomination.revoke', [roles.decider]) !== undefined;
  if (AWARDED.includes(status) && revokes) names.push('revokeAward');
  if (status === 'revoked' && revokes) names.push('restoreAward');
  return names.map((command) => ({
    command,
    method: 'POST',
    href: hrefOf(id, command),
    ...(task === undefined ? {} : { visit: task.visit }),
  }));
}

function hrefOf(id: string, command: CommandName): string {
  const path = PATHS[command];
  if (path !== undefined) return `/api/v1/nominations/${id}/${path}`;
  return command === 'issueDecision' ? '/api/v1/decisions' : '/api/v1/sessions';
}
