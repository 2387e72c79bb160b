import { ScheduleAlreadyRunning, type Client } from '@temporalio/client';

export const WATCH_SCHEDULE = 'watch/official';

/** Has the log of the official world looked over every hour; one look at a time. Safe to ask for again and by several. */
export async function ensureWatch(
  client: Client,
  taskQueue: string,
  world: string,
  id = WATCH_SCHEDULE,
): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId: id,
      spec: { intervals: [{ every: '1 hour' }] },
      policies: { overlap: 'SKIP', catchupWindow: '1 hour' },
      action: {
        type: 'startWorkflow',
        workflowType: 'watchWorkflow',
        taskQueue,
        args: [{ world }],
        workflowId: `${world}/watch`,
      },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
