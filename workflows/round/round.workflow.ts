import { continueAsNew } from '@temporalio/workflow';
import { follow } from '../shared/follow.js';
import { reading } from '../shared/proxies.js';
import { following, type Run } from '../shared/run.js';
import { actOn, noteRefused } from '../shared/single-acts.js';

/** An award round: its window, its closing, its submission list. Its nominations live on. */
export async function roundWorkflow(run: Run): Promise<void> {
  const round = followRound(run);
  await round.until((view) => view.status !== 'open');
  await round.until((view) => !view.open);
}

const followRound = (run: Run) =>
  follow({
    run,
    signals: [
      'roundOpened',
      'deadlineExtended',
      'roundWindowClosed',
      'submissionListMade',
      'calendarChanged',
      'clockMoved',
    ],
    read: () => reading.readRound({ world: run.world, id: run.id }),
    act: actOn('round', run),
    noteRefused: noteRefused('round', run),
    rollOver: () => continueAsNew<typeof roundWorkflow>(following(run)),
  });
