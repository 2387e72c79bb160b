import { z } from 'zod';
import { paging } from '../http/cursor.js';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

export const inboxQuery = z
  .strictObject({
    ...paging,
    assignee: z.enum(['me', 'none', 'others']).optional().describe('Who has it in hand.'),
    queue: z.string().max(300).optional().describe('One of the reader’s own queues, as `unit/role`.'),
    kind: z.string().max(60).optional().describe('Kind of work, for example `appraisal`.'),
    campaign: z.string().max(240).optional(),
    overdue: flag.optional().describe('Last day has passed.'),
    dueBefore: z.iso.date().optional().describe('Last day on or before it.'),
    noDue: flag.optional().describe('Only what has no date.'),
    followUp: z.enum(['due']).optional().describe('Only what was to be looked at again by today.'),
    q: z
      .string()
      .trim()
      .min(1)
      .max(120)
      .optional()
      .describe('Words of the subject, the unit, the step or the id, with or without diacritics.'),
    status: z.enum(['open', 'closed']).default('open').describe('Closed: what I have ended, newest first.'),
    sort: z.enum(['due', 'opened']).default('due'),
  })
  .describe('Filters of the inbox.');
export type InboxQuery = z.infer<typeof inboxQuery>;

export interface TaskRow {
  readonly id: string;
  readonly owner_kind: string;
  readonly owner_id: string;
  readonly visit: number;
  readonly campaign_id: string;
  readonly queue: string;
  readonly unit_id: string | null;
  readonly step: string;
  readonly kind: string;
  readonly status: string;
  readonly opened_at: Date;
  readonly due_at: Date | null;
  readonly last_day: string | null;
  readonly advisory: boolean;
  readonly whose: unknown;
  readonly closed_at: Date | null;
  readonly closed_by: string | null;
  readonly outcome: string | null;
  readonly assignee: string | null;
  readonly since: Date | null;
  readonly follow_up: string | null;
}

/** What a task is shown with, `t` being the task and `h` who has it in hand. */
export const TASK_COLUMNS = `t.id, t.owner_kind, t.owner_id, t.visit, t.campaign_id, t.queue, t.unit_id, t.step, t.kind,
  t.status, t.opened_at, t.due_at, t.last_day, t.advisory, t.whose, t.closed_at, t.closed_by, t.outcome,
  h.assignee, h.since, h.follow_up`;

/** By what a list is ordered; what has been ended is shown newest first. */
const ORDERS = {
  due: { key: 't.due_at', direction: '', beyond: '>' },
  opened: { key: 't.opened_at', direction: '', beyond: '>' },
  closed: { key: 't.closed_at', direction: ' desc', beyond: '<' },
} as const;
type Order = (typeof ORDERS)[keyof typeof ORDERS];

const orderOf = (query: InboxQuery): Order => ORDERS[query.status === 'closed' ? 'closed' : query.sort];

/** Where a page ends: what the next one begins after. */
export const keyOf = (query: InboxQuery, row: TaskRow): readonly (string | null)[] => {
  const at = query.status === 'closed' ? row.closed_at : query.sort === 'due' ? row.due_at : row.opened_at;
  return [at?.toISOString() ?? null, row.id];
};

/** A statement with its values, and a name that says which of its shapes it is, so that each is planned once. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

interface Who {
  readonly personId: string;
  readonly queues: readonly string[];
  readonly now: number;
  readonly today: string;
}

/** Conditions as they are gathered, each with its parameter and its place in the statement's name. */
class Conditions {
  readonly shape: string[];
  private readonly parts: string[] = [];

  constructor(
    readonly values: unknown[],
    ...shape: readonly string[]
  ) {
    this.shape = [...shape];
  }

  take(name: string, condition: (parameter: string) => string, value: unknown): void {
    this.parts.push(condition(`$${this.values.push(value)}`));
    this.shape.push(name);
  }

  plain(name: string, condition: string): void {
    if (condition !== '') this.parts.push(condition);
    this.shape.push(name);
  }

  get text(): string {
    return this.parts.join(' and ');
  }
}

function conditionsOf(query: InboxQuery, who: Who, after: readonly (string | null)[] | undefined): Conditions {
  const found = new Conditions([who.queues, who.personId, query.limit + 1], query.status, query.sort);
  found.plain('', `t.status = '${query.status}'`);
  if (query.status === 'closed') found.plain('own', 't.closed_by = $2');
  if (query.queue !== undefined) found.take('queue', (p) => `t.queue = ${p}`, query.queue);
  if (query.kind !== undefined) found.take('kind', (p) => `t.kind = ${p}`, query.kind);
  if (query.campaign !== undefined) found.take('campaign', (p) => `t.campaign_id = ${p}`, query.campaign);
  if (query.dueBefore !== undefined) found.take('before', (p) => `t.last_day <= ${p}::date`, query.dueBefore);
  if (query.overdue === true) found.take('late', (p) => `t.due_at <= ${p}`, new Date(who.now));
  if (query.overdue === false) found.take('timely', (p) => `(t.due_at > ${p} or t.due_at is null)`, new Date(who.now));
  if (query.noDue === true) found.plain('undated', 't.due_at is null');
  if (query.followUp !== undefined) found.take('again', (p) => `h.follow_up <= ${p}::date`, who.today);
  if (after !== undefined) takeAfter(found, orderOf(query), after);
  found.plain(query.assignee ?? 'any', ASSIGNEE[query.assignee ?? 'any']);
  return found;
}

function takeAfter(
  found: Conditions,
  { key, beyond }: Order,
  [at = null, id = null]: readonly (string | null)[],
): void {
  if (at === null) {
    found.take('undated-after', (p) => `t.due_at is null and t.id > ${p}`, id);
    return;
  }
  const seen = `$${String(found.values.push(at))}::timestamptz`;
  // What has no date comes last.
  found.take('after', (p) => `((${key}, t.id) ${beyond} (${seen}, ${p}) or ${key} is null)`, id);
}

/**
 * Tasks of all queues in one statement: from each queue only the first page is read in its order by index, so that a
 * queue of fifty thousand costs no more than one of fifty. What was given to a person by name stands beside their queues.
 */
export function inboxStatement(query: InboxQuery, who: Who, after: readonly (string | null)[] | undefined): Statement {
  const found = conditionsOf(query, who, after);
  const { key, direction } = orderOf(query);
  const order = `order by ${key}${direction}, t.id${direction} limit $3`;
  const text = `select ${TASK_COLUMNS}
    from (select t.* from (${sourceOf(query, found.text, order)}) t ${order}) t
    left join read_task_handling h on h.id = t.id ${order}`;
  return { name: `inbox:${found.shape.join('.')}`, text, values: found.values };
}

function sourceOf(query: InboxQuery, conditions: string, order: string): string {
  const given = `select t.* from read_task_handling h join read_task t on t.id = h.id where h.assignee = $2 and ${conditions}`;
  // What I have in hand, or have ended, is found from my side: it lies scattered over the queues.
  if (query.assignee === 'me') return `${given} and $1::text[] is not null`;
  const needsHandling = query.assignee !== undefined || query.followUp !== undefined;
  const handled = needsHandling ? 'left join read_task_handling h on h.id = t.id' : '';
  if (query.status === 'closed') {
    return `select t.* from read_task t ${handled} where ${conditions} and $1::text[] is not null ${order}`;
  }
  return `select x.* from unnest($1::text[]) as q(queue) cross join lateral (
      select t.* from read_task t ${handled} where t.queue = q.queue and ${conditions} ${order}) x
    union all
    (${given} and t.queue <> all($1::text[]) ${order})`;
}

const ASSIGNEE = {
  any: '',
  me: 'h.assignee = $2',
  none: 'h.assignee is null',
  others: 'h.assignee is not null and h.assignee <> $2',
} as const;
