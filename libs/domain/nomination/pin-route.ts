import { queueOf, type Role } from '../access/actor.js';
import type { CampaignFile } from '../campaign-plan/campaign.js';
import { DEFAULT_ROUTE, SHORT_ROUTE } from '../campaign-plan/default-route.js';
import type { RouteStep } from '../campaign-plan/route.js';
import type { StepActor } from '../campaign-plan/vocabulary.js';
import type { RoundState } from '../round/round.stream.js';
import type { NominationRoles, NominationState, PinnedStep } from './nomination.stream.js';

/** The units that play the parts of a campaign, as a nomination needs them. */
export const rolesOf = (roles: CampaignFile['roles']): NominationRoles => ({
  standingBody: roles.standingBody.unit,
  leadAgency: roles.leadAgency.unit,
  decider: roles.decider.unit,
  council: roles.council.unit,
});

const ROLE_OF: Readonly<Record<Exclude<StepActor, 'engine'>, Role>> = {
  'nominating-unit': 'head',
  'lead-agency': 'officer',
  'home-affairs': 'appraiser',
  council: 'secretary',
  decider: 'decider',
  'standing-body': 'secretary',
};

function unitOf(actor: Exclude<StepActor, 'engine'>, file: CampaignFile, unitId: string): string {
  switch (actor) {
    case 'nominating-unit':
      return unitId;
    case 'lead-agency':
      return file.roles.leadAgency.unit;
    case 'home-affairs':
      return file.roles.homeAffairs.unit;
    case 'council':
      return file.roles.council.unit;
    case 'decider':
      return file.roles.decider.unit;
    case 'standing-body':
      return file.roles.standingBody.unit;
  }
}

/**
 * The route of this nomination as it stands today: the campaign's own route for the round, else the product's default.
 * Pinned at submission, so that a later change of the plan never moves a running dossier.
 */
export function pinRoute(
  file: CampaignFile,
  round: RoundState,
  nomination: Pick<NominationState, 'unitId' | 'awardCode'>,
): PinnedStep[] {
  const steps: readonly RouteStep[] =
    file.routes?.[round.route] ?? (round.route === 'short' ? SHORT_ROUTE : DEFAULT_ROUTE);
  const offer = round.awards.find((a) => a.award === nomination.awardCode);
  return steps
    .filter((step) => step.kind !== 'public-opinion' || offer?.publicOpinion === true)
    .map((step) => ({
      key: step.key,
      kind: step.kind,
      queue: queueFor(step, file, nomination.unitId),
      ...(step.due === undefined ? {} : { amount: step.due.amount, unit: step.due.unit }),
      ...(step.due !== undefined && step.due.provenance.confidence !== 'V' ? { advisory: true } : {}),
    }));
}

/** An opinion period nobody has set a limit for is ended by a person: time alone would end it at once. */
function queueFor(step: RouteStep, file: CampaignFile, unitId: string): string {
  if (step.kind === 'public-opinion' && step.due === undefined) {
    return queueOf(file.roles.standingBody.unit, 'secretary');
  }
  return step.actor === 'engine' ? '' : queueOf(unitOf(step.actor, file, unitId), ROLE_OF[step.actor]);
}
