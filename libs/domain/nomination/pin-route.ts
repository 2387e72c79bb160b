import { queueOf, type Role } from '../access/actor.js';
import type { CampaignFile } from '../campaign-plan/campaign.js';
import { DEFAULT_ROUTE, SHORT_ROUTE } from '../campaign-plan/default-route.js';
import { rolesInRound } from '../campaign-plan/round-roles.js';
import type { RouteStep } from '../campaign-plan/route.js';
import type { StepActor } from '../campaign-plan/vocabulary.js';
import type { Procedure } from '../rules/authority.js';
import type { RoundState } from '../round/round.stream.js';
import { comparableKind, kindsIn } from './papers.js';
import type { NominationRoles, NominationState, PinnedStep } from './nomination-state.js';

/** The units that play the parts of a campaign or of one of its rounds, as a nomination needs them. */
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

function unitOf(actor: Exclude<StepActor, 'engine'>, roles: CampaignFile['roles'], unitId: string): string {
  switch (actor) {
    case 'nominating-unit':
      return unitId;
    case 'lead-agency':
      return roles.leadAgency.unit;
    case 'home-affairs':
      return roles.homeAffairs.unit;
    case 'council':
      return roles.council.unit;
    case 'decider':
      return roles.decider.unit;
    case 'standing-body':
      return roles.standingBody.unit;
  }
}

/**
 * The route of this nomination as it stands today: the campaign's own route for the round, else the product's default.
 * Where the campaign says nothing of its own, the rules of the day give the limits of steps and tell whether the people are
 * asked; what nobody verified only advises. Pinned at submission, so that no later change moves a running dossier.
 */
export function pinRoute(
  file: CampaignFile,
  round: RoundState,
  nomination: NominationState,
  law?: Procedure,
): PinnedStep[] {
  const steps: readonly RouteStep[] =
    file.routes?.[round.route] ?? (round.route === 'short' ? SHORT_ROUTE : DEFAULT_ROUTE);
  const roles = rolesInRound(file, round.key);
  const offer = round.awards.find((a) => a.award === nomination.awardCode);
  const held = kindsIn(nomination);
  const asksPeople = offer?.publicOpinion ?? wantsPublicOpinion(law);
  return steps
    .filter((step) => step.kind !== 'public-opinion' || asksPeople)
    .map((step) => {
      const added = addedDays(step, law, held);
      const own = limitOf(step, law);
      const limit = own === undefined ? undefined : added(own);
      return {
        key: step.key,
        kind: step.kind,
        queue: queueFor(step, limit, roles, nomination.unitId),
        ...(limit === undefined ? {} : { amount: limit.amount, unit: limit.unit }),
        ...(limit?.advisory === true ? { advisory: true } : {}),
        ...sizedLimits(step, law, added),
        ...(limit === undefined ? yearlyLimit(step, law) : {}),
      };
    });
}

const wantsPublicOpinion = (law: Procedure | undefined): boolean =>
  law?.opinions.some(({ row, binding }) => row.kind === 'public' && binding) === true;

interface Limit {
  readonly amount: number;
  readonly unit: 'working' | 'calendar';
  readonly advisory: boolean;
}

/** Gives a limit of the rules the days on top that it takes to ask other bodies for what the dossier does not bring. */
type Adding = (limit: Limit) => Limit;

function addedDays({ kind, due }: RouteStep, law: Procedure | undefined, held: ReadonlySet<string>): Adding {
  const rows = (due === undefined ? (law?.limits ?? []) : []).filter(
    ({ row }) => row.addsTo === kind && (row.whenMissing ?? []).some(({ code }) => !held.has(comparableKind(code))),
  );
  return (limit) =>
    rows
      .filter(({ row }) => (row.unit ?? 'working') === limit.unit)
      .reduce<Limit>(
        (sum, { row, binding }) => ({
          ...sum,
          amount: sum.amount + (row.amount ?? 0),
          advisory: sum.advisory || !binding,
        }),
        limit,
      );
}

/** The campaign's own limit of a step, else that of the rules. */
function limitOf({ kind, due }: RouteStep, law: Procedure | undefined): Limit | undefined {
  if (due !== undefined) return { amount: due.amount, unit: due.unit, advisory: due.provenance.confidence !== 'V' };
  const found = law?.limits.find(({ row }) => row.step === kind);
  if (found?.row.amount === undefined) return undefined;
  return { amount: found.row.amount, unit: found.row.unit ?? 'working', advisory: !found.binding };
}

/** Limits of the rules for submissions of a certain size, where the campaign sets none of its own. */
function sizedLimits({ kind, due }: RouteStep, law: Procedure | undefined, added: Adding): Pick<PinnedStep, 'byBatch'> {
  const sized = due === undefined ? (law?.batchLimits ?? []) : [];
  const byBatch = sized.flatMap(({ row, binding }) => {
    if (row.step !== kind || row.batch === undefined || row.amount === undefined) return [];
    const { amount, unit, advisory } = added({
      amount: row.amount,
      unit: row.unit ?? 'working',
      advisory: !binding,
    });
    return [{ ...row.batch, amount, unit, ...(advisory ? { advisory: true } : {}) }];
  });
  return byBatch.length === 0 ? {} : { byBatch };
}

/** What goes to the central level goes there by a day of the year: the one who decides here submits it upward. */
function yearlyLimit({ kind }: RouteStep, law: Procedure | undefined): Pick<PinnedStep, 'yearly' | 'advisory'> {
  const found = kind === 'decision' ? law?.limits.find(({ row }) => row.step === 'submission-central') : undefined;
  if (found?.row.yearly === undefined) return {};
  return { yearly: { ...found.row.yearly }, ...(found.binding ? {} : { advisory: true }) };
}

/** An opinion period nobody has set a limit for is ended by a person: time alone would end it at once. */
function queueFor(step: RouteStep, limit: Limit | undefined, roles: CampaignFile['roles'], unitId: string): string {
  if (step.kind === 'public-opinion' && limit === undefined) {
    return queueOf(roles.standingBody.unit, 'secretary');
  }
  return step.actor === 'engine' ? '' : queueOf(unitOf(step.actor, roles, unitId), ROLE_OF[step.actor]);
}
