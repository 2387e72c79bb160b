import {
  allHandlersFinished,
  condition,
  defineQuery,
  defineSignal,
  isCancellation,
  setDefaultSignalHandler,
  setHandler,
  workflowInfo,
  type SignalDefinition,
} from '@temporalio/workflow';
import type { ActName, EngineAct } from '../../libs/domain/engine/wait.js';
import type { Signal } from '../../libs/domain/wakes.js';
import type { EngineView } from '../../activities/reading/reading.activities.js';
import { showWhereItStands } from './search-attributes.js';
import type { Announcement, Lifecycle, Run } from './run.js';

export const lifecycleQuery = defineQuery<Lifecycle>('lifecycle');
/** For operators and tests: go on in a new run at the next quiet point. */
export const rollOverSignal = defineSignal('rollOver');

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** Something that is down is looked for at least this often. */
const OUTAGE = 10 * MINUTE;
export const WEEK = 7 * 24 * 60 * MINUTE;
/** A quiet point is never far: well below the 4,096 events at which the server asks for a new run. */
const LONG_HISTORY = 2_000;

export interface Following<View extends EngineView> {
  readonly run: Run;
  readonly signals: readonly Signal[];
  /** Committed state, business now, and up to which fact it was read. */
  readonly read: () => Promise<View>;
  /** Issues an act; anything but 'done' is the code it was refused with. `view`: what it looks like afterwards. */
  readonly act: (act: EngineAct, view: View) => Promise<{ readonly outcome: string; readonly view?: View }>;
  /** Tells operators that what is due is refused, and why. */
  readonly noteRefused: (view: View, code: string) => Promise<void>;
  readonly rollOver: () => Promise<never>;
}

/** Which acts a stretch of the life takes on; all where left out. */
export const only =
  (...names: readonly ActName[]) =>
  (act: EngineAct): boolean =>
    names.includes(act.does);

/**
 * One per workflow: one set of handlers, one snapshot. Looks at once, at every announced fact, at every date, and at
 * least weekly. A lost, doubled or reordered signal changes nothing but when it looks.
 */
export function follow<View extends EngineView>(subject: Following<View>) {
  let announced = 0; // highest log index heard of since the last look; handlers do nothing else
  let lookAnyway = false;
  let rolling = false;
  let latest: View | undefined;
  const hear = (announcement: Announcement | undefined): void => {
    announced = Math.max(announced, Number(announcement?.logIndex ?? 0));
    lookAnyway ||= announcement?.anyway === true;
  };
  for (const name of subject.signals) setHandler(defineSignal(name) as SignalDefinition<[Announcement]>, hear);
  // A word of a later release wakes as well as one of ours.
  setDefaultSignalHandler((_name, ...args) => hear(args[0] as Announcement | undefined));
  setHandler(rollOverSignal, () => {
    rolling = true;
  });
  setHandler(lifecycleQuery, () => lifecycleOf(latest));

  /** Something was announced that this view does not hold. */
  const isOutdated = (view: View): boolean => lookAnyway || announced > view.logIndex;

  async function rollOverWhenLong(): Promise<void> {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    if (!rolling && !continueAsNewSuggested && historyLength < LONG_HISTORY) return;
    await condition(allHandlersFinished);
    await subject.rollOver();
  }

  function see(view: View): View {
    latest = view;
    showWhereItStands(subject.run.world, view);
    return view;
  }

  /** A read that fails six times is left alone for a while: a database that is down, or a state nobody can read. */
  async function look(): Promise<View> {
    for (let failures = 0; ; failures += 1) {
      announced = 0;
      lookAnyway = false;
      try {
        return see(await subject.read());
      } catch (error) {
        if (isCancellation(error)) throw error;
        await rollOverWhenLong();
        await condition(
          () => announced > 0 || lookAnyway || rolling,
          Math.min(OUTAGE, pauseAfter(failures, 10 * SECOND)),
          {
            summary: 'facts cannot be read',
          },
        );
      }
    }
  }

  /** What was seen last, while nothing newer has been heard of. Runs of the first shape look again. */
  let atHand: View | undefined;
  function current(): View | Promise<View> {
    const view = atHand;
    atHand = undefined;
    return view !== undefined && !isOutdated(view) && subject.run.version >= 2 ? see(view) : look();
  }

  return {
    /** Carries the life on until `reached`: acts when something is due, waits for a fact or the next date otherwise. */
    async until(reached: (view: View) => boolean, takesOn: (act: EngineAct) => boolean = () => true): Promise<View> {
      const tried = new Map<string, string>();
      for (let refusals = 0; ;) {
        const view = await current();
        if (isOutdated(view)) continue;
        if (reached(view)) {
          atHand = view;
          return view;
        }
        const due = view.due.filter(takesOn);
        const fresh = due.filter(({ key }) => !tried.has(key));
        for (const act of fresh) {
          const acted = await subject.act(act, view);
          tried.set(act.key, acted.outcome);
          atHand = acted.view;
        }
        if (fresh.some(({ key }) => tried.get(key) === 'done')) continue;
        const blocked = due[0];
        // Said to be done and due all the same: as good as refused, it must not be asked for again and again.
        const outcome = blocked === undefined ? undefined : (tried.get(blocked.key) ?? 'done');
        if (outcome !== undefined) await subject.noteRefused(view, outcome);
        if (isOutdated(view)) continue;
        await rollOverWhenLong();
        // Refused, or done and still due: wait for a fact or the next date, a little longer each time; never spin.
        const longest = outcome === 'UNAVAILABLE' ? OUTAGE : WEEK;
        const patience = outcome === undefined ? WEEK : Math.min(longest, pauseAfter(refusals, MINUTE));
        const isNews = await condition(() => isOutdated(view) || rolling, waitOf(view, patience), {
          summary: `until ${view.waitingFor}`,
        });
        refusals = isNews || due.length === 0 ? 0 : refusals + 1;
        tried.clear();
      }
    },
  };
}

const pauseAfter = (times: number, first: number): number => Math.min(WEEK, first * 2 ** Math.min(times, 20));

/** In a rehearsal the clock stands still: no timer brings the next date, only the fact that the clock was moved. */
const waitOf = ({ frozen, nextAt, businessNow }: EngineView, patience: number): number =>
  frozen || nextAt === undefined ? patience : Math.max(1, Math.min(patience, nextAt - businessNow));

const lifecycleOf = (view: EngineView | undefined): Lifecycle => ({
  step: view?.stage ?? 'unknown',
  since: view?.since ?? null,
  waitingFor: view?.waitingFor ?? 'first look',
  nextDate: view?.nextAt ?? null,
});
