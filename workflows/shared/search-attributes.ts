import { defineSearchAttributeKey } from '@temporalio/common';
import { upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { Wait } from '../../libs/domain/engine/wait.js';

const WORLD = defineSearchAttributeKey('World', 'KEYWORD');
const CAMPAIGN = defineSearchAttributeKey('Campaign', 'KEYWORD');
const STAGE = defineSearchAttributeKey('Stage', 'KEYWORD');
const DUE_AT = defineSearchAttributeKey('DueAt', 'DATETIME');

/** Makes the life findable by world, campaign, stage and due date; written only when something changed. */
export function showWhereItStands(world: string, { campaignId, stage, dueAt, open }: Wait): void {
  // A run that ends at once is not worth a write.
  if (!open) return;
  const { typedSearchAttributes: shown } = workflowInfo();
  const due = dueAt === undefined ? null : new Date(dueAt);
  const isSame =
    shown.get(WORLD) === world &&
    shown.get(CAMPAIGN) === campaignId &&
    shown.get(STAGE) === stage &&
    shown.get(DUE_AT)?.getTime() === due?.getTime();
  if (isSame) return;
  upsertSearchAttributes([
    { key: WORLD, value: world },
    { key: CAMPAIGN, value: campaignId },
    { key: STAGE, value: stage },
    { key: DUE_AT, value: due },
  ]);
}
