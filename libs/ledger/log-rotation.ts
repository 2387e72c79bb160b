import { WORLD_ID } from '../domain/world/world.stream.js';
import {
  formatNote,
  formatVerifier,
  newSignerKey,
  signText,
  verifierOf,
  type SignerKey,
} from '../proof/signed-note.js';
import { signLog } from './checkpoints.js';
import { integrateAll } from './log-tree.js';
import { logKeyOf, readLogKey, replaceLogKey } from './log-key.js';
import { sequenceAll } from './sequencer.js';
import type { World } from './worlds.js';

/** First line of what a key says of its successor; no checkpoint begins like this. */
export const ENDORSEMENT = 'vinhdanh log key';

/** The note by which a key hands the log on: signed by both, so that neither can be made up without the other. */
export function endorse(old: SignerKey, fresh: SignerKey): string {
  const text = `${ENDORSEMENT}\n${formatVerifier(verifierOf(fresh))}\n`;
  return formatNote({ text, signatures: [signText(old, text), signText(fresh, text)] });
}

/**
 * Puts a new key in the place of the one in `file`: the old key signs the logs of these worlds a last time and names its
 * successor, each log records the change as a fact, and the file is replaced last, so that a crash on the way can be
 * repeated. `lost`: the old key is gone; the change is recorded without its word. Returns the new verifier keys.
 */
export async function rotateLogKey(worlds: readonly World[], file: string, lost: boolean): Promise<readonly string[]> {
  const old = readLogKey({ file });
  const fresh = newSignerKey(old.name);
  const published: string[] = [];
  for (const world of worlds) {
    const [before, after] = [logKeyOf(old, world.name), logKeyOf(fresh, world.name)];
    const known = (await world.reader.state('world', WORLD_ID))?.state.logKeys?.at(-1)?.key;
    const isOurs = known === formatVerifier(verifierOf(before));
    if (known !== undefined && !isOurs && !lost)
      throw new Error(`the key in ${file} is not the one the log of ${world.name} is signed with`);
    if (isOurs) {
      await sequenceAll(world.pool);
      await integrateAll(world.pool);
      await signLog(world.pool, before, 'key');
    }
    const outcome = await world.ledger.execute({
      actor: { kind: 'operator' },
      name: 'adoptLogKey',
      input: {
        key: formatVerifier(verifierOf(after)),
        ...(isOurs && !lost ? { endorsement: endorse(before, after) } : {}),
      },
    });
    if (!outcome.ok) throw new Error(`the new key of ${world.name} was refused: ${outcome.refusal.code}`);
    published.push(formatVerifier(verifierOf(after)));
  }
  replaceLogKey(file, fresh);
  return published;
}
