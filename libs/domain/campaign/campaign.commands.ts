import { permit } from '../access/permissions.js';
import { endOfDayExclusive } from '../calendar/local-date.js';
import type { ChoiceSets, OpenQuestion } from '../campaign-plan/campaign.js';
import { suits } from '../campaign-plan/check-pledges.js';
import { checkCampaign } from '../campaign-plan/check.js';
import { periodOf } from '../campaign-plan/period.js';
import { settleAnswers } from '../campaign-plan/settle-answers.js';
import { accept, refuse, type CommandSpec, type Decision } from '../core/decision.js';
import { sameJson } from '../core/same-json.js';
import { refuseDocument, type DocumentNumber } from '../core/document-date.js';
import { seal } from '../core/sealed.js';
import { ref, type NewEvent } from '../core/stream.js';
import { dutyDate, dutyOf } from './campaign-dates.js';
import { REGISTRATION_DUTY } from '../campaign-plan/registration-duty.js';
import { CAMPAIGN_FACTS, type CampaignState } from './campaign.stream.js';
import { refuseUnanswered } from './running-campaign.js';

export interface CampaignAct {
  readonly campaignId: string;
}
export interface AnswerQuestion extends CampaignAct {
  readonly questionId: string;
  /** One of the choices of the question; empty where the answer is free text. */
  readonly choice: string;
  readonly text?: string | undefined;
  /** Values of one's own for the node the question is about, where it takes another answer. */
  readonly sets?: ChoiceSets | undefined;
}
export interface LaunchCampaign extends CampaignAct {
  readonly document: DocumentNumber;
}

const event = (id: string, type: string, payload: Readonly<Record<string, unknown>>): NewEvent => ({
  stream: ref('campaign', id),
  type,
  payload,
});

/**
 * A named person answers what the document leaves open. An answer stands from the launch on; questions that block only a
 * round, a review or a phase can be answered for the first time later.
 */
export const answerQuestion: CommandSpec<AnswerQuestion> = {
  needs: (c) => [ref('campaign', c.campaignId)],
  decide(c, have, { actor }) {
    const campaign = have.state('campaign', c.campaignId);
    if (campaign === undefined) return refuse('NOT_FOUND', { field: 'campaignId', params: { id: c.campaignId } });
    const { issuer, leadAgency } = campaign.file.roles;
    const grant = permit(actor, 'campaign.answer', [issuer.unit, leadAgency.unit]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'campaign.answer' } });
    const question = campaign.file.openQuestions.find(({ id }) => id === c.questionId);
    if (question === undefined) return refuse('NOT_FOUND', { field: 'questionId', params: { id: c.questionId } });
    const text = c.text?.trim() ?? '';
    const given = campaign.answers[c.questionId];
    if (given !== undefined && given.choice === c.choice && text === '' && sameJson(given.sets, c.sets))
      return refuse('ALREADY_DONE');
    if (campaign.status === 'closed' || campaign.status === 'archived')
      return refuse('CAMPAIGN_CLOSED', { params: { status: campaign.status } });
    if (given !== undefined && campaign.status !== 'draft')
      return refuse('NOT_ALLOWED_IN_STATE', { params: { status: campaign.status } });
    const isChoice = question.choices.some(({ key }) => key === c.choice);
    const isFree = c.choice === '' && question.freeText === true && (text !== '' || c.sets !== undefined);
    if (!isChoice && !isFree) return refuse('INVALID_INPUT', { field: c.choice === '' ? 'text' : 'choice' });
    if (c.sets !== undefined && (question.freeText !== true || !suits(c.sets, kindOfNode(question))))
      return refuse('INVALID_INPUT', { field: 'sets' });
    const sets = c.sets === undefined ? {} : { sets: c.sets };
    const sealed = text === '' ? {} : { text: seal(`campaign/${c.campaignId}`, text) };
    return (
      refuseUnsettled(campaign, c) ??
      accept(grant, [
        event(c.campaignId, CAMPAIGN_FACTS.answered, { id: c.questionId, choice: c.choice, ...sets, ...sealed }),
      ])
    );
  },
};

const kindOfNode = ({ about = '' }: OpenQuestion): string => about.split(':')[0] ?? '';

/** An answer after which the campaign could not be carried out is not taken: the values it sets are wrong. */
function refuseUnsettled(campaign: CampaignState, { questionId, choice, sets }: AnswerQuestion): Decision | undefined {
  const written = campaign.written ?? campaign.file;
  const settled = settleAnswers(written, { ...campaign.answers, [questionId]: { choice, sets } });
  const error = settled === written ? undefined : checkCampaign(settled).find(({ severity }) => severity === 'error');
  return error === undefined
    ? undefined
    : refuse('INVALID_INPUT', { field: 'sets', params: { finding: error.code, node: error.path.join('.') } });
}

/** Duties the document gives no date for and nobody has set one (`extendCampaignDate` sets it). */
function undatedDuties(campaign: CampaignState): readonly string[] {
  const keys = [...campaign.file.obligations.map(({ key }) => key), REGISTRATION_DUTY];
  return [...new Set(keys)].filter(
    (key) =>
      dutyOf(campaign.file, key)?.due.kind === 'undated' && campaign.extended[dutyDate(key, 'once')] === undefined,
  );
}

/**
 * Launches a campaign by the document that launches it. Refuses while a question that blocks the launch is open or an
 * undated duty has no date: nothing is guessed.
 */
export const launchCampaign: CommandSpec<LaunchCampaign> = {
  needs: (c) => [ref('campaign', c.campaignId)],
  decide(c, have, { actor, now }) {
    const campaign = have.state('campaign', c.campaignId);
    if (campaign === undefined) return refuse('NOT_FOUND', { field: 'campaignId', params: { id: c.campaignId } });
    const { issuer, decider } = campaign.file.roles;
    const grant = permit(actor, 'campaign.launch', [issuer.unit, decider.unit]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'campaign.launch' } });
    if (campaign.status !== 'draft') return refuse('ALREADY_DONE', { params: { status: campaign.status } });
    if (campaign.proposal?.status === 'declined')
      return refuse('NOT_ALLOWED_IN_STATE', { params: { status: campaign.proposal.status } });
    const refused = refuseDocument(c.document, now, 'document') ?? refuseUnanswered(campaign, 'launch');
    if (refused !== undefined) return refused;
    const undated = undatedDuties(campaign);
    if (undated.length > 0) {
      return refuse('OPEN_QUESTIONS', {
        params: { questions: undated.map((key) => `obligation:${key}`).join(', '), count: undated.length },
      });
    }
    return accept(grant, [event(c.campaignId, CAMPAIGN_FACTS.launched, { document: { ...c.document } })]);
  },
};

/** Lock under which rounds are opened and a campaign is closed: no round opens behind a closing campaign's back. */
export const roundsOf = (campaignId: string): string => `campaign-rounds/${campaignId}`;

/**
 * Ends a campaign: its final review is concluded (or, where it has none, its period is over) and no round is open.
 * Nominations live on; obligations still open lapse by `lapseObligation`.
 */
export const closeCampaign: CommandSpec<CampaignAct> = {
  needs: (c) => [ref('campaign', c.campaignId)],
  locks: (c) => [roundsOf(c.campaignId)],
  asks: (c) => [{ ask: 'openRounds', campaignId: c.campaignId }],
  decide(c, have, { actor, now }) {
    const campaign = have.state('campaign', c.campaignId);
    if (campaign === undefined) return refuse('NOT_FOUND', { field: 'campaignId', params: { id: c.campaignId } });
    const { issuer, decider } = campaign.file.roles;
    const grant = permit(actor, 'campaign.close', [issuer.unit, decider.unit]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'campaign.close' } });
    if (campaign.status === 'draft') return refuse('CAMPAIGN_NOT_RUNNING', { params: { status: campaign.status } });
    if (campaign.status !== 'running') return refuse('ALREADY_DONE', { params: { status: campaign.status } });
    const finals = campaign.file.reviews.filter(({ kind }) => kind === 'final');
    const pending = finals.find(({ key }) => campaign.conclusions[key] === undefined);
    if (pending !== undefined) return refuse('PHASE_GATED', { params: { review: pending.key } });
    const { to } = periodOf(campaign.file);
    if (finals.length === 0 && now < endOfDayExclusive(to)) return refuse('NOT_DUE_YET', { params: { date: to } });
    const round = have.answer({ ask: 'openRounds', campaignId: c.campaignId })[0];
    if (round !== undefined)
      return refuse('NOT_ALLOWED_IN_STATE', {
        params: { round: String(round['id']), status: String(round['status']) },
      });
    return accept(grant, [event(c.campaignId, CAMPAIGN_FACTS.closed, {})]);
  },
};

/** Puts a closed campaign away; its facts stay as long as the law wants them. */
export const archiveCampaign: CommandSpec<CampaignAct> = {
  needs: (c) => [ref('campaign', c.campaignId)],
  decide(c, have, { actor }) {
    const campaign = have.state('campaign', c.campaignId);
    if (campaign === undefined) return refuse('NOT_FOUND', { field: 'campaignId', params: { id: c.campaignId } });
    const grant = permit(actor, 'campaign.archive', [campaign.file.roles.issuer.unit]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'campaign.archive' } });
    if (campaign.status === 'archived') return refuse('ALREADY_DONE', { params: { status: campaign.status } });
    if (campaign.status !== 'closed') return refuse('NOT_ALLOWED_IN_STATE', { params: { status: campaign.status } });
    return accept(grant, [event(c.campaignId, CAMPAIGN_FACTS.archived, {})]);
  },
};
