import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { UNITS } from '../../domain/support/people.js';
import { personId } from '../../support/test-world.js';
import { ApiUnderTest, dig, eachOf, PASSWORD, textAt, type Caller } from './api-under-test.js';

let api: ApiUnderTest;
let admin: Caller;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  admin = await api.officially(UNITS.province, 'admin');
});
afterAll(() => api.stop());

const id = personId(UNITS.a, 'officer');
const path = (deed: string, of = id): string => `/api/v1/accounts/${of}/${deed}`;
const signIn = (username: string, password: string) =>
  api.anonymous({ 'x-requested-with': 'vinhdanh' }).post('/api/v1/auth/sign-in', { username, password });

it('gives a first password once, good for days only, until it is changed', async () => {
  const reset = await admin.post(path('password-reset'), { reason: 'Quên mật khẩu' });
  expect(reset.status).toBe(200);
  const password = textAt(reset.body, 'password');
  const session = await signIn(id, password);
  const person = api.anonymous({ authorization: `Bearer ${textAt(session.body, 'token')}` });
  expect(dig((await person.get('/api/v1/auth/me')).body, 'passwordUntil')).toBe(textAt(reset.body, 'until'));
  await api.official.pool.query({
    text: `update ops_account set temporary_until = clock_timestamp() - interval '1 second' where person_id = $1`,
    values: [id],
  });
  expect((await signIn(id, password)).body['code']).toBe('SIGN_IN_FAILED');
  expect((await person.post('/api/v1/auth/password', { present: password, next: PASSWORD })).status).toBe(200);
  expect((await signIn(id, PASSWORD)).status).toBe(200);
  expect(dig((await person.get('/api/v1/auth/me')).body, 'passwordUntil')).toBeNull();
});

it('closes an account with its sessions, and opens it again; all of it stands in the history', async () => {
  const key = { 'idempotency-key': 'close-account-1' };
  const held = await api.officially(UNITS.a, 'officer');
  expect((await admin.post(path('closing'), { reason: '' })).body['code']).toBe('REASON_REQUIRED');
  expect((await admin.post(path('closing'), { reason: 'Nghỉ hưu' }, key)).status).toBe(200);
  expect((await admin.post(path('closing'), { reason: 'Nghỉ hưu' }, key)).headers.get('idempotency-replayed')).toBe(
    'true',
  );
  expect((await held.get('/api/v1/auth/me')).status).toBe(401);
  expect((await signIn(id, PASSWORD)).status).toBe(401);
  expect((await admin.post(path('closing'), { reason: 'x' })).body['code']).toBe('ALREADY_DONE');
  expect((await admin.post(path('password-reset'), { reason: 'x' })).body['code']).toBe('NOT_ALLOWED_IN_STATE');
  expect((await admin.post(path('reopening'), { reason: 'Trở lại' })).status).toBe(200);
  expect((await signIn(id, PASSWORD)).status).toBe(200);
  const { body } = await admin.get(`/api/v1/persons/${id}/history`);
  expect(eachOf(body, 'items', 'what')).toContainEqual({ vi: 'Tài khoản: khóa', en: 'Account: closed' });
});

it('lets nobody lock themselves out, and nothing be done from a rehearsal or without the right', async () => {
  const own = personId(UNITS.province, 'admin');
  expect((await admin.post(path('closing', own), { reason: 'x' })).status).toBe(422);
  const rehearsing = await api.as(UNITS.province, 'admin');
  expect((await rehearsing.post(path('closing'), { reason: 'x' })).body['code']).toBe('WRONG_WORLD');
  const head = await api.officially(UNITS.a, 'head');
  expect((await head.post(path('closing'), { reason: 'x' })).body['code']).toBe('FORBIDDEN');
  expect((await head.get('/api/v1/system')).status).toBe(403);
});
