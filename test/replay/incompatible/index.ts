import { sleep } from '@temporalio/workflow';
import { nominationWorkflow as ours } from '../../../workflows/nomination/nomination.workflow.js';

/** What a careless change looks like: something new before what running workflows have already done. */
export async function nominationWorkflow(run: Parameters<typeof ours>[0]): Promise<void> {
  await sleep('1 day');
  await ours(run);
}
