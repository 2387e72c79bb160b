import {
  CONTINUOUS_REMINDER_POLICY,
  DEFAULT_REMINDER_POLICY,
  INVITED_REMINDER_POLICY,
  type ReminderPolicy,
} from '../deadline/reminder-policy.js';
import type { CampaignFile } from './campaign.js';

export const BUILT_IN_POLICIES: readonly ReminderPolicy[] = [
  DEFAULT_REMINDER_POLICY,
  INVITED_REMINDER_POLICY,
  CONTINUOUS_REMINDER_POLICY,
];

/** The policy a node of this campaign names: its own first, then a built-in one; undefined when it names none. */
export function policyOf(
  file: Pick<CampaignFile, 'reminderPolicies'>,
  name: string | undefined,
): ReminderPolicy | undefined {
  return [...file.reminderPolicies, ...BUILT_IN_POLICIES].find((policy) => policy.id === name);
}
