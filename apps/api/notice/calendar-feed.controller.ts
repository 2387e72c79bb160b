import { createHash } from 'node:crypto';
import { Controller, Delete, Get, Header, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Environment } from '../../../libs/config/env.js';
import { isLocalDate } from '../../../libs/domain/calendar/local-date.js';
import { ref, type StreamRef } from '../../../libs/domain/core/stream.js';
import { parseTaskId } from '../../../libs/domain/task/open-task.js';
import { OFFICIAL, type World } from '../../../libs/ledger/worlds.js';
import { ENVIRONMENT } from '../environment.js';
import { By } from '../http/act.js';
import { notFound } from '../http/problem.js';
import { Own, Public } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { queuesOf } from '../inbox/inbox.controller.js';
import { TASK_COLUMNS, type TaskRow } from '../inbox/inbox-query.js';
import { showTasks, type TaskView } from '../inbox/task-view.js';
import { WorldDirectory } from '../world/world-directory.js';
import { isStreamKind } from './about-notice.js';
import { endFeed, feedSince, makeFeed, ownerOfFeed } from './feed-store.js';
import { icalendar, type CalendarEntry } from './icalendar.js';

const SECRET = /^[A-Za-z0-9_-]{43}$/;
const pathSecret = { schema: z.string().regex(/^[A-Za-z0-9_-]{43}\.ics$/) };
const MOST = 500;

/** Open work with a date, of the queues and by name; the longest overdue first. */
const DATED = `select ${TASK_COLUMNS} from read_task t left join read_task_handling h on h.id = t.id
  where t.status = 'open' and t.last_day is not null
    and ((t.queue = any($1) and (h.assignee is null or h.assignee = $2)) or h.assignee = $2)
  order by t.due_at, t.id limit ${MOST}`;

/** The stream whose task it is. */
function ownerOf(taskId: string): StreamRef | undefined {
  const owner = parseTaskId(taskId);
  return owner === undefined || !isStreamKind(owner.kind) ? undefined : ref(owner.kind, owner.id);
}

/** One's dates in one's own calendar, under a secret address that can be taken back. */
@Controller('api/v1')
export class CalendarFeedController {
  constructor(
    @Inject(WorldDirectory) private readonly worlds: WorldDirectory,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Get('calendar-feed')
  @Own('Whether the reader has a calendar feed, and since when.')
  async standing(@By() by: SignedIn) {
    return { since: await feedSince(by.world, by.personId) };
  }

  @Post('calendar-feed')
  @HttpCode(201)
  @Own('Make a calendar feed; its address is told this once, one made before ends.')
  async make(@By() by: SignedIn) {
    const secret = await makeFeed(by.world, by.personId);
    return { address: this.address(`/api/v1/calendar-feeds/${secret}.ics`, by.world) };
  }

  @Delete('calendar-feed')
  @Own('End the calendar feed: its address shows nothing any more.')
  async end(@By() by: SignedIn) {
    return { ended: await endFeed(by.world, by.personId) };
  }

  @Get('calendar-feeds/:file')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Public('The dates of whoever made this address (iCalendar). Whoever has it can read them.')
  async feed(@Req() request: FastifyRequest, @Param('file', pathSecret) file: string): Promise<string> {
    const world = await this.worlds.of(request);
    const secret = file.slice(0, -'.ics'.length);
    if (!SECRET.test(secret)) throw notFound('ics');
    const personId = await ownerOfFeed(world, secret);
    if (personId === undefined) throw notFound('ics');
    return icalendar('Vinh Danh', await this.entries(new SignedIn(world, personId, '', false)));
  }

  /** What the person would find in the inbox today: positions that have ended show nothing. */
  private async entries(by: SignedIn): Promise<readonly CalendarEntry[]> {
    const actor = await by.actor();
    const { rows } = await by.world.pool.query<TaskRow>({
      name: 'feed-tasks',
      text: DATED,
      values: [queuesOf(actor.holdings), by.personId],
    });
    const owners = rows.flatMap(({ id }) => ownerOf(id) ?? []);
    const [shown, matters] = await Promise.all([showTasks(by.world, rows, actor), by.world.reader.all(owners)]);
    return shown.flatMap((task): readonly CalendarEntry[] => {
      const day = task.due?.lastDay;
      const owner = ownerOf(task.taskId);
      // A moved date, another holder, a new name: each is a fact of the matter, and its version only grows.
      const sequence = owner === undefined ? 0 : matters.version(owner.kind, owner.id);
      return day === undefined || !isLocalDate(day) ? [] : [{ ...this.entryOf(task, day, by.world), sequence }];
    });
  }

  private entryOf(task: TaskView, day: CalendarEntry['day'], world: World): Omit<CalendarEntry, 'sequence'> {
    return {
      // Names of nominees stay out: the feed lies on machines that are not ours.
      uid: `${createHash('sha256').update(`${world.name}/${task.taskId}`).digest('hex').slice(0, 32)}@vinhdanh`,
      day,
      title: `${task.what.kindName.vi}${task.unit === null ? '' : `: ${task.unit.name.vi}`}`,
      about: `${task.what.stepName.vi}\n${task.campaign.name.vi}`,
      url: this.address(`/inbox?task=${encodeURIComponent(task.taskId)}`, world),
      changedAt: Date.parse(task.openedAt),
    };
  }

  private address(path: string, world: World): string {
    const url = new URL(path, this.environment.PUBLIC_URL);
    if (world.name !== OFFICIAL) url.searchParams.set('world', world.name);
    return url.href;
  }
}
