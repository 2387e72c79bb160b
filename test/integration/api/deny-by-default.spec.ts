import { ModulesContainer } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RouteTable, type Route } from '../../../apps/api/http/route-table.js';
import { COMMANDS, type CommandName } from '../../../libs/domain/commands.js';
import { UNITS } from '../../domain/support/people.js';
import { ApiUnderTest, dig, eachOf } from './api-under-test.js';

let api: ApiUnderTest;
let routes: readonly Route[];

beforeAll(async () => {
  api = await ApiUnderTest.start();
  routes = RouteTable.of(api.app.get(ModulesContainer)).routes;
});
afterAll(() => api.stop());

const OPEN = [
  'GET /',
  'GET /api/docs',
  'GET /api/docs/assets/:name',
  'GET /api/openapi.json',
  // The address is the secret: calendars that subscribe cannot sign in.
  'GET /api/v1/calendar-feeds/:file',
  'GET /api/v1/public/decisions',
  'GET /api/v1/public/log',
  'GET /api/v1/public/log/checkpoint',
  'GET /api/v1/public/log/consistency',
  'GET /api/v1/public/opinions',
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
  'POST /api/v1/auth/sign-in',
];

/** Issued by the engine or the operator alone: no person has a right to them. */
const NOT_FOR_PEOPLE: readonly CommandName[] = [
  'adoptLogKey',
  'raiseAlarm',
  'closeRoundWindow',
  'concludePassing',
  'endTimedStep',
  'lapseObligation',
  'loadCalendar',
  'loadRules',
  'moveConfirmation',
  'openObligation',
  'openPhase',
  'openReview',
  'openRound',
  'openWorld',
  'passOnCampaign',
  'followCalendar',
  'passOnWork',
  'remindTask',
  'replanObligation',
  'replanStep',
];

describe('who may use a route', () => {
  it('is said of every route', () => {
    expect(routes.length).toBeGreaterThan(80);
    expect(routes.filter(({ access }) => access === undefined).map(({ path }) => path)).toEqual([]);
  });

  it('is everyone only where it is meant', () => {
    const open = routes
      .filter(({ access }) => access?.kind === 'public')
      .map(({ method, path }) => `${method} ${path}`);
    expect(open.sort()).toEqual(OPEN);
  });

  it('is nobody without a session', async () => {
    for (const { method, path, access } of routes) {
      if (access?.kind === 'public') continue;
      const answer = await api
        .anonymous({ 'x-requested-with': 'vinhdanh' })
        .send(method, path.replace(/:[A-Za-z]+/g, 'x'), undefined, {});
      expect({ route: `${method} ${path}`, status: answer.status, code: answer.body['code'] }).toEqual({
        route: `${method} ${path}`,
        status: 401,
        code: 'SIGN_IN_REQUIRED',
      });
    }
  });

  it('is nobody whose positions have ended, apart from their own account', async () => {
    const stranger = await api.officially(UNITS.a, 'nobody' as 'officer');
    expect(await stranger.get('/api/v1/auth/me')).toMatchObject({ status: 200, body: { holdings: [], queues: [] } });
    expect(await stranger.get('/api/v1/campaigns')).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
    expect(await stranger.get('/api/v1/mail')).toMatchObject({ status: 403 });
  });

  it('covers every command a person may issue', () => {
    const offered = routes.flatMap(({ access }) => (access?.kind === 'command' ? [access.command] : []));
    const missing = Object.keys(COMMANDS).filter((name) => !offered.includes(name as CommandName));
    expect(missing.sort()).toEqual([...NOT_FOR_PEOPLE].sort());
  });
});

describe('the reference', () => {
  it('describes every route with its right, its problems and its paging', async () => {
    const { body } = await api.anonymous().get('/api/openapi.json');
    expect(body['openapi']).toBe('3.1.0');
    const operations = Object.values(body['paths'] as Record<string, object>).flatMap((path) => Object.keys(path));
    expect(operations.length).toBe(routes.length);
    const paths = body['paths'] as Readonly<Record<string, unknown>>;
    const submission = dig(paths['/api/v1/nominations/{nominationId}/return'], 'post');
    expect(dig(submission, 'requestBody.content.application/json.schema.required')).toEqual(['visit', 'reason']);
    expect(Object.keys(dig(submission, 'responses') as object)).toEqual(expect.arrayContaining(['200', '400', '409']));
    expect(eachOf(submission, 'parameters', 'name')).toContain('Idempotency-Key');
    const list = dig(paths['/api/v1/obligations'], 'get');
    expect(eachOf(list, 'parameters', 'name')).toEqual(expect.arrayContaining(['limit', 'cursor', 'late']));
  });

  it('has a page that needs no other host', async () => {
    const page = (await api.anonymous().get('/api/docs')).body['text'];
    expect(page).not.toMatch(/https?:\/\//);
    expect(await api.anonymous().get('/api/docs/assets/swagger-ui-bundle.js')).toMatchObject({ status: 200 });
    expect((await api.anonymous().get('/')).body['text']).toContain('đang kết nối');
  });
});
