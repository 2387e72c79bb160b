import type { Actor } from '../access/actor.js';
import { permit, type Grant } from '../access/permissions.js';
import { accept, refuse, type CommandSpec } from '../core/decision.js';
import { ref } from '../core/stream.js';
import { sameJson } from '../core/same-json.js';
import type { DeclaredFacts } from '../rules/nomination-facts.js';
import { criteriaSummary, criteriaVerdict } from './dossier-check.js';
import { asksForJudging, dayOfRules, judgeNomination, needsForJudging, rulesIn, summaryOf } from './eligibility.js';
import { asksDeclared, declaredOf, recordedVerdict, sealFacts } from './sealed-facts.js';
import { needsAnswers, partsOf } from './nomination-dossier.commands.js';
import type { NominationState } from './nomination-state.js';
import { NOMINATION_FACTS } from './nomination.stream.js';

export interface DeclareFacts {
  readonly nominationId: string;
  readonly facts: DeclaredFacts;
}
export interface EvaluateNomination {
  readonly nominationId: string;
}

const OWN_HANDS: readonly NominationState['status'][] = ['draft', 'returned'];
const IN_HANDS: readonly NominationState['status'][] = ['draft', 'returned', 'open', 'on-hold'];

const concerned = ({ unitId, roles }: NominationState): readonly string[] => [
  unitId,
  roles.standingBody,
  roles.leadAgency,
  roles.decider,
];

/** The right to say what the rules ask for: that of whoever has the dossier. */
export const mayDeclare = (state: NominationState, actor: Actor): Grant | undefined =>
  OWN_HANDS.includes(state.status)
    ? permit(actor, 'nomination.draft', [state.unitId])
    : permit(actor, 'nomination.evaluate', concerned(state).slice(1));

/** The right to have it judged again. */
export const mayEvaluate = (state: NominationState, actor: Actor): Grant | undefined =>
  permit(actor, 'nomination.evaluate', concerned(state));

/** Whether what is known of it can still change. */
export const isInHands = ({ status }: NominationState): boolean => IN_HANDS.includes(status);

/**
 * Says what the rules ask for: the nominating unit while it has the dossier, those who appraise while they have it. The
 * last word counts; every earlier one stays a fact. Sealed: it speaks of a person.
 */
export const declareFacts: CommandSpec<DeclareFacts> = {
  needs: (c) => [ref('nomination', c.nominationId)],
  asks(c, have) {
    const state = have.state('nomination', c.nominationId);
    return state === undefined ? [] : asksDeclared(state);
  },
  decide(c, have, { actor }) {
    const state = have.state('nomination', c.nominationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: c.nominationId } });
    const grant = mayDeclare(state, actor);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'nomination.draft' } });
    if (!isInHands(state)) return refuse('NOT_ALLOWED_IN_STATE', { params: { status: state.status } });
    if (sameJson(declaredOf(state, have), c.facts)) return refuse('ALREADY_DONE');
    return accept(grant, [
      {
        stream: ref('nomination', c.nominationId),
        type: NOMINATION_FACTS.factsDeclared,
        payload: { facts: sealFacts(state, c.facts) },
      },
    ]);
  },
};

/**
 * Judges a nomination again, by the rules of the day of its receipt (before it: of today) and by what is known now. A
 * recorded act: who asked, by which version of the rules, and every rule that was tried, the campaign's criteria too.
 */
export const evaluateNomination: CommandSpec<EvaluateNomination> = {
  needs(c, have) {
    const state = have.state('nomination', c.nominationId);
    return [
      ref('nomination', c.nominationId),
      ...(state === undefined ? [] : [...needsForJudging(state, have), ...needsAnswers(state)]),
    ];
  },
  asks: (c, have) => asksForJudging(have.state('nomination', c.nominationId), have),
  decide(c, have, { actor, now }) {
    const state = have.state('nomination', c.nominationId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'nominationId', params: { id: c.nominationId } });
    const grant = mayEvaluate(state, actor);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'nomination.evaluate' } });
    if (!isInHands(state)) return refuse('NOT_ALLOWED_IN_STATE', { params: { status: state.status } });
    const book = rulesIn(have);
    const verdict = judgeNomination(state, have, dayOfRules(state, now));
    if (book === undefined || verdict === undefined)
      return refuse('NOT_FOUND', { field: 'rules', params: { id: dayOfRules(state, now) } });
    const file = have.state('campaign', state.campaignId)?.file;
    const asked =
      file === undefined ? undefined : criteriaVerdict(file, partsOf(state, have), state.awardCode, verdict.on);
    const payload = {
      pack: verdict.pack.id,
      version: verdict.pack.version,
      before: state.eligibility?.outcome ?? null,
      outcome: verdict.outcome,
      summary: summaryOf(verdict, book),
      ...recordedVerdict(verdict, state, book),
      ...(asked === undefined ? {} : { criteria: criteriaSummary(asked) }),
    };
    return accept(grant, [{ stream: ref('nomination', c.nominationId), type: NOMINATION_FACTS.evaluated, payload }], {
      result: { outcome: verdict.outcome },
    });
  },
};
