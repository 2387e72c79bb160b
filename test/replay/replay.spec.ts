import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { recordedHistories, SHAPE } from './histories.js';

const codePath = process.env['TEST_WORKFLOW_BUNDLE'] ?? '';
const recorded = recordedHistories();
// The core tells the violation that the guard's own test provokes.
Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'OFF' } } });

describe('recorded histories', () => {
  it.each(['1-first', SHAPE])('stand for every kind of life, open ones included: %s', (shape) => {
    const names = recorded.map(({ workflowId }) => workflowId).filter((name) => name.endsWith(`@${shape}`));
    for (const kind of ['campaign', 'nomination', 'round', 'session']) {
      expect(names.filter((name) => name.startsWith(kind)).length).toBeGreaterThanOrEqual(2);
    }
    expect(names).toContain(`nomination-rolled-over@${shape}`);
  });

  it('are all replayed by the workflows of today', async () => {
    const failures: string[] = [];
    for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle: { codePath } }, recorded)) {
      if (error !== undefined) failures.push(`${workflowId}: ${error.message}`);
    }
    expect(failures).toEqual([]);
  });

  it('would catch a change that running workflows cannot follow', async () => {
    const workflowsPath = fileURLToPath(new URL('./incompatible/index.ts', import.meta.url));
    const workflowBundle = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
    const nominations = recorded.filter(({ workflowId }) => workflowId.startsWith('nomination'));
    expect(nominations.length).toBeGreaterThan(0);
    for (const { history, workflowId } of nominations) {
      await expect(Worker.runReplayHistory({ workflowBundle }, history, workflowId)).rejects.toBeInstanceOf(
        DeterminismViolationError,
      );
    }
  });
});
