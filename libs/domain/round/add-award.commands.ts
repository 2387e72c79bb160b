import { permit } from '../access/permissions.js';
import { dateOf, type LocalDate } from '../calendar/local-date.js';
import type { AwardOffer, AwardRound } from '../campaign-plan/duties.js';
import { rolesInRound } from '../campaign-plan/round-roles.js';
import { isOfferedTo } from '../campaign-plan/subjects.js';
import type { SubjectKind } from '../campaign-plan/vocabulary.js';
import { accept, refuse, type CommandSpec, type Decision, type Have } from '../core/decision.js';
import { refuseDocument, type DocumentNumber } from '../core/document-date.js';
import { participantsOf, tell } from '../core/notices.js';
import { seal } from '../core/sealed.js';
import { ref, type StreamRef } from '../core/stream.js';
import { occurrencesOf } from '../engine/campaign-duties.js';
import { RULES, rulesIn } from '../nomination/eligibility.js';
import { mayDecide, procedureOf } from '../rules/authority.js';
import { packInForce, rowsOn } from '../rules/pack.js';
import type { AwardRow, RuleBook } from '../rules/rows.js';
import { basisText } from '../rules/verdict-words.js';
import { AWARD_ADDED, type AwardAdded } from './offers.js';
import { roundId } from './round.stream.js';

export interface AddRoundAward {
  readonly campaignId: string;
  /** Key of the round in the campaign. */
  readonly round: string;
  /** Code in the award catalogue of the day. */
  readonly award: string;
  readonly subjectKinds: readonly SubjectKind[];
  /** The document that allows it. */
  readonly document: DocumentNumber;
  readonly reason: string;
}

const roundIn = (have: Have, { campaignId, round }: AddRoundAward): AwardRound | undefined =>
  have.state('campaign', campaignId)?.file.rounds.find(({ key }) => key === round);

/** Every occurrence of the round, opened or not. */
function occurrencesIn(have: Have, c: AddRoundAward): readonly StreamRef<'round'>[] {
  const round = roundIn(have, c);
  return round === undefined
    ? []
    : occurrencesOf(round.opens, round.closes).map((occurrence) =>
        ref('round', roundId(c.campaignId, round.key, occurrence)),
      );
}

/** The unit whose head decides the awards of the round. */
function decidingUnit(have: Have, c: AddRoundAward): string | undefined {
  const file = have.state('campaign', c.campaignId)?.file;
  return file === undefined ? undefined : rolesInRound(file, c.round).decider.unit;
}

/**
 * A head or decider of the campaign's issuer or lead agency lets a round take one award more, by a document and for a
 * reason: from then on every round of that key offers it, one that takes nominations too; nominations already in are
 * untouched. Refuses an award that the catalogue of the day does not have, kinds of subjects it verifiably is not for, and one
 * that the verified law of the day gives to another office than the one that decides in this round.
 */
export const addRoundAward: CommandSpec<AddRoundAward> = {
  needs(c, have) {
    const deciding = decidingUnit(have, c);
    return [
      ref('campaign', c.campaignId),
      RULES,
      ...(deciding === undefined ? [] : [ref('unit', deciding)]),
      ...occurrencesIn(have, c),
    ];
  },
  asks: (c) => [{ ask: 'participants', campaignId: c.campaignId }],
  decide(c, have, { actor, now }) {
    const campaign = have.state('campaign', c.campaignId);
    if (campaign === undefined) return refuse('NOT_FOUND', { field: 'campaignId', params: { id: c.campaignId } });
    const { issuer, leadAgency } = campaign.file.roles;
    const grant = permit(actor, 'round.add-award', [issuer.unit, leadAgency.unit]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'round.add-award' } });
    if (campaign.status === 'closed' || campaign.status === 'archived')
      return refuse('CAMPAIGN_CLOSED', { field: 'campaignId', params: { status: campaign.status } });
    const round = roundIn(have, c);
    if (round === undefined) return refuse('NOT_FOUND', { field: 'round', params: { id: c.round } });
    const offered = round.awards.find(({ award }) => award === c.award);
    if (offered !== undefined) {
      const isSame = c.subjectKinds.every((kind) => offered.subjectKinds.includes(kind));
      return isSame ? refuse('ALREADY_DONE') : refuse('ALREADY_EXISTS', { field: 'award', params: { id: c.award } });
    }
    const refused = refuseDocument(c.document, now, 'document');
    if (refused !== undefined) return refused;
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    const row = awardFor(c, have, dateOf(now));
    if (!('award' in row)) return row;

    const { number, date } = c.document;
    const offer: AwardOffer = {
      award: c.award,
      name: row.name,
      subjectKinds: [...new Set(c.subjectKinds)],
      provenance: { basis: 'document', source: `${number}, ${date}` },
    };
    const reason = seal(`campaign/${c.campaignId}`, c.reason);
    const payload: AwardAdded = { round: c.round, roundName: round.text, offer, document: { number, date }, reason };
    const open = occurrencesIn(have, c).filter(({ id }) => have.state('round', id)?.status === 'open');
    const notices = open.flatMap((stream) =>
      tell(participantsOf(have, c.campaignId), {
        subject: stream,
        step: `award-added/${c.award}`,
        template: 'round-award-added',
        params: {
          roundId: stream.id,
          award: row.name.vi,
          number,
          lastDay: have.state('round', stream.id)?.closes.lastDay,
        },
      }),
    );
    const streams = [ref('campaign', c.campaignId), ...open];
    return accept(
      grant,
      streams.map((stream) => ({ stream, type: AWARD_ADDED, payload: { ...payload } })),
      { notices },
    );
  },
};

/** The award by the catalogue of the day, where the office that decides in the round may give it to these subjects. */
function awardFor(c: AddRoundAward, have: Have, today: LocalDate): AwardRow | Decision {
  const book = rulesIn(have);
  const pack = book === undefined ? undefined : packInForce(book, today);
  const row =
    book === undefined || pack === undefined
      ? undefined
      : rowsOn(book, pack, 'awards', today).find(({ award }) => award === c.award);
  if (book === undefined || row === undefined) return refuse('NOT_FOUND', { field: 'award', params: { id: c.award } });
  const deciding = decidingUnit(have, c) ?? '';
  const type = have.state('unit', deciding)?.type;
  if (type !== undefined && mayDecide(book, c.award, today, type) === 'no')
    return refuseOffice(book, c.award, today, deciding);
  const astray = c.subjectKinds.findIndex((kind) => !isOfferedTo(row.subjects, kind));
  return astray >= 0 && row.enforced === true
    ? refuse('INVALID_INPUT', { field: `subjectKinds.${astray}`, legalBasis: basisText(book, row) })
    : row;
}

/** Says by which article the award is given by others. */
function refuseOffice(book: RuleBook, award: string, on: LocalDate, unit: string): Decision {
  const first = procedureOf(book, { award, on })?.deciders[0];
  return refuse('AWARD_OF_OTHER_OFFICE', {
    field: 'award',
    params: { award, unit },
    ...(first === undefined ? {} : { legalBasis: basisText(book, first.row) }),
  });
}
