import { workflowInfo } from '@temporalio/workflow';
import { watching } from '../shared/proxies.js';

export interface WatchRun {
  readonly world: string;
}

/** One look over the log of a world; a Temporal Schedule starts one every hour. Ends with the codes of what does not hold. */
export async function watchWorkflow({ world }: WatchRun): Promise<readonly string[]> {
  const { failed } = await watching.watchLog({ world, look: workflowInfo().runId });
  return failed;
}
