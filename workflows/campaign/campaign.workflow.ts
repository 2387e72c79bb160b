import { continueAsNew } from '@temporalio/workflow';
import { EVERY_DUTY, type EngineAct } from '../../libs/domain/engine/wait.js';
import type { Acted } from '../../activities/acting/acting.activities.js';
import type { CampaignView } from '../../activities/reading/reading.activities.js';
import { follow, only } from '../shared/follow.js';
import { following } from '../shared/run.js';
import { confirmations, obligations, reading, reminders, successions } from '../shared/proxies.js';
import { actOn, noteRefused, outcomeOf } from '../shared/single-acts.js';
import type { CampaignRun, GivenWay } from './campaign.run.js';

/** What goes on side by side while a campaign runs; each falls due by its own dates. */
const duties = only('openObligations', 'replanObligations', 'remindTasks');
const phasesAndReviews = only('openPhase', 'openReview');
const rounds = only('openRound');
const closing = only('closeCampaign');
/** Units that end, or no longer lead their cluster, while it runs: their part goes to whoever comes after them. */
const succession = only('passOn', 'moveConfirmations');

/**
 * The life of a campaign. Duties are asked for before they are due, recurring reports every year; a review that is
 * concluded opens the phase it gates; rounds open with their guidance and end with their lists. After the final review
 * and the last round the campaign closes; when its last dossier is done it is put away. A draft waits for nothing: the
 * fact of the launch starts a run.
 */
export async function campaignWorkflow(run: CampaignRun): Promise<void> {
  const campaign = followCampaign(run);
  await campaign.until(
    (view) => view.status !== 'running',
    (act) => succession(act) || duties(act) || phasesAndReviews(act) || rounds(act) || closing(act),
  );
  await campaign.until(
    (view) => !view.open,
    only('passOn', 'moveConfirmations', 'lapseObligations', 'archiveCampaign'),
  );
}

function followCampaign(run: CampaignRun) {
  let calendarSeen = run.calendarSeen;
  let givenWay: GivenWay | undefined;

  const walk = (act: EngineAct, view: CampaignView): Promise<Acted> => {
    const where = { world: run.world, id: run.id };
    switch (act.does) {
      case 'openObligations':
        return outcomeOf(() => obligations.openObligations({ ...where, duty: act.duty, occurrence: act.occurrence }));
      case 'replanObligations':
        return outcomeOf(async () => {
          const replanned = await obligations.replanObligations({
            ...where,
            duty: act.duty,
            occurrence: act.occurrence,
          });
          if (act.duty === EVERY_DUTY) calendarSeen = view.calendarVersion;
          return replanned;
        });
      case 'passOn':
        return outcomeOf(() => successions.passOn({ ...where, unit: act.unit }));
      case 'moveConfirmations':
        return outcomeOf(() => confirmations.moveConfirmations(where));
      case 'lapseObligations':
        return outcomeOf(() => obligations.lapseObligations(where));
      case 'remindTasks':
        return outcomeOf(async () => {
          const reminded = await reminders.remindTasks({ ...where, before: view.businessNow });
          givenWay = reminded.again === undefined ? undefined : { from: view.businessNow, to: reminded.again };
          return reminded;
        });
      default:
        // What a campaign looks like depends on what this run has seen: it looks for itself.
        return actOn('campaign', run)(act).then(({ outcome }) => ({ outcome }));
    }
  };

  /** What was opened under the calendar of today needs no replanning for it. */
  const read = async (): Promise<CampaignView> => {
    const where = { world: run.world, id: run.id };
    const view = await reading.readCampaign({ ...where, calendarSeen: calendarSeen ?? 0, givenWay: givenWay ?? null });
    if (calendarSeen === undefined && view.openDuties === 0) calendarSeen = view.calendarVersion;
    return view;
  };

  return follow<CampaignView>({
    run,
    signals: [
      'campaignLaunched',
      'questionAnswered',
      'phaseOpened',
      'reviewOpened',
      'reviewConcluded',
      'deadlineExtended',
      'campaignClosed',
      'campaignArchived',
      'obligationOpened',
      'obligationReopened',
      'taskOpened',
      'guidanceIssued',
      'roundOpened',
      'roundWindowClosed',
      'submissionListMade',
      'unitSucceeded',
      'clusterArranged',
      'calendarChanged',
      'clockMoved',
    ],
    read,
    act: walk,
    noteRefused: noteRefused('campaign', run),
    rollOver: () =>
      continueAsNew<typeof campaignWorkflow>(following(calendarSeen === undefined ? run : { ...run, calendarSeen })),
  });
}
