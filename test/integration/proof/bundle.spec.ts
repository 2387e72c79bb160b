import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Bundle } from '../../../libs/bundle/bundle-format.js';
import { nominationBundle, NoSuchCheckpoint } from '../../../libs/bundle/nomination-bundle.js';
import { repositoryRoot } from '../../../libs/config/paths.js';
import { dateOf } from '../../../libs/domain/calendar/local-date.js';
import { packInForce } from '../../../libs/domain/rules/pack.js';
import { rowsById } from '../../../libs/domain/rules/rule-pack.stream.js';
import { newestCheckpoint } from '../../../libs/ledger/checkpoints.js';
import { logKeyOf, readLogKey } from '../../../libs/ledger/log-key.js';
import { signNow } from '../../../libs/ledger/log-keeper.js';
import type { World, Worlds } from '../../../libs/ledger/worlds.js';
import { formatSigner, formatVerifier, newSignerKey, verifierOf } from '../../../libs/proof/signed-note.js';
import { ruleBookOfInstallation } from '../../../libs/rules/load-rules.js';
import { nodeCrypto } from '../../../verifier/node.mjs';
import { verifyBundle, type Given, type Verdict } from '../../../verifier/verify.mjs';
import { UNITS } from '../../domain/support/people.js';
import { accepted, logAll, operator, person, settleProvince, testWorlds } from '../../support/test-world.js';
import { openStanding } from '../../support/standing-campaign.js';
import { ACHIEVEMENT, decided, NOMINEE, REMARK, submitted } from './proven-nomination.js';

let worlds: Worlds;
let world: World;
let held: string;
const options = { key: { text: formatSigner(newSignerKey('vinhdanh/test')) }, witnesses: [] };
const folder = mkdtempSync(join(tmpdir(), 'vinhdanh-bundle-'));
const key = formatVerifier(verifierOf(logKeyOf(readLogKey(options.key), 'official')));

beforeAll(async () => {
  worlds = await testWorlds();
  world = await worlds.official();
  await settleProvince(world);
  await openStanding(world);
  await accepted(world, { actor: operator, name: 'loadRules', input: { book: ruleBookOfInstallation() } });
  const verified = { rowId: ROW, source: SOURCE, enforced: true };
  await accepted(world, { actor: person(UNITS.homeAffairs, 'appraiser'), name: 'verifyRule', input: verified });
  await logAll(world);
  held = (await signNow(world, options, 'asked'))!.note;
  await decided(world, 'n-1', '101/QĐ-UBND');
  await submitted(world, 'n-2');
  await logAll(world);
}, 240_000);
afterAll(async () => {
  await worlds.close();
  rmSync(folder, { recursive: true, force: true });
});

const ROW = 'r01-one-achievement';
const SOURCE = 'Công báo số 651+652, ngày 15/7/2022';

const sizeOf = (note: string): number => Number(note.split('\n')[1]);

async function bundleOf(nominationId: string, since: readonly number[] = []): Promise<string> {
  const file = await nominationBundle(world, options, { nominationId, since });
  if (file === undefined) throw new Error(`no bundle of ${nominationId}`);
  return file;
}
const verify = (file: string, given: Given = {}): Promise<Verdict> =>
  verifyBundle(Buffer.from(file), nodeCrypto, given);
const codes = ({ lines }: Verdict, state: string) =>
  lines.filter((line) => line.state === state).map(({ code }) => code);

describe('the bundle of a nomination', () => {
  it('issue 7: verifies for somebody who has the file, the key and a checkpoint from before', async () => {
    const verdict = await verify(await bundleOf('n-1', [sizeOf(held)]), { key, checkpoint: held });
    expect(codes(verdict, 'failed')).toEqual([]);
    expect(verdict.ok).toBe(true);
    expect(codes(verdict, 'proven')).toEqual(
      expect.arrayContaining(['key', 'bytes', 'checkpoint', 'events', 'payloads', 'texts', 'order', 'earlier', 'held']),
    );
    expect(codes(verdict, 'open').sort()).toEqual([
      'open-before',
      'open-later',
      'open-report',
      'open-sealed',
      'open-truth',
    ]);
  });

  it('issue 7: is the same, byte for byte, however often it is made', async () => {
    const first = await bundleOf('n-1');
    expect(await bundleOf('n-1')).toBe(first);
  });

  it('issue 7: says in words what happened, with names that are themselves proven', async () => {
    const verdict = await verify(await bundleOf('n-1'));
    const { report } = verdict.bundle as { report: string };
    for (const text of [NOMINEE, ACHIEVEMENT, REMARK, '101/QĐ-UBND', 'Trình hồ sơ', 'Công khai kết quả', 'Người '])
      expect(report).toContain(text);
    const told = [...report.matchAll(/<li id="f\d+" data-fact="(\d+)"/g)].map(([, n]) => Number(n));
    expect(told.length).toBeGreaterThanOrEqual(6);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
  });

  it('issue 7: holds the rules its verdicts cite as text, with what a person verified of them', async () => {
    const { bundle } = await verify(await bundleOf('n-1'));
    const { rules, report } = bundle as Bundle;
    const book = ruleBookOfInstallation();
    const rule = rules.find(({ row }) => row.id === ROW);
    const pack = packInForce(book, dateOf(await world.now()))?.id ?? '';
    expect(rule).toMatchObject({ pack, version: book.version, instrument: { code: 'L2022' } });
    expect(rule?.row).toEqual(rowsById(book).get(ROW));
    for (const text of ['Một thành tích không khen thưởng nhiều lần', 'điều 5', SOURCE, `data-rule="${ROW}"`])
      expect(report).toContain(text);
    expect(report).toContain(`(${pack}, ${book.version}`);
  });

  it('issue 7: is made for a nomination nobody has decided on, and for none that does not exist', async () => {
    expect((await verify(await bundleOf('n-2'), { key })).ok).toBe(true);
    expect(await nominationBundle(world, options, { nominationId: 'nobody' })).toBeUndefined();
    await expect(bundleOf('n-1', [1])).rejects.toThrow(NoSuchCheckpoint);
  });

  it('issue 7: fails under another key, and against a checkpoint of another log', async () => {
    const other = newSignerKey('vinhdanh/test/official');
    const file = await bundleOf('n-1');
    expect(codes(await verify(file, { key: formatVerifier(verifierOf(other)) }), 'failed')).toEqual(['key-not-of-log']);
    const newest = (await newestCheckpoint(world.pool))!.note;
    expect((await verify(file, { checkpoint: newest })).ok).toBe(true);
    expect(codes(await verify(file, { checkpoint: newest.replace('official', 'inofficial') }), 'failed')).toEqual([
      'held-not-of-log',
    ]);
  });

  it('issue 7: a file without a proof for the held checkpoint says how to get one', async () => {
    const between = (await signNow(world, options, 'asked'))!;
    await submitted(world, 'n-3');
    await logAll(world);
    const file = await bundleOf('n-3');
    expect(codes(await verify(file, { checkpoint: between.note }), 'failed')).toEqual(['held-without-proof']);
    expect((await verify(await bundleOf('n-3', [between.size]), { checkpoint: between.note })).ok).toBe(true);
    const old = await bundleOf('n-1');
    await submitted(world, 'n-4');
    await logAll(world);
    const newer = (await signNow(world, options, 'asked'))!;
    expect(codes(await verify(old, { checkpoint: newer.note }), 'failed')).toEqual(['held-is-newer']);
  });

  it('issue 7: is verified by Node and the folder of the verifier alone, in well under a second', async () => {
    const file = join(folder, 'n-1.json');
    writeFileSync(file, await bundleOf('n-1', [sizeOf(held)]));
    writeFileSync(join(folder, 'held.txt'), held);
    const run = (...args: readonly string[]) =>
      execFileSync(process.execPath, [join(repositoryRoot(), 'verifier', 'node.mjs'), ...args], { encoding: 'utf8' });
    const said = run(
      file,
      '--key',
      key,
      '--checkpoint',
      join(folder, 'held.txt'),
      '--en',
      '--report',
      join(folder, 'r.html'),
    );
    expect(said.trimEnd().split('\n').at(-1)).toBe('HOLDS');
    writeFileSync(file, (await bundleOf('n-1')).replace('101/QĐ-UBND', '102/QĐ-UBND'));
    expect(() => run(file)).toThrow(expect.objectContaining({ status: 1 }));
  });
});
