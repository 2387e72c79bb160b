import { continueAsNew } from '@temporalio/workflow';
import { follow } from '../shared/follow.js';
import { reading } from '../shared/proxies.js';
import { following, type Run } from '../shared/run.js';
import { actOn, noteRefused } from '../shared/single-acts.js';

/**
 * Carries one dossier along its steps: reminds and escalates, ends the steps that only time ends (public opinion,
 * publication, archiving). Walks over what the domain opened, not over a list of its own. On hold, declined or archived
 * nothing is open: the run ends, and the fact that opens a step again starts another.
 */
export async function nominationWorkflow(run: Run): Promise<void> {
  const nomination = followNomination(run);
  let view = await nomination.until(() => true);
  while (view.open) {
    const { visit } = view;
    view = await nomination.until((now) => now.visit !== visit || !now.open);
  }
}

const followNomination = (run: Run) =>
  follow({
    run,
    signals: [
      'nominationSubmitted',
      'stepEnded',
      'returned',
      'resubmitted',
      'held',
      'released',
      'declined',
      'withdrawn',
      'submittedUpward',
      'recognised',
      'published',
      'archived',
      'revoked',
      'restored',
      'deadlineExtended',
      'calendarChanged',
      'clockMoved',
    ],
    read: () => reading.readNomination({ world: run.world, id: run.id }),
    act: actOn('nomination', run),
    noteRefused: noteRefused('nomination', run),
    rollOver: () => continueAsNew<typeof nominationWorkflow>(following(run)),
  });
