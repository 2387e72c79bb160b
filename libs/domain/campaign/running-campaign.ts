import { refuse, type Decision, type Have } from '../core/decision.js';
import type { OpenQuestion } from '../campaign-plan/campaign.js';
import type { CampaignState } from './campaign.stream.js';

/** The campaign in which something can still be owed, pledged or awarded; or why not. */
export function runningCampaign(have: Have, campaignId: string): CampaignState | Decision {
  const campaign = have.state('campaign', campaignId);
  if (campaign === undefined) return refuse('NOT_FOUND', { field: 'campaignId', params: { id: campaignId } });
  switch (campaign.status) {
    case 'running':
      return campaign;
    case 'draft':
      return refuse('CAMPAIGN_NOT_RUNNING', { field: 'campaignId', params: { status: campaign.status } });
    case 'closed':
    case 'archived':
      return refuse('CAMPAIGN_CLOSED', { field: 'campaignId', params: { status: campaign.status } });
  }
}

export const isCampaign = (found: CampaignState | Decision): found is CampaignState => 'file' in found;

/** Questions nobody has answered that keep something from happening: `launch`, `round:<key>`, `review:<key>`, `phase:<key>`, `obligation:<key>`. */
export const unanswered = (campaign: CampaignState, blocked: string): readonly OpenQuestion[] =>
  campaign.file.openQuestions.filter(
    (question) => question.blocks === blocked && campaign.answers[question.id] === undefined,
  );

/** Refuses while a question that keeps `blocked` from happening is open. */
export function refuseUnanswered(campaign: CampaignState, blocked: string): Decision | undefined {
  const open = unanswered(campaign, blocked);
  return open.length === 0
    ? undefined
    : refuse('OPEN_QUESTIONS', { params: { questions: open.map(({ id }) => id).join(', '), count: open.length } });
}
