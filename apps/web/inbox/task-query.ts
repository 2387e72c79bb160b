import { queryOptions } from '@tanstack/react-query';
import type { TaskShown } from '../shared/api/answers.js';
import { request } from '../shared/api/client.js';

/** One task, also one that the filters hide: a mail's link opens it. */
export const taskQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['task', taskId],
    queryFn: ({ signal }) => request<TaskShown>(`/api/v1/tasks/${encodeURIComponent(taskId)}`, { signal }),
    meta: { follows: { ids: [taskId, taskId.split(':')[1] ?? taskId] } },
  });
