import { Controller, Get, Param, Query } from '@nestjs/common';
import { parseQueue, queueOf } from '../../../libs/domain/access/actor.js';
import { By } from '../http/act.js';
import { pathTaskId } from '../http/command-body.js';
import { decodeCursor, pageOf, type Page } from '../http/cursor.js';
import { notFound } from '../http/problem.js';
import { Own } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { mustSeeDossier } from '../nomination/dossier-rights.js';
import { countInbox, type InboxCounts } from './inbox-counts.js';
import { facetsOf, type InboxFacets } from './inbox-facets.js';
import { inboxQuery, inboxStatement, keyOf, TASK_COLUMNS, type InboxQuery, type TaskRow } from './inbox-query.js';
import { searchInbox } from './inbox-search.js';
import { showTasks, type TaskView } from './task-view.js';

/** What waits for the reader: their queues, those delegated to them, and what was given to them by name. */
@Controller('api/v1')
export class InboxController {
  @Get('inbox')
  @Own('Tasks of the reader’s queues, own and delegated, and those given to them by name.')
  async inbox(@By() by: SignedIn, @Query({ schema: inboxQuery }) query: InboxQuery): Promise<Page<TaskView>> {
    const actor = await by.actor();
    const served = queuesOf(actor.holdings);
    const queues = query.queue === undefined ? served : served.filter((queue) => queue === query.queue);
    const who = { personId: by.personId, queues, now: await by.world.now(), today: await by.today() };
    if (query.q !== undefined) return searchInbox(by.world, { ...query, q: query.q }, who, actor);
    const { rows } = await by.world.reads.query<TaskRow>(inboxStatement(query, who, decodeCursor(query.cursor, 2)));
    const shown = await showTasks(by.world, rows.slice(0, query.limit), actor);
    return pageOf(
      rows,
      query.limit,
      (row) => keyOf(query, row),
      () => shown,
    );
  }

  @Get('inbox/facets')
  @Own('By what the open work of the reader’s queues can be filtered: kinds of work and campaigns.')
  async facets(@By() by: SignedIn): Promise<InboxFacets> {
    const { holdings } = await by.actor();
    return facetsOf(by.world, by.personId, queuesOf(holdings));
  }

  @Get('inbox/counts')
  @Own('How much waits for the reader, by queue; counted to a thousand, then 1000+.')
  async counts(@By() by: SignedIn): Promise<InboxCounts> {
    const { holdings } = await by.actor();
    return countInbox(by.world, by.personId, queuesOf(holdings));
  }

  @Get('tasks/:taskId')
  @Own('One task, for those who serve its queue, have it in hand or may read what it belongs to.')
  async task(@By() by: SignedIn, @Param('taskId', pathTaskId) taskId: string): Promise<TaskView> {
    const { rows } = await by.world.pool.query<TaskRow>({
      name: 'task',
      text: `select ${TASK_COLUMNS} from read_task t
             left join read_task_handling h on h.id = t.id where t.id = $1`,
      values: [taskId],
    });
    const actor = await by.actor();
    const row = rows[0];
    const [view] = await showTasks(by.world, rows, actor);
    if (row === undefined || view === undefined) throw notFound(taskId);
    if (view.mine === null)
      await mustSeeDossier(by, row.campaign_id, [row.unit_id ?? '', parseQueue(row.queue)?.unitId ?? '']);
    return view;
  }
}

/** Every queue somebody serves. */
export const queuesOf = (
  holdings: readonly { readonly unitId: string; readonly role: Parameters<typeof queueOf>[1] }[],
): string[] => [...new Set(holdings.map(({ unitId, role }) => queueOf(unitId, role)))];
