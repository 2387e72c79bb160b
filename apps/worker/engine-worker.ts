import { Worker, type NativeConnection, type WorkerOptions } from '@temporalio/worker';
import { createActivities } from '../../activities/create-activities.js';
import type { EngineWorlds } from '../../activities/ports.js';

export interface EngineWorkerOptions {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly workflowBundle: NonNullable<WorkerOptions['workflowBundle']>;
  readonly worlds: EngineWorlds;
  /** Tests set 0, so that every task replays its history from the start. */
  readonly maxCachedWorkflows?: number;
}

/** Sized for two cores and 450 MB: the workflows are many and idle, what they do is one short look and one command. */
export function createEngineWorker({
  connection,
  namespace,
  taskQueue,
  workflowBundle,
  worlds,
  maxCachedWorkflows = 150,
}: EngineWorkerOptions): Promise<Worker> {
  return Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle,
    activities: createActivities(worlds),
    maxCachedWorkflows,
    workflowThreadPoolSize: 1,
    maxConcurrentWorkflowTaskExecutions: 20,
    maxConcurrentLocalActivityExecutions: 20,
    maxConcurrentActivityTaskExecutions: 6,
    maxConcurrentWorkflowTaskPolls: 4,
    maxConcurrentActivityTaskPolls: 2,
    shutdownGraceTime: '10 s',
    shutdownForceTime: '20 s',
  });
}
