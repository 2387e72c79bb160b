import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';

const BUSY_MS = 60;
const JUDGED_EVERY_MS = 500;

/**
 * Bounded concurrency that gives way to people: when the process's event loop is late, which is when requests wait too,
 * the width is halved; while it is on time the width grows again, one by one.
 */
export class Throttle {
  private width: number;
  private running = 0;
  private judgedAt = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly delay: IntervalHistogram;

  constructor(private readonly most: number) {
    this.width = Math.min(4, most);
    this.delay = monitorEventLoopDelay({ resolution: 20 });
    this.delay.enable();
  }

  get current(): number {
    return this.width;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    this.judge();
    if (this.running < this.width) this.running += 1;
    else await new Promise<void>((go) => this.waiting.push(go));
    try {
      return await work();
    } finally {
      this.running -= 1;
      while (this.running < this.width && this.letIn()) this.running += 1;
    }
  }

  /** The server is overrun: start small again. */
  shrink(): void {
    this.width = 1;
  }

  close(): void {
    this.delay.disable();
  }

  private letIn(): boolean {
    const next = this.waiting.shift();
    next?.();
    return next !== undefined;
  }

  private judge(): void {
    const now = performance.now();
    if (now - this.judgedAt < JUDGED_EVERY_MS) return;
    this.judgedAt = now;
    const late = this.delay.percentile(90) / 1e6 - 20;
    this.delay.reset();
    this.width = late > BUSY_MS ? Math.max(1, Math.floor(this.width / 2)) : Math.min(this.most, this.width + 1);
  }
}
