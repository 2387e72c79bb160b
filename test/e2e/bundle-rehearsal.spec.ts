import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Bundle } from '../../libs/bundle/bundle-format.js';
import { nominationBundle } from '../../libs/bundle/nomination-bundle.js';
import { dataFile, repositoryRoot } from '../../libs/config/paths.js';
import { loadOrganisationInto } from '../../libs/ledger/load-organisation.js';
import { logSettings } from '../../libs/ledger/log-settings.js';
import { watchOnce } from '../../libs/ledger/watch.js';
import type { World } from '../../libs/ledger/worlds.js';
import { loadOrganisation } from '../../libs/reference/organisation-reference.js';
import { rehearse } from '../../libs/rehearsal/rehearse.js';
import type { RehearsalResult } from '../../libs/rehearsal/result.js';
import { ruleBookOfInstallation } from '../../libs/rules/load-rules.js';
import { nodeCrypto } from '../../verifier/node.mjs';
import { verifyBundle } from '../../verifier/verify.mjs';
import { accepted, operator } from '../support/test-world.js';
import { startSystem, type RehearsalSystem } from './support/rehearsal-system.js';

let system: RehearsalSystem;
let world: World;
let story: RehearsalResult;
/** What an inspector has: the folder of the verifier, and files. */
const laptop = mkdtempSync(join(tmpdir(), 'vinhdanh-laptop-'));

beforeAll(async () => {
  system = await startSystem();
  const official = await system.worlds.official();
  const { file: organisation } = loadOrganisation(dataFile('organisations', 'hoa-binh.yaml'));
  if (organisation === undefined) throw new Error('hoa-binh.yaml cannot be read');
  await loadOrganisationInto(official, organisation);
  await accepted(official, { actor: operator, name: 'loadRules', input: { book: ruleBookOfInstallation() } });
  story = await rehearse({
    baseUrl: system.baseUrl,
    adminToken: system.adminToken,
    file: dataFile('campaigns', 'hoa-binh-nong-san-2024-2030.yaml'),
    units: 6,
    seed: 3,
    until: '2025-01-17',
    say: () => undefined,
  });
  const played = await system.worlds.open(story.world);
  if (played === undefined) throw new Error('the rehearsed world is gone');
  world = played;
  cpSync(join(repositoryRoot(), 'verifier'), join(laptop, 'verifier'), { recursive: true });
});
afterAll(async () => {
  await system.close();
  rmSync(laptop, { recursive: true, force: true });
});

async function fileOf(nominationId: string): Promise<string> {
  const file = await nominationBundle(world, logSettings(system.environment, world.kind), { nominationId });
  if (file === undefined) throw new Error(`no bundle of ${nominationId}`);
  return file;
}

/** Node with nothing of this machine but the verifier's folder and the file: what it prints, or its failure. */
const verifyAlone = (file: string): string =>
  execFileSync(process.execPath, [join(laptop, 'verifier', 'node.mjs'), file, '--en'], {
    cwd: laptop,
    env: {},
    encoding: 'utf8',
  });

it('S1-55 its dossiers hold their papers as files; who forgot one was sent back and brought it, and nobody was decided on without', async () => {
  expect(story.invariants.filter(({ holds }) => !holds)).toEqual([]);
  expect(story.refusals.filter(({ what }) => what.startsWith('!'))).toEqual([]);
  expect(story.refusals.map(({ code }) => code)).toContain('PAPERS_MISSING');
  expect(story.paths).toMatchObject({ 'forgotten-paper': 1, 'supplied-paper': 1 });
  const decided = story.nominations.filter(({ outcome }) => ['recognised', 'published', 'archived'].includes(outcome));
  expect(decided.length).toBeGreaterThan(0);
  expect(decided.flatMap(({ lacking }) => lacking)).toEqual([]);
  const { rows } = await world.pool.query<{ files: number }>(
    `select count(*)::int as files from read_attachment a join ops_file f on f.digest = a.digest
     where a.owner_kind = 'nomination' and f.media_type = 'application/pdf'`,
  );
  expect(rows[0]?.files).toBeGreaterThanOrEqual(3 * decided.length);
});

it('X10, issue 7: every nomination of the rehearsed Hòa Bình campaign verifies, and its rules and history are told', async () => {
  const { rows } = await world.pool.query<{ id: string; status: string }>(
    'select id, status from read_nomination order by id',
  );
  // A campaign in which something happened: awards decided, dossiers returned, withdrawn and declined.
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.some(({ status }) => status === 'archived')).toBe(true);
  for (const { id } of rows) {
    const { ok, lines, bundle } = await verifyBundle(Buffer.from(await fileOf(id)), nodeCrypto);
    expect([id, lines.filter(({ state }) => state === 'failed'), ok]).toEqual([id, [], true]);
    const { rules, report, events } = bundle as Bundle;
    const isSubmitted = events.some(({ leaf }) => leaf.type === 'nominationSubmitted');
    expect([id, rules.length > 0]).toEqual([id, isSubmitted]);
    for (const { row, digest } of rules) expect(report).toContain(`data-rule="${row.id}" data-digest="${digest}"`);
    expect(report).toContain('DIỄN TẬP');
    // Every fact has its words: none is told by the name of its type.
    for (const { leaf } of events) expect(report).not.toContain(`<p class="what">${leaf.type}<`);
  }
  const looked = await watchOnce(world, { derived: true });
  expect(looked.filter(({ holds }) => !holds)).toEqual([]);
});

it('issue 7: such a file verifies with Node and the folder of the verifier alone, and fails with one letter changed', async () => {
  const { rows } = await world.pool.query<{ id: string }>(
    `select id from read_nomination where status = 'archived' order by id limit 1`,
  );
  const text = await fileOf(rows[0]?.id ?? '');
  const file = join(laptop, 'bundle.json');
  writeFileSync(file, text);
  expect(verifyAlone(file).trimEnd().split('\n').at(-1)).toBe('HOLDS');
  writeFileSync(file, text.replace('QĐ-UBND', 'QD-UBND'));
  expect(() => verifyAlone(file)).toThrow(expect.objectContaining({ status: 1 }));
});
