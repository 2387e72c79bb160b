import { parseTaskId } from '../domain/task/open-task.js';

type Params = Readonly<Record<string, unknown>>;

export interface NoticeAbout {
  readonly template: string;
  /** `<kind of stream>:<id>`. */
  readonly subject: string;
  readonly params: Params;
  /** The campaign it belongs to, where that has been found out. */
  readonly campaignId?: string | undefined;
}

/** Things that are looked at on a page of their own kind, `/matters/<kind>/<id>`. */
export const MATTER_KINDS = ['activity', 'dispatch', 'obligation', 'report'] as const;
export type MatterKind = (typeof MATTER_KINDS)[number];

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const path = (...parts: readonly string[]): string => `/${parts.map((part) => encodeURIComponent(part)).join('/')}`;

/** `obligation:<id>`, or a task's id, whose matter is its owner. */
export function subjectOfNotice(subject: string): { readonly kind: string; readonly id: string } {
  const at = subject.indexOf(':');
  const [kind, id] = [subject.slice(0, at), subject.slice(at + 1)];
  return kind === 'task' ? (parseTaskId(id) ?? { kind, id }) : { kind, id };
}

/** Notices that are dealt with elsewhere than where their subject is looked at. */
const OWN_PAGE: Readonly<Record<string, (id: string, about: NoticeAbout) => string | undefined>> = {
  'unit-late': (_, { campaignId }) => campaignId && `${path('campaigns', campaignId)}?part=late`,
  'registration-confirmed': pledgePage,
  'registration-returned': pledgePage,
  'pledge-assessed': (id) => path('desk', 'pledge-results', id),
  'report-returned': (id) => path('desk', 'reports', id),
  'round-window-closed': (id) => path('rounds', id, 'list'),
};

function pledgePage(_: string, { campaignId, params }: NoticeAbout): string | undefined {
  const unit = textOf(params['unitId']);
  if (campaignId === undefined) return undefined;
  return `${path('desk', 'pledge', campaignId)}${unit === undefined ? '' : `?unit=${encodeURIComponent(unit)}`}`;
}

/**
 * The page on which a notice is dealt with: what somebody has to do opens as their task, everything else where it is looked
 * at. Null where there is none, which is so for the digest alone: it is a mail of many.
 */
export function pageOfNotice(about: NoticeAbout): string | null {
  const { template, subject, params, campaignId } = about;
  const { kind, id } = subjectOfNotice(subject);
  const own = OWN_PAGE[template]?.(id, about);
  if (own !== undefined) return own;
  const taskId = textOf(params['taskId']) ?? (subject.startsWith('task:') ? subject.slice('task:'.length) : undefined);
  if (taskId !== undefined) return `/inbox?task=${encodeURIComponent(taskId)}`;
  if (MATTER_KINDS.some((one) => one === kind)) return path('matters', kind, id);
  if (kind === 'nomination') return path('nominations', id);
  if (kind === 'example') return path('examples', id);
  if (kind === 'session') return path('sessions', id);
  if (kind === 'registration') return '/desk';
  // A round and what one person pledged have no page of their own: they are read with their campaign.
  return campaignId === undefined ? null : path('campaigns', campaignId);
}
