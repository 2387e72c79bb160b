import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { StreamKind } from '../../../libs/domain/core/stream.js';
import { STREAMS } from '../../../libs/domain/streams.js';
import { parseTaskId } from '../../../libs/domain/task/open-task.js';
import type { World } from '../../../libs/ledger/worlds.js';

/** Tells of a word in an id whether it names a kind of stream. */
export const isStreamKind = (kind: string): kind is StreamKind => Object.hasOwn(STREAMS, kind);

type Params = Readonly<Record<string, unknown>>;

interface Subject {
  readonly kind: string;
  readonly id: string;
}

/** `obligation:<id>`, or a task's id, whose matter is its owner. */
function subjectOf(subject: string): Subject {
  const at = subject.indexOf(':');
  const [kind, id] = [subject.slice(0, at), subject.slice(at + 1)];
  return kind === 'task' ? (parseTaskId(id) ?? { kind, id }) : { kind, id };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** The campaign a notice belongs to; undefined where it belongs to none. */
export async function campaignOfNotice(
  world: World,
  subject: string,
  params: Params,
): Promise<CampaignFile | undefined> {
  const { kind, id } = subjectOf(subject);
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
  const { kind, id } = subjectOf(subject);
  const found = kind === 'example' ? await world.reader.state('example', id) : undefined;
  if (found === undefined) return null;
  return (await world.reader.unseal(found.state.subject.name)).text ?? null;
}

/** The page on which the reader deals with it. */
export function hrefOfNotice(subject: string, params: Params): string | null {
  const taskId = textOf(params['taskId']) ?? (subject.startsWith('task:') ? subject.slice('task:'.length) : undefined);
  if (taskId !== undefined) return `/inbox?task=${encodeURIComponent(taskId)}`;
  const { kind, id } = subjectOf(subject);
  if (kind === 'nomination') return `/nominations/${encodeURIComponent(id)}`;
  if (kind === 'example') return `/examples/${encodeURIComponent(id)}`;
  if (kind === 'campaign') return `/campaigns/${encodeURIComponent(id)}`;
  if (kind === 'obligation' || kind === 'registration' || kind === 'report') return '/desk';
  return null;
}
