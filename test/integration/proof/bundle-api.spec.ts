import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { nodeCrypto } from '../../../verifier/node.mjs';
import { verifyBundle } from '../../../verifier/verify.mjs';
import { UNITS } from '../../domain/support/people.js';
import { ApiUnderTest, dig, textAt } from '../api/api-under-test.js';
import { openStanding } from '../../support/standing-campaign.js';
import { decided } from './proven-nomination.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  await openStanding(api.official);
  await decided(api.official, 'n-1', '101/QĐ-UBND');
  await api.logAtRest(api.official);
}, 240_000);
afterAll(() => api.stop());

it('issue 7: hands a bundle to whoever may see the dossier, and its key and checkpoint to everybody', async () => {
  const officer = await api.officially(UNITS.a, 'officer');
  const answer = await fetch(`${api.url}/api/v1/nominations/n-1/bundle`, { headers: officer.headers });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="n-1.vinhdanh.json"');
  const file = new Uint8Array(await answer.arrayBuffer());

  const log = await api.anonymous().get('/api/v1/public/log');
  const { ok, lines } = await verifyBundle(file, nodeCrypto, {
    key: textAt(log.body, 'keys.0.key'),
    checkpoint: textAt(log.body, 'checkpoint.note'),
  });
  expect(lines.filter(({ state }) => state === 'failed')).toEqual([]);
  expect(ok).toBe(true);

  const note = await api.anonymous().get('/api/v1/public/log/checkpoint');
  expect(note.body['text']).toBe(dig(log.body, 'checkpoint.note'));
  const size = dig(log.body, 'checkpoint.size');
  const same = await api.anonymous().get(`/api/v1/public/log/consistency?from=${String(size)}&to=${String(size)}`);
  expect(same.body).toEqual({ from: size, to: size, proof: [] });

  const stranger = await api.officially(UNITS.b, 'officer');
  expect(await stranger.get('/api/v1/nominations/n-1/bundle')).toMatchObject({ status: 403 });
  expect(await officer.get('/api/v1/nominations/n-1/bundle?since=1')).toMatchObject({ status: 404 });
  expect(await officer.get('/api/v1/nominations/nobody/bundle')).toMatchObject({ status: 404 });
});

it('issue 7: decisions show what binds them to the log', async () => {
  const decider = await api.officially(UNITS.province, 'decider');
  const shown = await decider.get('/api/v1/decisions/decision-n-1');
  expect(dig(shown.body, 'proof.digest')).toMatch(/^[0-9a-f]{64}$/);
  expect(dig(shown.body, 'proof.checkpoint.root')).toMatch(/^[0-9a-f]{64}$/);
  const published = await api.anonymous().get('/api/v1/public/decisions');
  expect(dig(published.body, 'items.0.proof')).toEqual(dig(shown.body, 'proof'));
});
