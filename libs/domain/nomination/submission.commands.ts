import { permit } from '../access/permissions.js';
import { dateOf } from '../calendar/local-date.js';
import { ref } from '../core/stream.js';
import { accept, refuse, type CommandSpec } from '../core/decision.js';
import { gateOf, refuseGated } from '../registration/pledge-results.js';
import { registrationId } from '../registration/registration.stream.js';
import { NOMINATION_FACTS } from './nomination.stream.js';
import { openStep, openingOf } from './nomination.route.js';
import { procedureOf } from '../rules/authority.js';
import {
  asksForJudging,
  hasBatchLimits,
  inquiryOf,
  judgeNomination,
  needsForJudging,
  provisionalPack,
  rulesIn,
  summaryOf,
} from './eligibility.js';
import { recordedVerdict } from './sealed-facts.js';
import { pinRoute } from './pin-route.js';
import { criteriaSummary, criteriaVerdict, dossierFindings, refuseDossier } from './dossier-check.js';
import { needsAnswers, partsOf } from './nomination-dossier.commands.js';

import { event } from './acting-on.js';
import { batchSize, dependsOnBatch, submittedTogether } from './batch.js';

export interface SubmitNomination {
  readonly nominationId: string;
}

export const submitNomination: CommandSpec<SubmitNomination> = {
  needs(c, have) {
    const state = have.state('nomination', c.nominationId);
    const own = ref('nomination', c.nominationId);
    if (state === undefined) return [own];
    const registration = ref('registration', registrationId(state.campaignId, state.unitId));
    return [own, ...needsForJudging(state, have), registration, ...needsAnswers(state)];
  },
  // One achievement, one award (L2022 art. 5): the same subject once per round, whoever nominates. Two submissions at
  // once are kept apart by a unique index over living dossiers; the loser is judged again and finds its twin.
  asks(c, have) {
    const state = have.state('nomination', c.nominationId);
    return state === undefined
      ? []
      : [
          { ask: 'openNominationsOf', subjectId: state.subject.id, roundId: state.roundId },
          ...asksForJudging(state, have),
          ...(hasBatchLimits(state, have) ? [submittedTogether(state)] : []),
        ];
  },
  decide(c, have, context) {
    const state = have.state('nomination', c.nominationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: c.nominationId } });
    const initiator =
      state.initiatedBy === undefined ? undefined : permit(context.actor, 'nomination.initiate', [state.initiatedBy]);
    const grant = permit(context.actor, 'nomination.submit', [state.unitId]) ?? initiator;
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'nomination.submit' } });
    if (state.status !== 'draft') return refuse('ALREADY_DONE', { params: { status: state.status } });
    const round = have.state('round', state.roundId);
    const campaign = have.state('campaign', state.campaignId);
    if (round === undefined || campaign === undefined || round.status !== 'open') {
      return refuse('ROUND_NOT_OPEN', { params: { status: round?.status ?? 'unknown' } });
    }
    const registration = have.state('registration', registrationId(state.campaignId, state.unitId));
    const isRegistered = registration?.status === 'confirmed' || registration?.inForce !== undefined;
    // Prompt awards come when something happens: nobody has to have signed up for it.
    if (campaign.file.registration?.requiredForNomination === true && round.kind !== 'prompt' && !isRegistered) {
      return refuse('UNIT_NOT_REGISTERED', { params: { unit: state.unitId } });
    }
    const gated = refuseGated(gateOf(campaign.file, round), registration, state.unitId);
    if (gated.refused !== undefined) return gated.refused;
    const twin = have
      .answer({ ask: 'openNominationsOf', subjectId: state.subject.id, roundId: state.roundId })
      .find((row) => row['id'] !== c.nominationId);
    if (twin !== undefined) {
      return refuse('SAME_ACHIEVEMENT', {
        params: { other: String(twin['id']) },
        legalBasis: 'Luật 06/2022/QH15, Điều 5',
      });
    }
    const parts = partsOf(state, have);
    const incomplete = refuseDossier(campaign.file, parts);
    if (incomplete !== undefined) return incomplete;
    const found = dossierFindings(campaign.file, parts);
    const group = found === undefined || found === 'no-group' ? {} : { group: found.group.key };
    const today = dateOf(context.now);
    const book = rulesIn(have);
    const law = book === undefined ? undefined : procedureOf(book, inquiryOf(state, have, today));
    const route = pinRoute(campaign.file, round, state, law);
    // Together with what the unit has submitted before; counted anew when the deciding level receives it.
    const batch = dependsOnBatch(route) ? { batch: batchSize(state, have) + 1 } : {};
    const next = openStep(route, 0, 1, openingOf({ ...state, ...batch }, context.now, context.calendar));
    const rulePack = provisionalPack(have, campaign.rulePack, context.now);
    // Provisional: what counts are the rules of the day the deciding level receives the dossier, so nobody is refused here.
    const verdict = judgeNomination(state, have, today);
    const judged =
      book === undefined || verdict === undefined
        ? {}
        : { summary: summaryOf(verdict, book), ...recordedVerdict(verdict, state, book) };
    const asked = criteriaVerdict(campaign.file, parts, state.awardCode, today);
    const criteria = asked === undefined ? {} : { criteria: criteriaSummary(asked) };
    return accept(
      grant,
      [
        event(c.nominationId, NOMINATION_FACTS.submitted, {
          route,
          next,
          rulePack,
          ...judged,
          ...group,
          ...criteria,
          ...batch,
        }),
      ],
      gated.advice === undefined ? {} : { result: { advice: { pledge: gated.advice.lacks, keys: gated.advice.keys } } },
    );
  },
};
