import { queryOptions } from '@tanstack/react-query';
import type { TaskShown } from '../shared/api/answers.js';
import { request } from '../shared/api/client.js';

/** A task, or a thing that is looked at without one. */
export type Owned = Pick<TaskShown, 'owner'>;

/** What the api tells of the thing a task belongs to; `T` is what its page reads of that. */
export const matterQuery = <T>({ owner: { kind, id, href } }: Owned) =>
  queryOptions({
    queryKey: ['matter', kind, id],
    queryFn: ({ signal }) => request<T>(href, { signal }),
    meta: { follows: { ids: [id] } },
  });

/** Whether the reader can end the task now: it is theirs, and nobody else has it in hand. */
export const isOpenToMe = ({ status, mine, assignee }: TaskShown): boolean =>
  status === 'open' && mine !== null && (assignee === null || assignee.me);
