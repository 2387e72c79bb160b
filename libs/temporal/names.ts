import type { Signal, WorkflowKind } from '../domain/wakes.js';

/** The wire names of the workflow functions. */
export const WORKFLOW_TYPES: Readonly<Record<WorkflowKind, string>> = {
  campaign: 'campaignWorkflow',
  round: 'roundWorkflow',
  nomination: 'nominationWorkflow',
  session: 'sessionWorkflow',
};

export const isWorkflowKind = (text: string): text is WorkflowKind => Object.hasOwn(WORKFLOW_TYPES, text);

/** One life of a subject in a world. Ids only: workflow ids are shown and never encrypted. */
export const workflowId = (world: string, kind: WorkflowKind, subjectId: string): string =>
  `${world}/${kind}/${subjectId}`;

/** Payload of every signal but `rollOver`: there is a fact at this place of the log, look. */
export interface Announcement {
  readonly logIndex: number;
  readonly subjectId: string;
  readonly visit?: number;
  readonly anyway?: true;
}

/** What a run is started with. `version` is the shape of the run: see workflows/shared/run.ts. */
export interface RunArgument {
  readonly version: 2;
  readonly world: string;
  readonly id: string;
}

export const runArgument = (world: string, id: string): RunArgument => ({ version: 2, world, id });

/** The word for "time has passed", also where nobody remembers which fact a workflow has missed. */
export const LOOK: Signal = 'clockMoved';
