import { subjectOfNotice } from '../../../libs/contracts/notice-page.js';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { StreamKind } from '../../../libs/domain/core/stream.js';
import { STREAMS } from '../../../libs/domain/streams.js';
import type { World } from '../../../libs/ledger/worlds.js';

/** Tells of a word in an id whether it names a kind of stream. */
export const isStreamKind = (kind: string): kind is StreamKind => Object.hasOwn(STREAMS, kind);

type Params = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** The campaign a notice belongs to; undefined where it belongs to none. */
export async function campaignOfNotice(
  world: World,
  subject: string,
  params: Params,
): Promise<CampaignFile | undefined> {
  const { kind, id } = subjectOfNotice(subject);
  const campaignId = textOf(params['campaignId']) ?? (await campaignIdOf(world, kind, id));
  return campaignId === undefined ? undefined : (await world.reader.state('campaign', campaignId))?.state.file;
}

async function campaignIdOf(world: World, kind: string, id: string): Promise<string | undefined> {
  if (kind === 'campaign') return id;
  if (!isStreamKind(kind)) return undefined;
  const state: unknown = (await world.reader.state(kind, id))?.state;
  return typeof state === 'object' && state !== null && 'campaignId' in state ? textOf(state.campaignId) : undefined;
}

/**
 * Whose example a notice is about; null for every other notice, and where the name has been erased. Everybody who works with
 * campaigns may read the register of examples; a mail, which leaves the house, names nobody.
 */
export async function exampleOfNotice(world: World, subject: string): Promise<string | null> {
  const { kind, id } = subjectOfNotice(subject);
  const found = kind === 'example' ? await world.reader.state('example', id) : undefined;
  if (found === undefined) return null;
  return (await world.reader.unseal(found.state.subject.name)).text ?? null;
}
