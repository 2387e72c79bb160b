import { campaignWait, openDates } from '../../libs/domain/engine/campaign-wait.js';
import { nominationWait, roundWait, sessionWait } from '../../libs/domain/engine/step-wait.js';
import { nothingOpen, type Wait } from '../../libs/domain/engine/wait.js';
import { workingCalendar } from '../../libs/domain/calendar/working-calendar.js';
import type { WorkflowKind } from '../../libs/domain/wakes.js';
import { inWorld } from '../failures.js';
import type { EngineWorld, EngineWorlds, Subject } from '../ports.js';
import { confirmersOf, openConfirmations } from '../confirmations/open-confirmations.js';
import { atEnded } from '../succession/ended-work.js';
import { campaignSnapshot, nominationSnapshot, stepSnapshot } from './snapshots.js';
import { noteWait } from './waits.js';

/** What a workflow sees of its subject: small, plain JSON, ids and codes only. */
export interface EngineView extends Wait {
  /** Every fact up to this one is in the view. */
  readonly logIndex: number;
  readonly businessNow: number;
  /** The world's clock stands still: timers bring nothing. */
  readonly frozen: boolean;
}

export interface CampaignView extends EngineView {
  readonly calendarVersion: number;
  /** Open duties, and one more where any other task of the campaign has a date. */
  readonly openDuties: number;
}

export interface ReadCampaign extends Subject {
  readonly calendarSeen: number;
  readonly givenWay: { readonly from: number; readonly to: number } | null;
}

export interface NoteRefused extends Subject {
  readonly workflow: WorkflowKind;
  readonly seenIndex: number;
  readonly code: string;
  readonly nextAt: number | null;
}

/**
 * Looks at committed state for a workflow and writes down what it waits for: that row is the engine's lag, the answer to
 * "what is it waiting for", and the work list of the sweep and of the rehearsal driver.
 */
export function createReadingActivities(worlds: EngineWorlds) {
  const readStep =
    <K extends 'round' | 'session'>(kind: K, wait: (state: StepStates[K] | undefined, now: number) => Wait) =>
    (subject: Subject): Promise<EngineView> =>
      inWorld(
        worlds,
        subject.world,
        async (world) => {
          const { state, logIndex, clock } = await stepSnapshot<StepStates[K]>(world.pool, kind, subject.id);
          return written(world, kind, subject.id, { logIndex, clock }, (now) => wait(state, now));
        },
        worldGone,
      );

  return {
    readNomination: (subject: Subject): Promise<EngineView> =>
      inWorld(
        worlds,
        subject.world,
        async (world) => {
          const { state, calendar, ...at } = await nominationSnapshot(world.pool, subject.id);
          return written(world, 'nomination', subject.id, at, (now) => nominationWait(state, now, calendar));
        },
        worldGone,
      ),
    readRound: readStep('round', roundWait),
    readSession: readStep('session', sessionWait),

    readCampaign: (subject: ReadCampaign): Promise<CampaignView> =>
      inWorld(
        worlds,
        subject.world,
        async (world) => {
          const organisation = await world.reader.organisation();
          const snapshot = await campaignSnapshot(world.pool, subject.id, subject.givenWay);
          const { campaign, calendarDays, calendarVersion } = snapshot;
          const at = snapshot.clock ?? (await world.now());
          const confirmers = campaign === undefined ? undefined : confirmersOf(campaign, organisation, at);
          const rows = {
            ...snapshot.rows,
            atEnded: await atEnded(world.pool, subject.id, organisation.ended ?? []),
            confirmations: await openConfirmations(world.pool, subject.id, confirmers),
          };
          const calendar = workingCalendar(calendarDays);
          const view = await written(world, 'campaign', subject.id, snapshot, (now) =>
            campaign === undefined
              ? nothingOpen('unknown')
              : campaignWait({
                  campaign,
                  rows,
                  organisation,
                  calendar,
                  calendarVersion,
                  calendarSeen: subject.calendarSeen,
                  now,
                }),
          );
          return { ...view, calendarVersion, openDuties: openDates(rows) };
        },
        () => ({ ...worldGone(), calendarVersion: 0, openDuties: 0 }),
      ),

    noteRefused: ({ world: name, workflow, id, seenIndex, code, nextAt }: NoteRefused): Promise<void> =>
      inWorld(worlds, name, (world) =>
        noteWait(world.pool, { workflow, id, seenIndex, waitingFor: `refused: ${code}`, nextAt, done: false }),
      ),
  };
}

/** Runs of a rehearsal that was thrown away end by themselves. */
const worldGone = (): EngineView => ({ ...nothingOpen('no-world'), logIndex: 0, businessNow: 0, frozen: true });

async function written(
  world: EngineWorld,
  workflow: WorkflowKind,
  id: string,
  { logIndex, clock }: { readonly logIndex: number; readonly clock: number | null },
  waitAt: (now: number) => Wait,
): Promise<EngineView> {
  const businessNow = clock ?? (await world.now());
  const wait = waitAt(businessNow);
  const nextAt = wait.due[0]?.at ?? wait.nextAt ?? null;
  await noteWait(world.pool, {
    workflow,
    id,
    seenIndex: logIndex,
    waitingFor: wait.waitingFor,
    nextAt,
    done: !wait.open,
  });
  return { ...wait, logIndex, businessNow, frozen: clock !== null };
}

type StepStates = {
  round: Parameters<typeof roundWait>[0];
  session: Parameters<typeof sessionWait>[0];
};

export type ReadingActivities = ReturnType<typeof createReadingActivities>;
