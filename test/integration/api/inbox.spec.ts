import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UNITS } from '../../domain/support/people.js';
import { accepted, personId, sequenceAll } from '../../support/test-world.js';
import { ApiUnderTest, type Caller, dig, eachOf, listAt, nominationOf } from './api-under-test.js';

const MANY = 7;
let api: ApiUnderTest;
let secretary: Caller;

beforeAll(async () => {
  api = await ApiUnderTest.start();
  secretary = await api.as(UNITS.standing, 'secretary');
  const unit = await api.as(UNITS.a, 'officer');
  for (let i = 1; i <= MANY; i += 1) {
    const nominationId = `n-${String(i)}`;
    await unit.post('/api/v1/nominations', nominationOf(`subject-${String(i)}`, { nominationId }));
    await unit.post(`/api/v1/nominations/${nominationId}/submission`);
  }
});
afterAll(() => api.stop());

const ids = (body: Record<string, unknown>): readonly string[] =>
  (body['items'] as { taskId: string }[]).map(({ taskId }) => taskId);

describe('the inbox', () => {
  it('shows a task with everything needed to begin', async () => {
    const { body } = await secretary.get('/api/v1/inbox?limit=1');
    expect(dig(body, 'items.0')).toMatchObject({
      taskId: 'nomination:n-1:1',
      what: { step: 'completeness', stepName: { vi: 'Kiểm tra thành phần hồ sơ' }, kind: 'completeness' },
      whose: { name: 'Hộ bà Bùi Thị Mến' },
      unit: { id: UNITS.a },
      campaign: { name: { vi: 'Phong trào thử' } },
      assignee: null,
      mine: { by: 'queue', queue: `${UNITS.standing}/secretary`, role: 'secretary' },
      visit: 1,
      owner: { kind: 'nomination', id: 'n-1', href: '/api/v1/nominations/n-1' },
    });
  });

  it.each(['due', 'opened'])('is turned page by page in the order of %s, each task once', async (sort) => {
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await secretary.get(`/api/v1/inbox?limit=3&sort=${sort}${cursor}`);
      seen.push(...ids(body));
      if (body['next'] === undefined) break;
      cursor = `&cursor=${String(body['next'])}`;
    }
    expect(seen).toHaveLength(MANY);
    expect(new Set(seen).size).toBe(MANY);
  });

  it('shows at once what somebody has taken in hand, and nobody else takes it', async () => {
    const task = '/api/v1/tasks/nomination:n-2:1';
    expect(await secretary.post(`${task}/claim`)).toMatchObject({ status: 200 });
    expect(ids((await secretary.get('/api/v1/inbox?assignee=me')).body)).toEqual(['nomination:n-2:1']);
    expect(ids((await secretary.get('/api/v1/inbox?assignee=none')).body)).toHaveLength(MANY - 1);
    expect((await secretary.get(task)).body).toMatchObject({
      assignee: { me: true, id: personId(UNITS.standing, 'secretary') },
    });
    const counts = (await secretary.get('/api/v1/inbox/counts')).body;
    expect(counts).toMatchObject({
      open: { count: MANY, more: false },
      mine: { count: 1 },
      queues: [{ queue: `${UNITS.standing}/secretary`, count: MANY }],
    });
    expect(await secretary.post(`${task}/claim`)).toMatchObject({ status: 409, body: { code: 'ALREADY_DONE' } });
  });

  it('brings what was given by name to somebody who does not serve the queue', async () => {
    const other = await api.as(UNITS.b, 'officer');
    expect(ids((await other.get('/api/v1/inbox')).body)).toEqual([]);
    const given = { to: personId(UNITS.b, 'officer'), reason: 'Nghỉ phép' };
    expect(await secretary.post('/api/v1/tasks/nomination:n-3:1/reassignment', given)).toMatchObject({ status: 200 });
    const { body } = await other.get('/api/v1/inbox');
    expect(body['items']).toMatchObject([{ taskId: 'nomination:n-3:1', mine: { by: 'assignment' } }]);
    expect(await other.get('/api/v1/nominations/n-3')).toMatchObject({ status: 200 });
    const notices = (await other.get('/api/v1/notices')).body;
    expect(notices['items']).toMatchObject([{ template: 'task-assigned', readAt: null }]);
    expect(await other.post('/api/v1/notices/read', {})).toMatchObject({ body: { read: 1 } });
    expect((await other.get('/api/v1/notices/unread')).body).toEqual({ count: 0, more: false });
  });

  it('brings a delegated queue, on behalf of whom it is', async () => {
    const delegate = await api.as(UNITS.b, 'head');
    await accepted(api.world, {
      actor: { kind: 'person', id: personId(UNITS.standing, 'secretary') },
      name: 'delegateRole',
      input: {
        toPersonId: personId(UNITS.b, 'head'),
        unitId: UNITS.standing,
        role: 'secretary',
        from: '2024-10-01',
        to: '2024-10-31',
        reason: 'Đi công tác',
      },
    });
    const { body } = await delegate.get('/api/v1/inbox');
    expect(body['items']).toHaveLength(MANY);
    expect(dig(body, 'items.0.mine')).toMatchObject({
      by: 'queue',
      onBehalfOf: { id: personId(UNITS.standing, 'secretary') },
    });
  });

  it('ends with the act of its noun, and is then among what I have closed', async () => {
    await secretary.post('/api/v1/nominations/n-1/approval', { visit: 1 });
    expect(ids((await secretary.get('/api/v1/inbox')).body)).not.toContain('nomination:n-1:1');
    const closed = (await secretary.get('/api/v1/inbox?status=closed')).body;
    expect(closed['items']).toMatchObject([{ taskId: 'nomination:n-1:1', closed: { outcome: 'passed' } }]);
  });
});

describe('drafts', () => {
  it('keep a half-filled form for the one who fills it in', async () => {
    const about = '/api/v1/drafts/nomination:new';
    expect(await secretary.put(about, { achievement: 'Đang viết' })).toMatchObject({ status: 200 });
    expect(await secretary.get(about)).toMatchObject({ body: { body: { achievement: 'Đang viết' } } });
    expect(await (await api.as(UNITS.a, 'officer')).get(about)).toMatchObject({ status: 404 });
    await secretary.delete(about);
    expect(await secretary.get(about)).toMatchObject({ status: 404 });
  });
});

describe('what is told as it happens', () => {
  interface Hint {
    readonly logIndex: number;
    readonly streams: readonly unknown[];
  }

  /** Listens until something is told of a stream; `opened` is done once the answer has begun. */
  async function listen(query: string, until: RegExp, opened: () => Promise<unknown>): Promise<readonly Hint[]> {
    const stop = new AbortController();
    const response = await fetch(`${api.url}/api/v1/events?world=api${query}`, {
      headers: { authorization: secretary.headers['authorization'] ?? '' },
      signal: stop.signal,
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    await opened();
    let heard = '';
    for await (const chunk of response.body ?? []) {
      heard += Buffer.from(chunk as Uint8Array).toString('utf8');
      if (until.test(heard)) break;
    }
    stop.abort();
    return [...heard.matchAll(/event: changed\ndata: (.*)\n/g)].map(([, data]) => JSON.parse(data ?? '{}') as Hint);
  }

  it('names what changed by id only, to whoever listens', async () => {
    const hints = await listen('', /nomination:n-4:1.*\n/, () =>
      secretary.post('/api/v1/tasks/nomination:n-4:1/claim'),
    );
    // Acts of the tests before may be told in the same breath: the hint gathers what one look of the log finds.
    for (const hint of hints) {
      expect(hint).toEqual({ logIndex: expect.any(Number), streams: expect.any(Array) });
      for (const stream of hint.streams) expect(stream).toEqual({ kind: expect.any(String), id: expect.any(String) });
    }
    expect(hints.flatMap((hint) => hint.streams)).toContainEqual({ kind: 'task', id: 'nomination:n-4:1' });
  });

  it('tells a page first what has changed while it was being opened', async () => {
    await secretary.post('/api/v1/tasks/nomination:n-5:1/claim');
    await sequenceAll(api.world);
    const hints = await listen('&age=60000', /nomination:n-5:1.*\n/, () => Promise.resolve());
    expect(hints.flatMap((hint) => hint.streams)).toContainEqual({ kind: 'task', id: 'nomination:n-5:1' });
  });
});

describe('lists', () => {
  it('answer every noun by page', async () => {
    const unit = await api.as(UNITS.a, 'officer');
    for (const noun of [
      'campaigns',
      'obligations',
      'registrations',
      'reports',
      'rounds',
      'nominations',
      'sessions',
      'decisions',
      'units',
      'persons',
      'clusters',
      'notices',
    ]) {
      const answer = await unit.get(`/api/v1/${noun}?limit=2`);
      expect({ noun, status: answer.status, items: Array.isArray(answer.body['items']) }).toEqual({
        noun,
        status: 200,
        items: true,
      });
    }
    const first = (await unit.get('/api/v1/units?limit=2')).body;
    const second = (await unit.get(`/api/v1/units?limit=2&cursor=${String(first['next'])}`)).body;
    expect([...eachOf(first, 'items', 'id'), ...eachOf(second, 'items', 'id')]).toEqual(
      Object.values(UNITS).sort().slice(0, 4),
    );
  });

  it('tell a campaign’s plan, timeline, questions, progress and history', async () => {
    const unit = await api.as(UNITS.a, 'officer');
    const campaign = '/api/v1/campaigns/phong-trao';
    expect((await unit.get(campaign)).body).toMatchObject({ status: 'running', document: { number: '101/KH-UBND' } });
    expect((await unit.get(`${campaign}/plan`)).body).toMatchObject({ campaignId: 'phong-trao' });
    expect(listAt((await unit.get(`${campaign}/timeline`)).body, 'items').length).toBeGreaterThan(10);
    expect(dig((await unit.get(`${campaign}/questions`)).body, 'items.0')).toMatchObject({
      id: 'q-scope',
      answer: { choice: 'all' },
    });
    expect((await unit.get(`${campaign}/progress`)).body).toMatchObject({
      nominations: { open: MANY },
      obligations: [{ key: 'guidance', fulfilled: 1 }],
    });
    const { body: history } = await unit.get(`${campaign}/history`);
    expect(eachOf(history, 'items', 'type')).toEqual(expect.arrayContaining(['campaignDrafted', 'campaignLaunched']));
    const duty = await (
      await api.as(UNITS.lead, 'officer')
    ).get('/api/v1/obligations/phong-trao.guidance.2024.so-nong-nghiep/history');
    expect(dig(duty.body, 'items.-1')).toMatchObject({
      what: { vi: 'Hoàn thành nhiệm vụ bằng văn bản 12/HD-SNN ngày 13/05/2024' },
    });
  });

  it('count working days with their reasons', async () => {
    const unit = await api.as(UNITS.a, 'officer');
    const counted = (await unit.get('/api/v1/calendar/working-days?from=2024-10-04&days=1')).body;
    expect(counted).toMatchObject({
      day: '2024-10-07',
      explained: [{ reason: 'weekend' }, { reason: 'weekend' }, { reason: 'working-day' }],
    });
  });
});

describe('health', () => {
  it('is ready while only the engine is missing, and says so', async () => {
    expect((await api.anonymous().get('/health/ready')).body).toEqual({
      database: 'up',
      migrations: expect.any(Number),
      engine: 'joining',
      log: 'ok',
      degraded: true,
    });
    expect((await api.anonymous().get('/metrics')).body['text']).toContain('vinhdanh_outbox_rows');
  });
});

describe('the search of the inbox', () => {
  beforeAll(async () => {
    const unit = await api.as(UNITS.a, 'officer');
    for (const [id, name] of [
      ['s-1', 'Hộ ông Đinh Công Sầm'],
      ['s-2', 'Hộ bà Quách Thị Ửng'],
    ] as const) {
      await unit.post(
        '/api/v1/nominations',
        nominationOf(id, { nominationId: id, subject: { kind: 'household', id, name } }),
      );
      await unit.post(`/api/v1/nominations/${id}/submission`);
    }
  });

  const search = async (q: string, more = ''): Promise<readonly string[]> =>
    ids((await secretary.get(`/api/v1/inbox?q=${encodeURIComponent(q)}${more}`)).body);

  it('finds names without their diacritics, by any words of name, unit or step', async () => {
    expect(await search('dinh sam')).toEqual(['nomination:s-1:1']);
    expect(await search('ỬNG')).toEqual(['nomination:s-2:1']);
    expect(await search('ung kiểm tra')).toEqual(['nomination:s-2:1']);
    expect(await search('s-2')).toEqual(['nomination:s-2:1']);
    expect(await search('khong co ai')).toEqual([]);
  });

  it('turns its pages like any list', async () => {
    const first = (await secretary.get('/api/v1/inbox?q=ho&limit=2')).body;
    expect(ids(first)).toHaveLength(2);
    const rest = await search('ho', `&limit=100&cursor=${String(first['next'])}`);
    expect(rest.filter((id) => ids(first).includes(id))).toEqual([]);
    expect(rest).toEqual(expect.arrayContaining(['nomination:s-1:1', 'nomination:s-2:1']));
  });

  it('says by what can be filtered, and shows what was to be looked at again', async () => {
    expect((await secretary.get('/api/v1/inbox/facets')).body).toMatchObject({
      kinds: [{ kind: 'completeness', name: { vi: 'Kiểm tra hồ sơ' } }],
      campaigns: [{ name: { vi: 'Phong trào thử' } }],
    });
    await secretary.put('/api/v1/tasks/nomination:s-1:1/follow-up', { on: '2024-10-01' });
    await secretary.put('/api/v1/tasks/nomination:s-2:1/follow-up', { on: '2024-10-15' });
    expect(ids((await secretary.get('/api/v1/inbox?followUp=due')).body)).toEqual(['nomination:s-1:1']);
  });
});
