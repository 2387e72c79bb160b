import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CAMPAIGN, UNITS } from '../../domain/support/people.js';
import { personId } from '../../support/test-world.js';
import { type Answer, ApiUnderTest, type Caller, dig, nominationOf, ROUND, textAt } from './api-under-test.js';

let api: ApiUnderTest;
let callers: Readonly<Record<'unit' | 'secretary' | 'decider' | 'lead', Caller>>;
let id: string;

beforeAll(async () => {
  api = await ApiUnderTest.start();
  callers = {
    unit: await api.as(UNITS.a, 'officer'),
    secretary: await api.as(UNITS.standing, 'secretary'),
    decider: await api.as(UNITS.province, 'decider'),
    lead: await api.as(UNITS.lead, 'officer'),
  };
  id = textAt((await callers.unit.post('/api/v1/nominations', nominationOf('subject-1'))).body, 'result.nominationId');
  await callers.unit.post(`/api/v1/nominations/${id}/submission`);
});
afterAll(() => api.stop());

interface Case {
  readonly name: string;
  readonly by?: keyof typeof callers;
  readonly method?: 'POST' | 'PUT' | 'PATCH' | 'GET';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status: number;
  readonly code: string;
  readonly field?: string;
}

const act = (path: string): string => `/api/v1/nominations/ID/${path}`;
const draft = (more: Record<string, unknown>): unknown => nominationOf('subject-new', more);

const CASES: readonly Case[] = [
  { name: 'broken JSON', path: '/api/v1/nominations', body: '{"campaignId":', status: 400, code: 'INVALID_JSON' },
  {
    name: 'JSON that reaches for a prototype',
    path: '/api/v1/nominations',
    body: '{"__proto__":{"a":1}}',
    status: 400,
    code: 'INVALID_JSON',
  },
  {
    name: 'a form instead of JSON',
    path: '/api/v1/nominations',
    body: 'a=1',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
  },
  {
    name: 'more than a megabyte',
    path: '/api/v1/nominations',
    body: JSON.stringify({ x: 'x'.repeat(1_100_000) }),
    status: 413,
    code: 'PAYLOAD_TOO_LARGE',
  },
  { name: 'an address there is not', path: '/api/v1/nonsense', status: 404, code: 'NOT_FOUND' },
  {
    name: 'a method the address does not take',
    method: 'PATCH',
    path: '/api/v1/nominations',
    body: {},
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
  },
  { name: 'a list instead of an object', path: '/api/v1/nominations', body: [], status: 400, code: 'INVALID_INPUT' },
  { name: 'nothing at all', path: '/api/v1/nominations', status: 400, code: 'INVALID_INPUT' },
  {
    name: 'a field nobody knows',
    path: '/api/v1/nominations',
    body: draft({ status: 'recognised' }),
    status: 400,
    code: 'INVALID_INPUT',
    field: 'status',
  },
  {
    name: 'a missing field',
    path: '/api/v1/nominations',
    body: draft({ awardCode: undefined }),
    status: 400,
    code: 'INVALID_INPUT',
    field: 'awardCode',
  },
  {
    name: 'a number for a text',
    path: '/api/v1/nominations',
    body: draft({ achievement: 5 }),
    status: 400,
    code: 'INVALID_INPUT',
    field: 'achievement',
  },
  {
    name: 'a kind of subject there is not',
    path: '/api/v1/nominations',
    body: draft({ subject: { kind: 'robot', id: 'r-1', name: 'R' } }),
    status: 400,
    code: 'INVALID_INPUT',
    field: 'subject.kind',
  },
  {
    name: 'an id with a path in it',
    path: '/api/v1/nominations',
    body: draft({ nominationId: '../etc' }),
    status: 400,
    code: 'INVALID_INPUT',
    field: 'nominationId',
  },
  {
    name: 'a text without end',
    path: '/api/v1/nominations',
    body: draft({ achievement: 'x'.repeat(40_001) }),
    status: 400,
    code: 'INVALID_INPUT',
    field: 'achievement',
  },
  {
    name: 'an award the round has not',
    path: '/api/v1/nominations',
    body: draft({ awardCode: 'HC' }),
    status: 422,
    code: 'UNKNOWN_AWARD',
    field: 'awardCode',
  },
  {
    name: 'a round of nowhere',
    path: '/api/v1/nominations',
    body: draft({ roundId: 'nowhere' }),
    status: 404,
    code: 'NOT_FOUND',
    field: 'roundId',
  },
  {
    name: 'a unit of nowhere',
    path: '/api/v1/nominations',
    body: draft({ unitId: 'nowhere' }),
    status: 422,
    code: 'UNKNOWN_UNIT',
    field: 'unitId',
  },
  {
    name: 'another unit’s nomination',
    path: '/api/v1/nominations',
    body: draft({ unitId: UNITS.b }),
    status: 403,
    code: 'FORBIDDEN',
  },
  { name: 'a nomination of nowhere', path: '/api/v1/nominations/nowhere/submission', status: 404, code: 'NOT_FOUND' },
  { name: 'a second submission', path: act('submission'), status: 409, code: 'ALREADY_DONE' },
  {
    name: 'a step that is not one’s own',
    path: act('approval'),
    body: { visit: 1 },
    status: 403,
    code: 'NOT_ASSIGNED_TO_YOU',
  },
  {
    name: 'a visit that is a word',
    by: 'secretary',
    path: act('approval'),
    body: { visit: 'one' },
    status: 400,
    code: 'INVALID_INPUT',
    field: 'visit',
  },
  {
    name: 'a visit of the future',
    by: 'secretary',
    path: act('approval'),
    body: { visit: 9 },
    status: 422,
    code: 'INVALID_INPUT',
    field: 'visit',
  },
  {
    name: 'a return without a reason',
    by: 'secretary',
    path: act('return'),
    body: { visit: 1, reason: ' ' },
    status: 422,
    code: 'REASON_REQUIRED',
    field: 'reason',
  },
  {
    name: 'a day there is not',
    by: 'secretary',
    path: act('return'),
    body: { visit: 1, reason: 'Thiếu', supplementBy: '2024-02-30' },
    status: 422,
    code: 'DATE_INVALID',
    field: 'supplementBy',
  },
  {
    name: 'a day that has passed',
    by: 'secretary',
    path: act('return'),
    body: { visit: 1, reason: 'Thiếu', supplementBy: '2024-01-02' },
    status: 422,
    code: 'DEADLINE_IN_PAST',
    field: 'supplementBy',
  },
  {
    name: 'a ground there is not',
    by: 'secretary',
    path: act('hold'),
    body: { reason: 'x', ground: 'weather' },
    status: 400,
    code: 'INVALID_INPUT',
    field: 'ground',
  },
  {
    name: 'a decision before its step',
    by: 'decider',
    path: '/api/v1/decisions',
    body: {
      number: '1/QĐ',
      date: '2024-10-01',
      signer: personId(UNITS.province, 'decider'),
      nominations: [{ nominationId: 'ID', visit: 1 }],
    },
    status: 409,
    code: 'NOT_ALLOWED_IN_STATE',
  },
  {
    name: 'a decision about nobody',
    by: 'decider',
    path: '/api/v1/decisions',
    body: { number: '1/QĐ', date: '2024-10-01', signer: 'x', nominations: [] },
    status: 400,
    code: 'INVALID_INPUT',
    field: 'nominations',
  },
  {
    name: 'an annulment of what was never decided',
    by: 'decider',
    path: act('revocation'),
    body: { reason: 'x', decisionNumber: '9/QĐ', decisionDate: '2024-10-01' },
    status: 409,
    code: 'NOT_ALLOWED_IN_STATE',
  },
  {
    name: 'a list before the window has closed',
    by: 'lead',
    path: `/api/v1/rounds/${ROUND}/submission-list`,
    status: 409,
    code: 'NOT_DUE_YET',
  },
  {
    name: 'a proof of the future',
    by: 'lead',
    path: `/api/v1/obligations/${CAMPAIGN}.guidance.2024.${UNITS.lead}/fulfilment`,
    body: { proof: { kind: 'document', number: '1/HD', date: '2031-01-01' } },
    status: 409,
    code: 'ALREADY_DONE',
  },
  {
    name: 'an answer to no question',
    path: `/api/v1/campaigns/${CAMPAIGN}/answers`,
    body: { questionId: 'none', choice: 'a' },
    status: 403,
    code: 'FORBIDDEN',
  },
  {
    name: 'a key too short to be one',
    path: act('withdrawal'),
    body: { reason: 'x' },
    headers: { 'idempotency-key': 'short' },
    status: 400,
    code: 'INVALID_INPUT',
    field: 'idempotency-key',
  },
  {
    name: 'a document date that is no day',
    path: act('withdrawal'),
    body: { reason: 'x' },
    headers: { 'x-document-date': 'yesterday' },
    status: 400,
    code: 'INVALID_INPUT',
    field: 'x-document-date',
  },
  {
    name: 'a document of the future',
    path: act('withdrawal'),
    body: { reason: 'x' },
    headers: { 'x-document-date': '2031-01-01' },
    status: 422,
    code: 'DATE_IN_FUTURE',
  },
  { name: 'a task of nowhere', path: '/api/v1/tasks/nomination:nowhere:1/claim', status: 409, code: 'TASK_CLOSED' },
  { name: 'a task id that is none', path: '/api/v1/tasks/what/claim', status: 400, code: 'INVALID_INPUT' },
  {
    name: 'a page of a thousand',
    method: 'GET',
    path: '/api/v1/inbox?limit=1000',
    status: 400,
    code: 'INVALID_INPUT',
    field: 'limit',
  },
  {
    name: 'a cursor made by hand',
    method: 'GET',
    path: '/api/v1/inbox?cursor=abc',
    status: 400,
    code: 'INVALID_INPUT',
    field: 'cursor',
  },
  {
    name: 'a filter nobody knows',
    method: 'GET',
    path: '/api/v1/inbox?colour=red',
    status: 400,
    code: 'INVALID_INPUT',
    field: 'colour',
  },
  {
    name: 'a world of nowhere',
    method: 'GET',
    path: '/api/v1/inbox',
    headers: { 'x-world': 'nowhere' },
    status: 404,
    code: 'NOT_FOUND',
  },
];

/** Facts of anything but the world itself: its log's keeper puts the key there in its own time. */
async function deeds(): Promise<number> {
  const { rows } = await api.world.pool.query<{ n: number }>(
    `select count(*) as n from ledger_event where stream <> 'world'`,
  );
  return rows[0]?.n ?? 0;
}

const withId = (value: unknown): unknown =>
  value === undefined
    ? undefined
    : typeof value === 'string'
      ? value.replace('ID', id)
      : (JSON.parse(JSON.stringify(value).replaceAll('"ID"', `"${id}"`)) as unknown);

describe('what cannot be taken', () => {
  it.each(CASES)('$name: $status $code, in both languages, and nothing is recorded', async (one) => {
    const before = await deeds();
    const caller = callers[one.by ?? 'unit'];
    const answer: Answer = await caller.send(
      one.method ?? 'POST',
      one.path.replace('ID', id),
      withId(one.body),
      one.headers ?? {},
    );
    expect({ status: answer.status, code: answer.body['code'] }).toEqual({ status: one.status, code: one.code });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    for (const name of ['detailVi', 'detailEn', 'wayOutVi', 'wayOutEn'] as const) {
      expect(answer.body[name]).toMatch(/^[^{}]{8,}$/);
    }
    expect(answer.body['detail']).toBe(answer.body['detailVi']);
    if (one.field !== undefined) expect(answer.body['field']).toBe(one.field);
    if (answer.status === 400 && one.code === 'INVALID_INPUT') {
      expect(dig(answer.body, 'errors.0')).toEqual({
        field: expect.any(String),
        messageVi: expect.any(String),
        messageEn: expect.any(String),
      });
    }
    expect(await deeds()).toBe(before);
  });

  it('answers in the language that is asked for', async () => {
    const answer = await callers.unit.post(`/api/v1/nominations/${id}/submission`, undefined, {
      'accept-language': 'en',
    });
    expect(answer.body['detail']).toBe(answer.body['detailEn']);
    expect(answer.headers.get('content-language')).toBe('en');
  });
});
