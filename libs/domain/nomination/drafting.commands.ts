import { permit } from '../access/permissions.js';
import type { CampaignFile } from '../campaign-plan/campaign.js';
import { seal } from '../core/sealed.js';
import { ref } from '../core/stream.js';
import { accept, refuse, type CommandSpec, type Decision, type Have } from '../core/decision.js';
import { tell } from '../core/notices.js';
import { askHolders, everyoneAt, queuesOfUnit } from '../obligation/owed.js';
import { refuseSucceeded } from '../succession/refuse-succeeded.js';
import type { NominationDocument } from './nomination-state.js';
import { NOMINATION_FACTS } from './nomination.stream.js';
import { rolesOf } from './pin-route.js';
import { exampleNominated } from '../example/example.commands.js';
import { refuseMeeting, sealAnswers, type GivenAnswer, type UnitMeeting } from './nomination-dossier.commands.js';
import { rolesInRound } from '../campaign-plan/round-roles.js';
import { isOfferedTo } from '../campaign-plan/subjects.js';
import type { SubjectKind } from '../campaign-plan/vocabulary.js';

import { event } from './acting-on.js';

export interface DraftNomination {
  readonly nominationId: string;
  readonly campaignId: string;
  readonly roundId: string;
  readonly awardCode: string;
  readonly unitId: string;
  readonly subject: {
    readonly kind: SubjectKind;
    readonly id: string;
    readonly name: string;
    /** The unit that is nominated itself, where it is one. */
    readonly unitId?: string | undefined;
  };
  readonly achievement: string;
  readonly documents: readonly NominationDocument[];
  /** What the unit says to the criteria of the nominee's group. */
  readonly answers?: readonly GivenAnswer[] | undefined;
  /** Minutes of the meeting of the unit that chose the nominee. */
  readonly meeting?: UnitMeeting | undefined;
  /** The advanced example it comes from. */
  readonly exampleId?: string | undefined;
  /** The authority that found the nominee itself (S3-51); the unit's officers are told. */
  readonly initiatedBy?: string | undefined;
}

export const draftNomination: CommandSpec<DraftNomination> = {
  needs: (c) => [
    ref('nomination', c.nominationId),
    ref('campaign', c.campaignId),
    ref('round', c.roundId),
    ref('unit', c.unitId),
    ...(c.subject.unitId === undefined ? [] : [ref('unit', c.subject.unitId)]),
    ...(c.exampleId === undefined ? [] : [ref('example', c.exampleId)]),
  ],
  asks: (c) => askHolders(toldOfInitiative(c)),
  decide(c, have, context) {
    if (have.state('nomination', c.nominationId) !== undefined)
      return refuse('ALREADY_EXISTS', { field: 'nominationId' });
    const campaign = have.state('campaign', c.campaignId);
    if (campaign === undefined) return refuse('NOT_FOUND', { field: 'campaignId', params: { id: c.campaignId } });
    const unit = have.state('unit', c.unitId);
    if (unit === undefined) return refuse('UNKNOWN_UNIT', { field: 'unitId', params: { id: c.unitId } });
    const ended = refuseSucceeded(unit, c.unitId, context.now);
    if (ended !== undefined) return ended;
    const round = have.state('round', c.roundId);
    if (round === undefined || round.campaignId !== c.campaignId)
      return refuse('NOT_FOUND', { field: 'roundId', params: { id: c.roundId } });
    if (round.status !== 'open')
      return refuse('ROUND_NOT_OPEN', { field: 'roundId', params: { status: round.status } });
    const offer = round.awards.find((a) => a.award === c.awardCode);
    if (offer === undefined || !isOfferedTo(offer.subjectKinds, c.subject.kind)) {
      return refuse('UNKNOWN_AWARD', { field: 'awardCode', params: { award: c.awardCode, subject: c.subject.kind } });
    }
    const right = c.initiatedBy === undefined ? 'nomination.draft' : 'nomination.initiate';
    const grant = permit(context.actor, right, [c.initiatedBy ?? c.unitId]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: right } });
    const roles = rolesInRound(campaign.file, round.key);
    const refused = refuseOrigin(c, have, roles) ?? refuseMeeting(c.meeting, context.now);
    if (refused !== undefined) return refused;
    const key = `subject/${c.subject.id}`;
    return accept(
      grant,
      [
        event(c.nominationId, NOMINATION_FACTS.drafted, {
          campaignId: c.campaignId,
          roundId: c.roundId,
          awardCode: c.awardCode,
          unitId: c.unitId,
          subject: {
            kind: c.subject.kind,
            id: c.subject.id,
            name: seal(key, c.subject.name),
            ...(c.subject.unitId === undefined ? {} : { unitId: c.subject.unitId }),
          },
          achievement: seal(key, c.achievement),
          documents: c.documents,
          ...(c.answers === undefined ? {} : { answers: sealAnswers(c.answers, key) }),
          ...(c.meeting === undefined ? {} : { meeting: { ...c.meeting } }),
          ...(c.exampleId === undefined ? {} : { exampleId: c.exampleId }),
          ...(c.initiatedBy === undefined ? {} : { initiatedBy: c.initiatedBy }),
          roles: rolesOf(roles),
        }),
        ...(c.exampleId === undefined ? [] : [exampleNominated(c.exampleId, c.nominationId)]),
      ],
      {
        notices: tell(everyoneAt(have, toldOfInitiative(c)), {
          subject: ref('nomination', c.nominationId),
          step: 'initiated',
          template: 'nomination-initiated',
          params: { nominationId: c.nominationId, campaignId: c.campaignId, unitId: c.unitId },
        }),
        result: { nominationId: c.nominationId },
      },
    );
  },
};

/** Where an authority found the nominee itself, the unit the nominee belongs to hears of it. */
const toldOfInitiative = (c: DraftNomination): readonly string[] =>
  c.initiatedBy === undefined ? [] : queuesOfUnit(c.unitId);

/** Where a dossier comes from must exist: the nominated unit, the example it names, an authority of the round. */
function refuseOrigin(c: DraftNomination, have: Have, roles: CampaignFile['roles']): Decision | undefined {
  const { unitId, id } = c.subject;
  if (unitId !== undefined && have.state('unit', unitId) === undefined)
    return refuse('UNKNOWN_UNIT', { field: 'subject.unitId', params: { id: unitId } });
  const { issuer, leadAgency, decider } = roles;
  if (c.initiatedBy !== undefined && ![issuer, leadAgency, decider].some(({ unit }) => unit === c.initiatedBy))
    return refuse('INVALID_INPUT', { field: 'initiatedBy', params: { id: c.initiatedBy } });
  if (c.exampleId === undefined) return undefined;
  const example = have.state('example', c.exampleId);
  if (example === undefined || example.campaignId !== c.campaignId)
    return refuse('NOT_FOUND', { field: 'exampleId', params: { id: c.exampleId } });
  return example.subject.id === id ? undefined : refuse('INVALID_INPUT', { field: 'subject.id', params: { id } });
}
