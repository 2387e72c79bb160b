import { addDays } from '../domain/calendar/local-date.js';
import { atWork, day, officeDay } from './days.js';
import type { Intent, Stage } from './stage.js';
import { extend, urge, waive } from './unit-acts.js';

export interface OpenDuty {
  readonly id: string;
  readonly unit: string;
  readonly lastDay: string;
}

/** What the lead agency does about those who are late, or will be. Each of it once. */
export class LeadWatch {
  private readonly planned = new Set<string>();
  private extended: string | undefined;
  private waived = false;
  /** Whoever is late first is urged, so that this is seen in every story; the others by chance. */
  private urged = false;

  constructor(private readonly stage: Stage) {}

  /** `doneAt` is when the unit means to do it; undefined: never. */
  look({ id, unit, lastDay }: OpenDuty, key: string, doneAt: number | undefined): void {
    const { stage } = this;
    const last = day(lastDay);
    const duty = stage.file.obligations.find((one) => one.key === key);
    // Who is asked, not bound, is not pressed.
    if (duty?.mode === 'invited' || (doneAt !== undefined && doneAt <= atWork(addDays(last, 1)))) return;
    const once = (what: string, at: number, act: () => Promise<void>): boolean => {
      const intent: Intent = { id: `${what}/${id}`, at, track: 'office:lead', act };
      // What would come after the deed, or should have been done before anybody looked, is left.
      if (at < stage.now || (doneAt !== undefined && doneAt <= at) || this.planned.has(intent.id)) return false;
      this.planned.add(intent.id);
      stage.later.set(intent.id, intent);
      return true;
    };
    if (
      (!this.urged || stage.chance.of('urge', id) < 0.3) &&
      once('urge', officeDay(atWork(addDays(last, 4))), () => urge(stage, id, unit))
    )
      this.urged = true;
    if (
      this.extended === undefined &&
      once('extend', atWork(addDays(last, -4)), () => extend(stage, id, unit, addDays(last, 20)))
    )
      this.extended = id;
    if (doneAt !== undefined || this.extended === id) return;
    // What keeps a phase or a round shut for everyone is forgiven, and one other duty, so that this is seen as well.
    if (duty?.gate === undefined && this.waived) return;
    if (once('waive', atWork(addDays(last, 25)), () => waive(stage, id, unit))) this.waived = true;
  }
}
