import type { StreamKind } from '../../../libs/domain/core/stream.js';
import type { TaskOwner } from '../../../libs/domain/task/open-task.js';
import { STREAMS } from '../../../libs/domain/streams.js';
import { mustSeeDossier, mustSeeNomination, queueUnits } from '../nomination/dossier-rights.js';
import { notFound, Refused } from '../http/problem.js';
import type { SignedIn } from '../http/signed-in.js';

interface Owner {
  readonly owner_kind: string;
  readonly owner_id: string;
  readonly campaign_id: string;
  readonly unit_id: string;
}

const isKind = (kind: string): kind is StreamKind => Object.hasOwn(STREAMS, kind);
const isTaskOwner = (state: object): state is TaskOwner => 'open' in state && typeof state.open === 'object';

/**
 * A file may be read by who uploaded it and by whoever may read something it is attached to. To everybody else it does
 * not exist: a digest somebody guessed or was sent tells nothing.
 */
export async function mustReadFile(by: SignedIn, digest: string): Promise<void> {
  const { rows } = await by.world.pool.query<Owner>({
    name: 'file-owners',
    text: 'select owner_kind, owner_id, campaign_id, unit_id from read_attachment where digest = $1 order by owner_id',
    values: [digest],
  });
  if (await isUploader(by, digest)) return;
  for (const owner of rows) if (await maySee(by, owner)) return;
  throw notFound(digest);
}

async function isUploader(by: SignedIn, digest: string): Promise<boolean> {
  const { rowCount } = await by.world.pool.query({
    name: 'file-uploader',
    text: 'select 1 from ops_upload where digest = $1 and person_id = $2 limit 1',
    values: [digest, by.personId],
  });
  return rowCount !== 0;
}

async function maySee(by: SignedIn, owner: Owner): Promise<boolean> {
  try {
    if (owner.owner_kind === 'nomination') {
      const found = await by.world.reader.state('nomination', owner.owner_id);
      if (found === undefined) return false;
      await mustSeeNomination(by, found.state, owner.owner_id);
      return true;
    }
    const found = isKind(owner.owner_kind) ? await by.world.reader.state(owner.owner_kind, owner.owner_id) : undefined;
    const waiting = found !== undefined && isTaskOwner(found.state) ? queueUnits(found.state.open) : [];
    await mustSeeDossier(by, owner.campaign_id, [owner.unit_id, ...waiting]);
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}
