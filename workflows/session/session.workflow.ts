import { continueAsNew } from '@temporalio/workflow';
import { follow } from '../shared/follow.js';
import { reading } from '../shared/proxies.js';
import { following, type Run } from '../shared/run.js';
import { actOn, noteRefused } from '../shared/single-acts.js';

/** A council session: reminds the secretary until the result is recorded. */
export async function sessionWorkflow(run: Run): Promise<void> {
  await followSession(run).until((view) => !view.open);
}

const followSession = (run: Run) =>
  follow({
    run,
    signals: ['sessionConvened', 'councilResultRecorded', 'deadlineExtended', 'calendarChanged', 'clockMoved'],
    read: () => reading.readSession({ world: run.world, id: run.id }),
    act: actOn('session', run),
    noteRefused: noteRefused('session', run),
    rollOver: () => continueAsNew<typeof sessionWorkflow>(following(run)),
  });
