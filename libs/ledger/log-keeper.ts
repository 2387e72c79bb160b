import { WORLD_ID } from '../domain/world/world.stream.js';
import { formatVerifier, verifierOf, type SignerKey } from '../proof/signed-note.js';
import { reasonToSign, signLog, type CheckpointReason, type StoredCheckpoint } from './checkpoints.js';
import { logKeyOf, readLogKey, type LogKeySource } from './log-key.js';
import { tellWitnesses, type Witness } from './witnesses.js';
import type { World } from './worlds.js';

export interface LogKeeperOptions {
  readonly key: LogKeySource;
  readonly witnesses: readonly Witness[];
  readonly onError?: (error: unknown) => void;
}

/** The key at hand is not the one the log says it is signed with: somebody has to decide which is right. */
export class UnknownLogKey extends Error {
  override readonly name = 'UnknownLogKey';
}

/** The key the world's log is signed with now; adopted by a fact where there was none. Throws {@link UnknownLogKey}. */
export async function logKeyFor(world: World, source: LogKeySource): Promise<SignerKey> {
  const key = logKeyOf(readLogKey(source), world.name);
  const published = formatVerifier(verifierOf(key));
  const known = (await world.reader.state('world', WORLD_ID))?.state.logKeys ?? [];
  if (known.length === 0) {
    const outcome = await world.ledger.execute({
      actor: { kind: 'engine' },
      name: 'adoptLogKey',
      input: { key: published },
    });
    if (!outcome.ok && outcome.refusal.code !== 'ALREADY_DONE') return logKeyFor(world, source);
    return key;
  }
  if (known.at(-1)?.key !== published)
    throw new UnknownLogKey(`the log of ${world.name} is signed with another key than the one at hand`);
  return key;
}

/** Signs what is in the log now and shows it to the witnesses. */
export async function signNow(
  world: World,
  options: LogKeeperOptions,
  reason: CheckpointReason,
): Promise<StoredCheckpoint | undefined> {
  const made = await signLog(world.pool, await logKeyFor(world, options.key), reason);
  await tellWitnesses(world.pool, options.witnesses);
  return made;
}

const GATHER_MS = 300;
/** In a rush of decisions one signature stands for many: each costs a dozen statements. */
const APART_MS = 700;
const LOOK_MS = 60_000;

/** Signs a world's log within about a second of a decision and every hour in which something happened. */
export class LogKeeper {
  private looked = 0;
  private lookedAt = 0;
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> = Promise.resolve();
  private clock: NodeJS.Timeout | undefined;
  private stopped = false;
  /** Witnesses that were away are asked again with the next minute. */
  private tellAgain = true;

  constructor(
    private readonly world: World,
    private readonly options: LogKeeperOptions,
  ) {}

  start(): void {
    this.grew();
    this.clock = setInterval(() => {
      this.tellAgain = true;
      this.grew();
    }, LOOK_MS);
    this.clock.unref();
  }

  /** The tree has grown; a rush of it is looked at once. */
  grew(): void {
    if (this.stopped || this.timer !== undefined) return;
    const wait = Math.max(GATHER_MS, this.lookedAt + APART_MS - performance.now());
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.lookedAt = performance.now();
      this.working = this.working.then(() => this.look()).catch((error: unknown) => this.options.onError?.(error));
    }, wait);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.clock);
    clearTimeout(this.timer);
    await this.working;
  }

  private async look(): Promise<void> {
    // One look after the other may be waiting; when it is to end, none of them is begun.
    if (this.stopped) return;
    // The key is adopted before anything is signed, and told apart from another one from the first look on.
    if (this.looked === 0) await logKeyFor(this.world, this.options.key);
    const { reason, size } = await reasonToSign(this.world.pool, this.looked);
    if (reason !== undefined) await signNow(this.world, this.options, reason);
    else if (this.tellAgain) await tellWitnesses(this.world.pool, this.options.witnesses);
    this.tellAgain = false;
    this.looked = size;
  }
}
