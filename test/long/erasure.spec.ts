import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { hashPassword } from '../../apps/api/account/accounts.js';
import { rebuild } from '../../libs/ledger/rebuild.js';
import { watchOnce } from '../../libs/ledger/watch.js';
import { Worlds, type World } from '../../libs/ledger/worlds.js';
import { nodeCrypto } from '../../verifier/node.mjs';
import { verifyBundle } from '../../verifier/verify.mjs';
import { UNITS } from '../domain/support/people.js';
import { Caller, textAt } from '../integration/api/api-under-test.js';
import { accepted, operator, person, personId, settleProvince } from '../support/test-world.js';
import { ACHIEVEMENT, NOMINEE, REMARK } from '../integration/proof/proven-nomination.js';
import { openStanding, STANDING, STANDING_ROUND } from '../support/standing-campaign.js';
import { LaunchedSystem } from './support/launched.js';
import { inDump, inFiles, inWorkflows } from './support/searching.js';

/** The whole product as people start it: its logs, its mail, its files, its database and the store of its engine. */
let system: LaunchedSystem;
let worlds: Worlds;
let world: World;
let officer: Caller;
let admin: Caller;

const ID = 'hs-can-xoa';
const PASSWORD = 'mật khẩu thử 2026';
const LEAVER = { id: 'nguoi-da-nghi', name: 'Đinh Thị Rời Đi', email: 'roi.di@example.invalid' };
const SCANNED = 'Giấy xác nhận cứu người đêm mồng Ba';
const REASON = 'Thiếu xác nhận về việc cứu người ở suối Cái';
/** What was said of the nominee, in all the forms in which it was typed. */
const TEXTS = [NOMINEE, ACHIEVEMENT, REMARK, SCANNED, REASON];

async function signIn(id: string): Promise<Caller> {
  const { body } = await new Caller(system.baseUrl, { 'x-requested-with': 'vinhdanh' }).post('/api/v1/auth/sign-in', {
    username: id,
    password: PASSWORD,
  });
  if (textAt(body, 'personId') !== id) throw new Error(`${id} cannot sign in: ${JSON.stringify(body)}`);
  return new Caller(system.baseUrl, { authorization: `Bearer ${textAt(body, 'token')}` });
}

async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  for (const since = Date.now(); Date.now() - since < 120_000; await pause(200)) if (await holds()) return;
  throw new Error(`${what} did not happen`);
}

beforeAll(async () => {
  // The most talkative logs there are.
  process.env['LOG_LEVEL'] = 'debug';
  system = await LaunchedSystem.start();
  const url = system.address('DATABASE_URL');
  worlds = new Worlds({ ownerUrl: url, poolSize: 4 });
  world = await worlds.official();
  await settleProvince(world);
  await openStanding(world);
  await accepted(world, {
    actor: operator,
    name: 'registerPerson',
    input: {
      personId: LEAVER.id,
      username: LEAVER.id,
      name: LEAVER.name,
      email: LEAVER.email,
      invented: true,
      positions: [
        { key: 'k', unitId: UNITS.a, role: 'officer', title: 'officer', from: '2020-01-01', to: '2021-01-01' },
      ],
    },
  });
  await world.pool.query({
    text: 'insert into ops_account (person_id, username, password_hash) select id, username, $1 from read_person where username = any($2)',
    values: [await hashPassword(PASSWORD), [personId(UNITS.a, 'officer'), personId(UNITS.homeAffairs, 'admin')]],
  });
  officer = await signIn(personId(UNITS.a, 'officer'));
  admin = await signIn(personId(UNITS.homeAffairs, 'admin'));
}, 600_000);
afterAll(async () => {
  await worlds.close();
  await system.end();
}, 120_000);

/** A nomination as people bring it about: begun, mistyped, searched for, with a paper, sent back, supplemented, decided. */
async function bring(): Promise<void> {
  const body = {
    nominationId: ID,
    campaignId: STANDING,
    roundId: STANDING_ROUND,
    awardCode: 'BK',
    unitId: UNITS.a,
    subject: { kind: 'individual', id: 'nguoi-duoc-de-nghi', name: NOMINEE },
    achievement: ACHIEVEMENT,
    documents: [],
  };
  expect(await officer.put('/api/v1/drafts/new-nomination', { name: NOMINEE, achievement: ACHIEVEMENT })).toMatchObject(
    {
      status: 200,
    },
  );
  expect((await officer.post('/api/v1/nominations', { ...body, awardCode: 7 })).status).toBe(400);
  expect((await officer.post('/api/v1/nominations', `{"subject": "${NOMINEE}`)).status).toBe(400);
  await officer.get(`/api/v1/nominations?text=${encodeURIComponent(NOMINEE)}`);
  await officer.get(`/api/v1/inbox?text=${encodeURIComponent(NOMINEE)}`);
  expect(await officer.post('/api/v1/nominations', body)).toMatchObject({ status: 201 });
  const name = `Xác nhận cho ${NOMINEE}.pdf`;
  const uploaded = await officer.upload(name, `%PDF-1.4\n${SCANNED}: ${NOMINEE}\n`);
  const paper = { kind: 'other', digest: textAt(uploaded.body, 'digest'), name };
  expect(await officer.post(`/api/v1/nominations/${ID}/papers`, paper)).toMatchObject({ status: 201 });
  expect(await officer.post(`/api/v1/nominations/${ID}/submission`)).toMatchObject({ status: 200 });
  const appraiser = person(UNITS.homeAffairs, 'appraiser');
  await accepted(world, {
    actor: appraiser,
    name: 'returnNomination',
    input: { nominationId: ID, visit: 1, reason: REASON },
  });
  expect(await officer.post(`/api/v1/nominations/${ID}/supplement`, { visit: 2, note: REMARK })).toMatchObject({
    status: 200,
  });
}

it('issue 7: after an erasure the text is in no row, dump, log, mail, file, workflow or new bundle', async () => {
  await bring();
  // A mail to the person who left, sent by the product's own postman into its spool.
  await world.pool.query({
    text: `insert into ops_notice (subject, step, recipient, channel, template, params, business_at)
      values ($1, 'once', $2, 'email', 'task-assigned', '{}', now())`,
    values: [`nomination:${ID}`, LEAVER.id],
  });
  const [dump, store] = [system.address('DATABASE_URL'), system.address('TEMPORAL_ADDRESS')];
  const namespace = system.address('TEMPORAL_NAMESPACE');
  const people = [...TEXTS, LEAVER.name, LEAVER.email];
  /** Everything the installation keeps but the database's own pages, which are looked at row by row. */
  const files = (texts: readonly string[]) => inFiles(system.data, texts, ['postgres']);
  await until('the mail', () => inFiles(join(system.data, 'mail'), [LEAVER.email]).length > 0);
  await until('the workflow', async () => (await inWorkflows(store, namespace, [ID])).length > 0);
  await until('the log of requests', () => inFiles(join(system.data, 'logs'), [ID]).length > 0);

  // The search finds what is there: a draft, names of uploads, the file, the mail.
  expect(await inDump(dump, TEXTS)).toEqual(['vinhdanh.ops_draft', 'vinhdanh.ops_upload']);
  expect(
    files(people)
      .map((path) => path.split('/')[0])
      .sort(),
  ).toEqual(['files', 'mail']);
  expect(await inWorkflows(store, namespace, people)).toEqual([]);
  const before = Buffer.from(await (await bundle()).arrayBuffer());
  for (const text of [NOMINEE, ACHIEVEMENT, REMARK, REASON]) expect(before.toString('utf8')).toContain(text);

  for (const subject of ['subject/nguoi-duoc-de-nghi', `person/${LEAVER.id}`])
    expect(await admin.post('/api/v1/erasures', { subject, reason: 'Theo đơn yêu cầu' })).toMatchObject({
      status: 200,
    });

  expect(await inDump(dump, people)).toEqual([]);
  expect(files(people)).toEqual([]);
  expect(await inWorkflows(store, namespace, people)).toEqual([]);
  const after = Buffer.from(await (await bundle()).arrayBuffer());
  for (const text of people) expect(after.toString('utf8')).not.toContain(text);
  const { ok, lines } = await verifyBundle(after, nodeCrypto);
  expect([ok, lines.filter(({ state }) => state === 'failed')]).toEqual([true, []]);
  const withoutPapers = await verifyBundle(after, nodeCrypto, { documents: {} });
  expect(withoutPapers.lines.map(({ code }) => code)).toContain('open-erased-documents');
  expect(withoutPapers.ok).toBe(true);
  expect((await verifyBundle(before, nodeCrypto)).ok).toBe(true);
}, 600_000);

it('issue 7: erase, rebuild: identical, and nothing of it comes back; the dossier goes its way', async () => {
  expect(await rebuild(world)).toEqual([]);
  const looked = await watchOnce(world, { derived: true });
  expect(looked.filter(({ holds }) => !holds)).toEqual([]);
  expect(await inDump(system.address('DATABASE_URL'), TEXTS)).toEqual([]);
  const appraiser = person(UNITS.homeAffairs, 'appraiser');
  await accepted(world, { actor: appraiser, name: 'approveStep', input: { nominationId: ID, visit: 3 } });
  expect((await officer.get(`/api/v1/nominations/${ID}`)).status).toBe(200);
}, 120_000);

const bundle = async (): Promise<Response> =>
  fetch(`${system.baseUrl}/api/v1/nominations/${ID}/bundle`, { headers: officer.headers });
