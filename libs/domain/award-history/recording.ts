import { dateOf, yearOf } from '../calendar/local-date.js';
import type { UnitType } from '../campaign-plan/vocabulary.js';
import type { CommandSpec, Context, Have } from '../core/decision.js';
import type { DocumentNumber } from '../core/document-date.js';
import { ref, type NewEvent, type StreamRef } from '../core/stream.js';
import type { NominationState } from '../nomination/nomination-state.js';
import { NOMINATION_FACTS } from '../nomination/nomination.stream.js';
import type { CommendationKind } from '../rules/facts.js';
import { recordId, type AwardLevel, type RegisterEntry } from './award-record.js';
import { AWARD_FACTS, type RecordedPayload } from './award.stream.js';

/**
 * The register follows the product's own decisions in the same decision, not by the engine: an award stands in the
 * register from the moment it is decided, and an annulled one is gone from it at once, with the engine down as well. A
 * register that lagged would let the next nomination be judged on a history that is not so.
 */

/** Which office decides at which level; of a higher authority nothing is assumed. */
const LEVELS: Partial<Record<UnitType, AwardLevel>> = {
  'province-people-committee': 'BT',
  'province-department': 'CS',
  'district-people-committee': 'CS',
  'commune-people-committee': 'CS',
};

function kindOf(have: Have, state: NominationState): CommendationKind {
  if (have.state('round', state.roundId)?.kind === 'prompt') return 'DOT_XUAT';
  return have.state('campaign', state.campaignId)?.file.kind === 'regular' ? 'CONG_TRANG' : 'CHUYEN_DE';
}

/** The year of a yearly round, else that of the decision. */
function yearOfAward(have: Have, state: NominationState, decision: DocumentNumber, now: number): number {
  const occurrence = have.state('round', state.roundId)?.occurrence ?? '';
  if (/^\d{4}$/.test(occurrence)) return Number(occurrence);
  const year = Number(decision.date.slice(0, 4));
  return Number.isInteger(year) && year > 0 ? year : yearOf(dateOf(now));
}

interface Decided {
  readonly decision: DocumentNumber & { readonly id: string };
  readonly authority: string;
}

function entryOf(have: Have, state: NominationState, authority: string): RegisterEntry {
  const name = have.state('round', state.roundId)?.awards.find(({ award }) => award === state.awardCode)?.name;
  const type = have.state('unit', authority)?.type;
  const level = type === undefined ? undefined : LEVELS[type];
  return {
    what: 'award',
    award: state.awardCode,
    ...(name === undefined ? {} : { name }),
    kind: kindOf(have, state),
    ...(level === undefined ? {} : { level }),
    achievement: state.roundId,
  };
}

interface Recorded {
  readonly id: string;
  readonly event: NewEvent;
}

function record(have: Have, nominationId: string, { decision, authority }: Decided, now: number): Recorded | undefined {
  const state = have.state('nomination', nominationId);
  if (state === undefined) return undefined;
  const entry = entryOf(have, state, authority);
  const document = { number: decision.number, date: decision.date };
  const year = yearOfAward(have, state, decision, now);
  const id = recordId(state.subject.id, entry, year, document);
  const payload: RecordedPayload = {
    subject: state.subject,
    entry,
    year,
    document,
    authority,
    unitId: state.unitId,
    source: { from: 'product', nominationId, decisionId: decision.id, campaignId: state.campaignId },
  };
  return { id, event: { stream: ref('award', id), type: AWARD_FACTS.recorded, payload: { ...payload }, begins: true } };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The decision in the fact of a recognition, with the office that issued it. */
function decidedBy(event: NewEvent, events: readonly NewEvent[], have: Have, state: NominationState): Decided {
  const decision = isObject(event.payload['decision']) ? event.payload['decision'] : {};
  const id = text(decision['id']);
  const issued = events.find(({ stream }) => stream.kind === 'decision' && stream.id === id)?.payload['issuer'];
  const authority = text(issued) || (have.state('decision', id)?.issuer ?? state.roles.decider);
  return { decision: { id, number: text(decision['number']), date: text(decision['date']) }, authority };
}

/** What the register says after a fact of a nomination; nothing for facts that decide nothing. */
function follow(event: NewEvent, events: readonly NewEvent[], have: Have, now: number): readonly NewEvent[] {
  const { id } = event.stream;
  const state = event.stream.kind === 'nomination' ? have.state('nomination', id) : undefined;
  if (state === undefined) return [];
  if (event.type === NOMINATION_FACTS.recognised) {
    const recorded = record(have, id, decidedBy(event, events, have, state), now);
    return recorded === undefined ? [] : [recorded.event];
  }
  const isRevoked = event.type === NOMINATION_FACTS.revoked;
  if ((!isRevoked && event.type !== NOMINATION_FACTS.restored) || state.decision === undefined) return [];
  const authority = have.state('decision', state.decision.id)?.issuer ?? state.roles.decider;
  const recorded = record(have, id, { decision: state.decision, authority }, now);
  if (recorded === undefined) return [];
  const stream = ref('award', recorded.id);
  // Decided before the register was kept: it is entered first, then annulled.
  const first = have.state('award', recorded.id) === undefined ? [recorded.event] : [];
  const by = { number: text(event.payload['decisionNumber']), date: text(event.payload['decisionDate']) };
  return [
    ...first,
    isRevoked
      ? { stream, type: AWARD_FACTS.revoked, payload: { by, legalBasis: event.payload['legalBasis'] ?? null } }
      : { stream, type: AWARD_FACTS.restored, payload: {} },
  ];
}

/** What the register has to know of a nomination beside its state. */
function about(have: Have, needed: readonly StreamRef[], now: () => number): readonly StreamRef[] {
  return needed.flatMap(({ kind, id }): readonly StreamRef[] => {
    const state = kind === 'nomination' ? have.state('nomination', id) : undefined;
    if (state === undefined) return [];
    const { decision } = state;
    const issuer = decision === undefined ? undefined : have.state('decision', decision.id)?.issuer;
    const known = [
      ref('round', state.roundId),
      ref('campaign', state.campaignId),
      ref('unit', state.roles.decider),
      ...(issuer === undefined ? [] : [ref('unit', issuer)]),
    ];
    if (decision === undefined) return known;
    const recorded = record(have, id, { decision, authority: issuer ?? state.roles.decider }, now());
    return [...known, ref('decision', decision.id), ...(recorded === undefined ? [] : [ref('award', recorded.id)])];
  });
}

/** The command, with the register kept by the same decision. */
export function registering<C>(spec: CommandSpec<C>): CommandSpec<C> {
  return {
    ...spec,
    needs(command, have) {
      const needed = spec.needs(command, have);
      return [...needed, ...about(have, needed, () => 0)];
    },
    decide(command, have, context: Context) {
      const decision = spec.decide(command, have, context);
      if (!decision.ok) return decision;
      const { events } = decision;
      return {
        ...decision,
        events: [...events, ...events.flatMap((event) => follow(event, events, have, context.now))],
      };
    },
  };
}
