import { queueOf } from '../access/actor.js';
import { permit } from '../access/permissions.js';
import type { CampaignFile } from '../campaign-plan/campaign.js';
import { accept, refuse, type CommandSpec } from '../core/decision.js';
import { tell } from '../core/notices.js';
import { seal } from '../core/sealed.js';
import { ref, type NewEvent } from '../core/stream.js';
import { askHolders, everyoneAt, queuesOfUnit } from '../obligation/owed.js';
import { refuseSucceeded } from '../succession/refuse-succeeded.js';
import { taskId } from '../task/open-task.js';
import { planTask } from '../task/plan-task.js';
import { isTaken, takeTask } from '../task/take-task.js';
import type { CampaignAct } from './campaign.commands.js';
import { parentOf, refuseFaulty, underParent } from './campaign-draft.commands.js';
import { CAMPAIGN_FACTS } from './campaign.stream.js';
import { PROPOSAL_FACTS } from './proposal.js';

/**
 * A unit proposes a campaign it may not launch itself ("tham mưu trình ... phát động các đợt thi đua đặc biệt, các phong
 * trào thi đua theo chuyên đề"): the one who may launch it does so, or says why not.
 */

export interface ProposeCampaign {
  readonly file: CampaignFile;
  readonly rulePack: string;
  /** The unit that proposes. */
  readonly unitId: string;
  /** Why it is worth launching. */
  readonly note: string;
}
export interface DeclineProposal extends CampaignAct {
  readonly visit: number;
  readonly reason: string;
}

export const PROPOSAL_STEP = 'launch-proposal';

const deciderOf = ({ roles }: CampaignFile): string => queueOf(roles.decider.unit, 'decider');

/**
 * Takes a campaign in as a draft that waits for the decider of its issuer. Again after it was declined, as the same unit's
 * new version. Refuses a file with errors, an id that is taken, and the issuer itself: it drafts and launches.
 */
export const proposeCampaign: CommandSpec<ProposeCampaign> = {
  needs: (c) => [ref('campaign', c.file.id), ref('unit', c.unitId), ...parentOf(c.file)],
  asks: (c) => askHolders([deciderOf(c.file)]),
  decide(c, have, { actor, now, calendar }) {
    const unit = have.state('unit', c.unitId);
    if (unit === undefined) return refuse('UNKNOWN_UNIT', { field: 'unitId', params: { id: c.unitId } });
    const ended = refuseSucceeded(unit, c.unitId, now);
    if (ended !== undefined) return ended;
    const grant = permit(actor, 'campaign.propose', [c.unitId]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'campaign.propose' } });
    if (c.unitId === c.file.roles.issuer.unit)
      return refuse('INVALID_INPUT', { field: 'unitId', params: { use: 'draftCampaign' } });
    if (c.note.trim() === '') return refuse('REASON_REQUIRED', { field: 'note' });
    if (c.rulePack.trim() === '') return refuse('INVALID_INPUT', { field: 'rulePack' });
    const file = underParent(c.file, have);
    if (!('roles' in file)) return file;
    const before = have.state('campaign', file.id);
    if (before !== undefined && before.proposal?.unitId !== c.unitId)
      return refuse('ALREADY_EXISTS', { field: 'file.id' });
    if (before?.proposal !== undefined && before.proposal.status !== 'declined')
      return refuse('ALREADY_DONE', { params: { status: before.proposal.status } });
    const faulty = refuseFaulty(file);
    if (faulty !== undefined) return faulty;
    const stream = ref('campaign', file.id);
    const task = planTask({
      visit: (before?.visit ?? 0) + 1,
      step: PROPOSAL_STEP,
      kind: PROPOSAL_STEP,
      queue: deciderOf(file),
      unitId: c.unitId,
      now,
      calendar,
    });
    const taken: NewEvent =
      before === undefined
        ? { stream, type: CAMPAIGN_FACTS.drafted, payload: { file, rulePack: c.rulePack } }
        : { stream, type: CAMPAIGN_FACTS.revised, payload: { file } };
    const payload = { unitId: c.unitId, note: seal(`unit/${c.unitId}`, c.note), task };
    const notices = tell(everyoneAt(have, [deciderOf(file)]), {
      subject: stream,
      step: `proposed/${task.visit}`,
      template: 'campaign-proposed',
      params: { campaignId: file.id, unitId: c.unitId },
    });
    return accept(grant, [taken, { stream, type: PROPOSAL_FACTS.proposed, payload }], {
      notices,
      result: { campaignId: file.id, visit: task.visit },
    });
  },
};

/** Says why a proposed campaign is not launched; the unit is told and may propose it again. */
export const declineProposal: CommandSpec<DeclineProposal> = {
  needs: (c) => [ref('campaign', c.campaignId), ref('task', taskId(ref('campaign', c.campaignId), c.visit))],
  asks(c, have) {
    const unitId = have.state('campaign', c.campaignId)?.proposal?.unitId;
    return unitId === undefined ? [] : askHolders(queuesOfUnit(unitId));
  },
  decide(c, have, { actor }) {
    const state = have.state('campaign', c.campaignId);
    const proposal = state?.proposal;
    if (state === undefined || proposal === undefined)
      return refuse('NOT_FOUND', { field: 'campaignId', params: { id: c.campaignId } });
    if (proposal.status !== 'waiting') return refuse('ALREADY_DONE', { params: { status: proposal.status } });
    const stream = ref('campaign', c.campaignId);
    const taken = takeTask(stream, state, c.visit, have, actor, 'campaign.launch');
    if (!isTaken(taken)) return taken;
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    const notices = tell(everyoneAt(have, queuesOfUnit(proposal.unitId)), {
      subject: stream,
      step: `proposal-declined/${c.visit}`,
      template: 'proposal-declined',
      params: { campaignId: c.campaignId, unitId: proposal.unitId },
    });
    const payload = { visit: c.visit, reason: seal(`unit/${proposal.unitId}`, c.reason) };
    return accept(taken.grant, [{ stream, type: PROPOSAL_FACTS.declined, payload }], { notices });
  },
};
