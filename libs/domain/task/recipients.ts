import { parseQueue, queueOf } from '../access/actor.js';
import type { CampaignState } from '../campaign/campaign.stream.js';
import type { RecipientRole } from '../deadline/reminder-policy.js';
import type { OpenTask } from './open-task.js';

/** The queue behind a role of a reminder plan, on the day of sending. */
export function recipientQueue(to: RecipientRole, task: OpenTask, campaign: CampaignState | undefined): string {
  const unit = parseQueue(task.queue)?.unitId ?? task.unitId ?? '';
  switch (to) {
    case 'assignee':
      return task.queue;
    case 'unit-head':
      return queueOf(unit, 'head');
    case 'lead-agency':
      return queueOf(campaign?.file.roles.leadAgency.unit ?? unit, 'officer');
    case 'standing-body':
      return queueOf(campaign?.file.roles.standingBody.unit ?? unit, 'secretary');
  }
}
