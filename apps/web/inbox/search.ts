/** What the inbox shows, as it stands in the address: a view can be bookmarked, sent and gone back to. */
export interface InboxSearch {
  readonly assignee?: 'me' | 'none' | 'others';
  /** One of the reader's queues: the position they act in. */
  readonly queue?: string;
  readonly kind?: string;
  readonly campaign?: string;
  readonly overdue?: true;
  readonly noDue?: true;
  readonly dueBefore?: string;
  readonly followUp?: 'due';
  /** Words that are sought. */
  readonly q?: string;
  readonly status?: 'closed';
  readonly sort?: 'opened';
  /** The task that is open beside the list. */
  readonly task?: string;
}
export type InboxFilters = Omit<InboxSearch, 'task'>;

const ASSIGNEES = ['me', 'none', 'others'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= 280 ? value : undefined;

/** The router reads `?q=2024` as a number. */
const wordsIn = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? textIn(String(value).trim().slice(0, 120)) : undefined;

/** Reads an address; what it does not know is left out, so that an old bookmark still opens. */
export function readInboxSearch(given: Readonly<Record<string, unknown>>): InboxSearch {
  const assignee = ASSIGNEES.find((one) => one === given['assignee']);
  const queue = textIn(given['queue']);
  const kind = textIn(given['kind']);
  const campaign = textIn(given['campaign']);
  const dueBefore = textIn(given['dueBefore']);
  const task = textIn(given['task']);
  const q = wordsIn(given['q']);
  return {
    ...(assignee === undefined ? {} : { assignee }),
    ...(queue === undefined ? {} : { queue }),
    ...(kind === undefined ? {} : { kind }),
    ...(campaign === undefined ? {} : { campaign }),
    ...(given['overdue'] === true ? { overdue: true } : {}),
    ...(given['noDue'] === true ? { noDue: true } : {}),
    ...(dueBefore !== undefined && DAY.test(dueBefore) ? { dueBefore } : {}),
    ...(given['followUp'] === 'due' ? { followUp: 'due' } : {}),
    ...(q === undefined ? {} : { q }),
    ...(given['status'] === 'closed' ? { status: 'closed' } : {}),
    ...(given['sort'] === 'opened' ? { sort: 'opened' } : {}),
    ...(task === undefined ? {} : { task }),
  };
}
