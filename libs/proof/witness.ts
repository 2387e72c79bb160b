import { cosign, openCheckpoint, parseCheckpoint } from './checkpoint.js';
import { emptyRoot } from './merkle-hash.js';
import { provesConsistency, type TreeHead } from './merkle-proof.js';
import { signatureLine, type SignerKey, type VerifierKey } from './signed-note.js';
import { parseAddCheckpoint } from './witness-protocol.js';

export interface WitnessAnswer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly type?: 'text/x.tlog.size';
  readonly body: string;
}

/** What a witness remembers of one log. */
export interface Seen {
  readonly head: TreeHead;
  /** The newest checkpoint it has cosigned, as it came. */
  readonly checkpoint: string;
}

/** Where a witness keeps what it has seen; `keep` must be durable before it returns, or a restart could be talked out of it. */
export interface WitnessMemory {
  seen(origin: string): Seen | undefined;
  keep(origin: string, seen: Seen): void;
}

const answer = (status: WitnessAnswer['status'], body = ''): WitnessAnswer => ({ status, body });

/**
 * A witness of C2SP tlog-witness: it cosigns a checkpoint of a log it knows only if that continues the newest one it has
 * cosigned. It needs no trust in the log and learns nothing of its facts. `seconds`: POSIX time.
 */
export function witnessCheckpoint(
  body: string,
  known: readonly VerifierKey[],
  memory: WitnessMemory,
  key: SignerKey,
  seconds: number,
): WitnessAnswer {
  const asked = parseAddCheckpoint(body);
  const said = asked === undefined ? undefined : parseCheckpoint(asked.checkpoint);
  if (asked === undefined || said === undefined) return answer(400);
  const { origin } = said.checkpoint;
  const logs = known.filter(({ name }) => name === origin);
  if (logs.length === 0) return answer(404);
  if (!logs.some((log) => openCheckpoint(asked.checkpoint, log) !== undefined)) return answer(403);
  const { size, root } = said.checkpoint;
  if (asked.oldSize > size) return answer(400);
  const before = memory.seen(origin)?.head ?? { size: 0, root: emptyRoot() };
  if (asked.oldSize !== before.size) return { status: 409, type: 'text/x.tlog.size', body: `${before.size}\n` };
  if (before.size === size && !before.root.equals(root)) return answer(409);
  if (!provesConsistency(before, { size, root }, asked.proof)) return answer(422);
  memory.keep(origin, { head: { size, root }, checkpoint: asked.checkpoint });
  return answer(200, signatureLine(cosign(key, said.note.text, seconds)));
}
