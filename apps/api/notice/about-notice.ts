import { subjectOfNotice } from '../../../libs/contracts/notice-page.js';
import { exampleMatter, type Words } from '../../../libs/contracts/notice-texts.js';
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

/** An example as a notice tells of it. */
interface ExampleTold {
  /** Null where the name has been erased. */
  readonly whose: string | null;
  readonly what: Words;
}

/**
 * The example a notice is about; undefined for every other notice. Everybody who works with campaigns may read the register of
 * examples; a mail, which leaves the house, names nobody: it says what the example is and where it lives.
 */
export async function exampleOfNotice(world: World, subject: string): Promise<ExampleTold | undefined> {
  const { kind, id } = subjectOfNotice(subject);
  const state = kind === 'example' ? (await world.reader.state('example', id))?.state : undefined;
  if (state === undefined) return undefined;
  const [unit, name] = await Promise.all([
    world.reader.state('unit', state.unitId),
    world.reader.unseal(state.subject.name),
  ]);
  const called = unit?.state.name ?? { vi: state.unitId, en: state.unitId };
  return { whose: name.text ?? null, what: exampleMatter(state.kind, called) };
}
