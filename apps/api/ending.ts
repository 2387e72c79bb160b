/** How an ending process is to be ended, and what it says when it had to be hurried. */
export interface Ending {
  /** Lets go of everything; may wait for what is on its way. */
  readonly close: () => Promise<void>;
  readonly exit: (code: number) => void;
  readonly say: (line: string) => void;
  /** How long `close` may take, in ms. */
  readonly patience?: number;
}

/** Less than what launchers and orchestrators give before they kill. */
const PATIENCE_MS = 5_000;

/**
 * What a signal to end does: everything is let go of, and the process ends when that is done, has failed, or takes too
 * long. What was accepted is committed, and what is not is nowhere half-done, so there is nothing to wait for at any price.
 * A second signal changes nothing.
 */
export function endingOf({ close, exit, say, patience = PATIENCE_MS }: Ending): () => void {
  let isEnding = false;
  return () => {
    if (isEnding) return;
    isEnding = true;
    const late = setTimeout(() => {
      say(`Vinh Danh api had not let go of everything after ${String(patience)} ms; it ends all the same`);
      exit(0);
    }, patience);
    void close().then(
      () => {
        clearTimeout(late);
        exit(0);
      },
      (error: unknown) => {
        clearTimeout(late);
        say(`Vinh Danh api could not let go of everything: ${error instanceof Error ? error.name : 'failed'}`);
        exit(1);
      },
    );
  };
}
