import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UNITS } from '../../domain/support/people.js';
import { personId } from '../../support/test-world.js';
import { ApiUnderTest, Caller, PASSWORD, textAt } from './api-under-test.js';

let api: ApiUnderTest;
const intent = { 'x-requested-with': 'vinhdanh' };

beforeAll(async () => {
  api = await ApiUnderTest.start();
});
afterAll(() => api.stop());

const signIn = (username: string, password: string) =>
  api.anonymous(intent).post('/api/v1/auth/sign-in', { username, password });

describe('signing in', () => {
  const officer = personId(UNITS.a, 'officer');

  it('sets a cookie scripts cannot read, and only its hash is stored', async () => {
    const answer = await signIn(officer, PASSWORD);
    expect(answer.status).toBe(200);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^vinhdanh_session=[\w-]{43};.*HttpOnly; SameSite=Lax$/);
    const { rows } = await api.official.pool.query<{ n: number }>(
      `select count(*) as n from ops_session where encode(token_hash, 'escape') = '${textAt(answer.body, 'token')}'`,
    );
    expect(rows[0]?.n).toBe(0);

    const browser = new Caller(api.url, { cookie: cookie.split(';')[0] ?? '' });
    const me = await browser.get('/api/v1/auth/me', { 'accept-language': 'en-GB,vi;q=0.5' });
    expect(me).toMatchObject({
      status: 200,
      body: {
        person: { id: officer, name: `Người ${officer.replace('.', ' ')}` },
        language: 'en',
        queues: [`${UNITS.a}/officer`],
      },
    });

    const forged = await browser.post('/api/v1/auth/sign-out');
    expect(forged).toMatchObject({ status: 403, body: { code: 'REQUESTED_BY_MISSING' } });
    expect(await browser.post('/api/v1/auth/sign-out', undefined, intent)).toMatchObject({ status: 200 });
    expect(await browser.get('/api/v1/auth/me')).toMatchObject({ status: 401, body: { code: 'SIGN_IN_REQUIRED' } });
  });

  it('answers an unknown user as it answers a wrong password', async () => {
    const unknown = await signIn('nobody', 'wrong');
    const wrong = await signIn(officer, 'wrong');
    const { requestId: _a, ...one } = unknown.body;
    const { requestId: _b, ...other } = wrong.body;
    expect(unknown.status).toBe(401);
    expect(one).toEqual(other);
  });

  it('shuts an account after five failures, for the right password too', async () => {
    const head = personId(UNITS.b, 'head');
    for (let i = 0; i < 5; i += 1) expect((await signIn(head, 'wrong')).status).toBe(401);
    const shut = await signIn(head, PASSWORD);
    expect(shut).toMatchObject({ status: 429, body: { code: 'TOO_MANY_ATTEMPTS' } });
    expect(shut.headers.get('retry-after')).toBe('300');
  });

  it('changes a password and ends every other session', async () => {
    const name = personId(UNITS.b, 'officer');
    const one = new Caller(api.url, {
      authorization: `Bearer ${textAt((await signIn(name, PASSWORD)).body, 'token')}`,
    });
    const two = new Caller(api.url, {
      authorization: `Bearer ${textAt((await signIn(name, PASSWORD)).body, 'token')}`,
    });
    expect(
      await one.post('/api/v1/auth/password', { present: 'not this one', next: 'một mật khẩu khác' }),
    ).toMatchObject({
      status: 403,
      body: { code: 'PASSWORD_WRONG' },
    });
    expect(await one.post('/api/v1/auth/password', { present: PASSWORD, next: 'một mật khẩu khác' })).toMatchObject({
      status: 200,
    });
    expect((await one.get('/api/v1/auth/me')).status).toBe(200);
    expect((await two.get('/api/v1/auth/me')).status).toBe(401);
    expect((await signIn(name, 'một mật khẩu khác')).status).toBe(200);
  });
});

describe('worlds', () => {
  it('lets those who may rehearse act as a person of the rehearsal, there and nowhere else', async () => {
    const head = await api.officially(UNITS.province, 'head');
    const made = await head.post('/api/v1/worlds', { purpose: { campaign: 'x' }, clock: '2025-01-02T03:00:00Z' });
    expect(made.status).toBe(201);
    const name = textAt(made.body, 'name');
    const session = await head.post(`/api/v1/worlds/${name}/sessions`, { personId: personId(UNITS.a, 'officer') });
    expect(session.status).toBe(201);
    const simulated = new Caller(api.url, { authorization: `Bearer ${textAt(session.body, 'token')}` });
    expect(await simulated.get('/api/v1/auth/me')).toMatchObject({ status: 401 });
    expect(await simulated.get('/api/v1/auth/me', { 'x-world': name })).toMatchObject({
      status: 200,
      body: { simulated: true, world: { name, now: '2025-01-02T03:00:00.000Z' } },
    });
    expect(await head.get(`/api/v1/worlds/${name}/waiting`)).toMatchObject({
      status: 200,
      body: { items: [], outbox: 0 },
    });
    expect(await head.post(`/api/v1/worlds/${name}/clock`, { to: 'next' })).toMatchObject({ status: 404 });
    const auditor = await api.officially(UNITS.a, 'auditor');
    expect(await auditor.delete(`/api/v1/worlds/${name}`)).toMatchObject({ status: 403 });
    expect(await head.delete(`/api/v1/worlds/${name}`)).toMatchObject({ status: 200 });
    expect(await simulated.get('/api/v1/auth/me', { 'x-world': name })).toMatchObject({ status: 404 });
  });

  it('never gives a token for a person of the official world', async () => {
    const head = await api.officially(UNITS.province, 'head');
    const answer = await head.post('/api/v1/worlds/official/sessions', { personId: personId(UNITS.a, 'officer') });
    expect(answer).toMatchObject({ status: 409, body: { code: 'WRONG_WORLD' } });
    expect(await head.post('/api/v1/worlds/official/clock', { to: '2030-01-01T00:00:00Z' })).toMatchObject({
      status: 409,
    });
    expect(await head.delete('/api/v1/worlds/official')).toMatchObject({ status: 409 });
  });
});
