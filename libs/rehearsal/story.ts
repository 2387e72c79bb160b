import { dateOf, formatVi } from '../domain/calendar/local-date.js';

/** The story of a rehearsal, line by line, each with the day of the world's own calendar. */
export class Story {
  readonly lines: string[] = [];
  readonly paths: Record<string, number> = {};
  readonly refusals: { at: string; who: string; what: string; code: string }[] = [];
  private gathered: Map<string, number> = new Map();
  private gatheredOn = '';

  constructor(private readonly out: (line: string) => void) {}

  /** One line, after everything that was only counted before it. */
  tell(now: number, line: string): void {
    this.flush();
    this.write(dateOf(now), line);
  }

  /** Things many people do the same day are told in one line: what they did, and how many of them. */
  count(now: number, what: string): void {
    const on = dateOf(now);
    if (on !== this.gatheredOn) this.flush();
    this.gatheredOn = on;
    this.gathered.set(what, (this.gathered.get(what) ?? 0) + 1);
  }

  /** A path of the process that somebody has taken. */
  path(name: string): void {
    this.paths[name] = (this.paths[name] ?? 0) + 1;
  }

  flush(): void {
    const { gathered, gatheredOn } = this;
    this.gathered = new Map();
    for (const [what, times] of [...gathered].sort(([a], [b]) => (a < b ? -1 : 1)))
      this.write(gatheredOn, times === 1 ? what : `${what} (${times} lượt)`);
  }

  private write(on: string, line: string): void {
    const told = `${formatVi(on as Parameters<typeof formatVi>[0])}  ${line}`;
    this.lines.push(told);
    this.out(told);
  }
}
