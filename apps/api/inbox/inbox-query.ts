import { z } from 'zod';
import { paging } from '../http/cursor.js';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

export const inboxQuery = z
  .strictObject({
    ...paging,
    assignee: z.enum(['me', 'none', 'others']).optional().describe('Who has it in hand.'),
    kind: z.string().max(60).optional().describe('Kind of work, for example `appraisal`.'),
    campaign: z.string().max(240).optional(),
    overdue: flag.optional().describe('Last day has passed.'),
    dueBefore: z.iso.date().optional().describe('Last day on or before it.'),
    noDue: flag.optional().describe('Only what has no date.'),
    status: z.enum(['open', 'closed']).default('open').describe('Closed: what I have ended.'),
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

const KEY = { due: 't.due_at', opened: 't.opened_at' } as const;

/** A statement with its values, and a name that says which of its shapes it is, so that each is planned once. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/**
 * Tasks of all queues in one statement: from each queue only the first page is read in its order by index, so that a
 * queue of fifty thousand costs no more than one of fifty. What was given to a person by name stands beside their queues.
 */
export function inboxStatement(
  query: InboxQuery,
  who: { readonly personId: string; readonly queues: readonly string[]; readonly now: number },
  after: readonly (string | null)[] | undefined,
): Statement {
  const values: unknown[] = [who.queues, who.personId, query.limit + 1];
  const shape: string[] = [query.status, query.sort];
  const where: string[] = [];
  const take = (name: string, condition: (parameter: string) => string, value: unknown): void => {
    values.push(value);
    where.push(condition(`$${values.length}`));
    shape.push(name);
  };
  const key = KEY[query.sort];
  if (query.kind !== undefined) take('kind', (p) => `t.kind = ${p}`, query.kind);
  if (query.campaign !== undefined) take('campaign', (p) => `t.campaign_id = ${p}`, query.campaign);
  if (query.dueBefore !== undefined) take('before', (p) => `t.last_day <= ${p}::date`, query.dueBefore);
  if (query.overdue === true) take('late', (p) => `t.due_at <= ${p}`, new Date(who.now));
  if (query.overdue === false) take('timely', (p) => `(t.due_at > ${p} or t.due_at is null)`, new Date(who.now));
  if (query.noDue === true) {
    where.push('t.due_at is null');
    shape.push('undated');
  }
  if (after !== undefined) {
    const [at, id] = after;
    if (at === null) take('undated-after', (p) => `t.due_at is null and t.id > ${p}`, id);
    else {
      const seen = `$${values.push(at)}::timestamptz`;
      // What has no date comes last.
      take('after', (p) => `((${key}, t.id) > (${seen}, ${p}) or ${key} is null)`, id);
    }
  }
  const handled = ASSIGNEE[query.assignee ?? 'any'];
  shape.push(query.assignee ?? 'any');
  if (query.status === 'closed') where.push('t.closed_by = $2');
  const conditions = [`t.status = '${query.status}'`, ...where, handled].filter((part) => part !== '').join(' and ');
  const order = `order by ${key}, t.id limit $3`;
  const joined = handled === '' ? '' : 'left join read_task_handling h on h.id = t.id';
  const given = `select t.* from read_task_handling h join read_task t on t.id = h.id where h.assignee = $2 and ${conditions}`;
  // What I have in hand is found from my side: it lies scattered over the queues.
  const found =
    query.assignee === 'me'
      ? `${given} and $1::text[] is not null`
      : `select x.* from unnest($1::text[]) as q(queue) cross join lateral (
          select t.* from read_task t ${joined} where t.queue = q.queue and ${conditions} ${order}) x
        union all
        (${given} and t.queue <> all($1::text[]) ${order})`;
  const text = `select ${TASK_COLUMNS}
    from (select t.* from (${found}) t ${order}) t left join read_task_handling h on h.id = t.id ${order}`;
  return { name: `inbox:${shape.join('.')}`, text, values };
}

const ASSIGNEE = {
  any: '',
  me: 'h.assignee = $2',
  none: 'h.assignee is null',
  others: 'h.assignee is not null and h.assignee <> $2',
} as const;
