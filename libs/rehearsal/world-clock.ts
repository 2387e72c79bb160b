import { setTimeout as pause } from 'node:timers/promises';
import { type Api, codeOf, fieldsOf, listOf, numberOf, textOf } from './api-client.js';
import { iso } from './days.js';

/** The engine is away for longer than anybody waits. */
export class EngineSilent extends Error {
  override readonly name = 'EngineSilent';
}

const LOOK_EVERY_MS = 12;
const PATIENCE_MS = 180_000;
/** What a workflow waits for before it has looked at the fact it was woken with. */
const FIRST_LOOK = 'first look';

/** The clock of a rehearsal's world, and the engine that follows it. */
export class WorldClock {
  moves = 0;
  waitedMs = 0;

  constructor(
    private readonly api: Api,
    private readonly world: string,
    private readonly adminToken: string,
    private readonly patience = PATIENCE_MS,
  ) {}

  /** Stands until the engine has nothing left to do at this instant; the earliest date it waits for, if any. */
  async quiet(now: number): Promise<number | undefined> {
    const since = Date.now();
    for (let wait = LOOK_EVERY_MS; ; wait = Math.min(100, wait * 1.2)) {
      const waiting = await this.waiting();
      const busy = busyIn(waiting, now);
      if (busy === undefined) {
        this.waitedMs += Date.now() - since;
        return nextIn(waiting, now);
      }
      if (Date.now() - since > this.patience) throw new EngineSilent(`the engine does not come to rest: ${busy}`);
      await pause(wait);
    }
  }

  /** Moves the clock on. Asked again after a lost answer, it stands there already. */
  async moveTo(to: number): Promise<void> {
    const path = `/api/v1/worlds/${this.world}/clock`;
    const key = `clock.${this.world}.${to}`;
    const answer = await this.api({ method: 'POST', path, body: { to: iso(to) }, token: this.adminToken, key });
    if (answer.status >= 300 && codeOf(answer.body) !== 'ALREADY_DONE')
      throw new Error(`the clock cannot be moved to ${iso(to)}: ${answer.status} ${codeOf(answer.body)}`);
    this.moves += 1;
  }

  private async waiting(): Promise<Readonly<Record<string, unknown>>> {
    const path = `/api/v1/worlds/${this.world}/waiting`;
    const answer = await this.api({ method: 'GET', path, token: this.adminToken });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status} ${codeOf(answer.body)}`);
    return fieldsOf(answer.body);
  }
}

type Waiting = Readonly<Record<string, unknown>>;

const itemsOf = (waiting: Waiting) =>
  listOf(waiting['items']).map((item) => {
    const { subject, waitingFor, nextAt } = fieldsOf(item);
    const at = typeof nextAt === 'string' ? Date.parse(nextAt) : undefined;
    return { subject: textOf(subject), waitingFor: textOf(waitingFor), at };
  });

/** What the engine still has to do at this instant; undefined when it rests. A refused act waits for a fact, not for the clock. */
export function busyIn(waiting: Waiting, now: number): string | undefined {
  const untold = numberOf(waiting['outbox']);
  if (untold > 0) return `${untold} facts it has not been told of`;
  const busy = itemsOf(waiting).find(
    ({ waitingFor, at }) =>
      waitingFor === FIRST_LOOK || (at !== undefined && at <= now && !waitingFor.startsWith('refused')),
  );
  return busy === undefined ? undefined : `${busy.subject} (${busy.waitingFor})`;
}

/** The earliest date after this instant that anything waits for. */
function nextIn(waiting: Waiting, now: number): number | undefined {
  const ahead = itemsOf(waiting).flatMap(({ at }) => (at !== undefined && at > now ? [at] : []));
  return ahead.length === 0 ? undefined : Math.min(...ahead);
}
