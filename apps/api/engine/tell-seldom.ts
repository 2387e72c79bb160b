const AGAIN_MS = 30_000;

/** Tells of trouble at once and then at most every half minute: what tries twice a second would fill the log with one line. */
export function tellSeldom(tell: (reason: string) => void): (error: unknown) => void {
  let toldAt = -AGAIN_MS;
  return (error) => {
    const now = performance.now();
    if (now - toldAt < AGAIN_MS) return;
    toldAt = now;
    tell(error instanceof Error ? error.message : String(error));
  };
}
