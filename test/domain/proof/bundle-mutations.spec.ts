import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Bundle } from '../../../libs/bundle/bundle-format.js';
import { canonical } from '../../../libs/ledger/canonical.js';
import { signCheckpoint } from '../../../libs/proof/checkpoint.js';
import { nodeCrypto } from '../../../verifier/node.mjs';
import { verifyBundle, type Given } from '../../../verifier/verify.mjs';
import { verifyHonestBundles } from './honest-bundles.js';
import {
  bundleOf,
  entryOf,
  factsOf,
  fileOf,
  hashOf,
  keyOf,
  makeLog,
  otherRule,
  trusted,
  unsignedFileOf,
  withOurSeal,
  withRules,
} from './made-bundle.js';

const made = makeLog(factsOf(4, 9));
const honest = bundleOf(made, [5]);
const held = signCheckpoint(keyOf, made.log.head(5));
const given: Given = { ...trusted, checkpoint: held };

const verdict = (file: string | Uint8Array, brought: Given = given) =>
  verifyBundle(Buffer.from(file), nodeCrypto, brought);
const failures = async (file: string | Uint8Array, brought?: Given) =>
  (await verdict(file, brought)).lines.filter(({ state }) => state === 'failed').map(({ code }) => code);
/** As somebody who holds the key of the log would do it: the changed bundle under a seal of its own. */
const resealed = (bundle: Bundle, brought?: Given) => failures(fileOf(bundle), brought);

function* flips(bytes: Buffer): Generator<Buffer> {
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const copy = Buffer.from(bytes);
    copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    yield copy;
  }
}

const parsed = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
};

describe('a bundle that was tampered with', () => {
  it('issue 7: holds as it was made', async () => {
    expect(await failures(fileOf(honest))).toEqual([]);
  });

  it('issue 7: fails with any one bit of the file changed', async () => {
    let missed = 0;
    for (const bent of flips(Buffer.from(fileOf(honest)))) if ((await verdict(bent)).ok) missed += 1;
    expect(missed).toBe(0);
  }, 300_000);

  it.each(['about', 'checkpoint', 'earlier', 'events', 'keys', 'origin', 'rules', 'salts', 'textKeys'] as const)(
    'issue 7: fails with any one bit of its %s changed, even under a seal made with the key of the log',
    async (part) => {
      const small = bundleOf(makeLog(withRules(factsOf(2, 3))), [2]);
      const crypto = withOurSeal();
      const before = canonical(small[part]);
      const look = async (value: unknown) =>
        verifyBundle(Buffer.from(unsignedFileOf({ ...small, [part]: value })), crypto, trusted);
      expect((await look(small[part])).ok).toBe(true);
      const missed: string[] = [];
      for (const bent of flips(Buffer.from(before))) {
        const value = parsed(bent);
        if (value === undefined || canonical(value) === before) continue;
        if ((await look(value)).ok) missed.push(bent.toString('utf8').slice(0, 400));
      }
      expect(missed).toEqual([]);
    },
    300_000,
  );

  it('issue 7: fails with events swapped, dropped, doubled or given another time', async () => {
    const [a, b, c, d] = honest.events;
    if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('four events');
    const withEvents = (...events: Bundle['events']) => resealed({ ...honest, events });
    expect(await withEvents(a, c, b, d)).toEqual(['missing-event']);
    expect(await withEvents(a, c, d)).toEqual(['text-of-nothing']);
    expect(await resealed({ ...without(b.logIndex) })).toEqual(['missing-event']);
    expect(await withEvents(a, b, b, c, d)).toEqual(['out-of-order']);
    expect(await withEvents(a, { ...b, logIndex: c.logIndex }, c, d)).toEqual(['not-in-log']);
    const retimed = { ...b, leaf: { ...b.leaf, recordedAt: '2026-11-22T10:00:00.000001Z' } };
    expect(await withEvents(a, retimed, c, d)).toEqual(['not-in-log']);
    const earlier = { ...b, leaf: { ...b.leaf, businessAt: '2026-11-22T10:00:00.000000Z' } };
    expect(await withEvents(a, earlier, c, d)).toEqual(['not-in-log']);
    expect(await withEvents(a, { ...b, leaf: { ...b.leaf, actor: 'another' } }, c, d)).toEqual(['not-in-log']);
  });

  /** Everything of one event left out, as if it had never been. */
  function without(logIndex: number): Bundle {
    const events = honest.events.filter((event) => event.logIndex !== logIndex);
    const boxes = JSON.stringify(events);
    const textKeys = Object.fromEntries(Object.entries(honest.textKeys).filter(([box]) => boxes.includes(box)));
    const report = events.map(({ logIndex: n, leaf }) => entryOf(n, hashOf(leaf))).join('');
    return { ...honest, events, textKeys, report };
  }

  it('issue 7: fails with a payload changed, before an erasure and after it', async () => {
    const bent = (bundle: Bundle): Bundle => ({
      ...bundle,
      events: bundle.events.map((event, i) =>
        i === 1 ? { ...event, payload: { ...event.payload, visit: 99 } } : event,
      ),
    });
    expect(await resealed(bent(honest))).toEqual(['payload-changed']);
    const erased: Bundle = { ...honest, salts: {}, textKeys: {} };
    expect(await resealed(erased)).toEqual([]);
    expect(await resealed(bent(erased))).toEqual(['payload-changed']);
  });

  it('issue 7: fails with a text that is not the one that was sealed', async () => {
    const [box = '', other = ''] = Object.keys(honest.textKeys);
    const swapped = { ...honest.textKeys, [box]: honest.textKeys[other] ?? '' };
    expect(await resealed({ ...honest, textKeys: swapped })).toEqual(['text-changed']);
    const random = { ...honest.textKeys, [box]: randomBytes(32).toString('base64') };
    expect(await resealed({ ...honest, textKeys: random })).toEqual(['text-changed']);
  });

  it('issue 7: fails where the report speaks of other facts', async () => {
    const [first] = honest.events;
    const report = honest.report.replace(hashOf(first!.leaf), hashOf({ ...first!.leaf, actor: 'x' }));
    expect(await resealed({ ...honest, report })).toEqual(['report-differs']);
    expect(await resealed({ ...honest, report: '' })).toEqual(['report-differs']);
  });

  it('issue 7: fails with a rule left out, put in, changed, or told of otherwise in the report', async () => {
    const ruled = bundleOf(makeLog(withRules(factsOf(2, 3))));
    expect(await resealed(ruled, trusted)).toEqual([]);
    const told = async (change: Partial<Bundle>) => resealed({ ...ruled, ...change }, trusted);
    const [rule] = ruled.rules;
    if (rule === undefined) throw new Error('a rule');
    expect(await told({ rules: [] })).toEqual(['rule-missing']);
    expect(await told({ rules: [rule, rule] })).toEqual(['rule-of-nothing']);
    expect(await told({ rules: [rule, otherRule()] })).toEqual(['rule-of-nothing']);
    expect(await told({ rules: [{ ...otherRule(), row: { ...otherRule().row, id: rule.row.id } }] })).toEqual([
      'rule-changed',
    ]);
    expect(await told({ rules: [{ ...rule, version: 'v-2' }] })).toEqual(['rule-of-nothing']);
    expect(await told({ rules: [{ ...rule, logIndex: 2 }] })).toEqual(['rule-changed']);
    const marked = (digest: string) => `${ruled.report}<li data-rule="${rule.row.id}" data-digest="${digest}">x</li>`;
    expect(await told({ report: marked(rule.digest) })).toEqual([]);
    expect(await told({ report: marked(otherRule().digest) })).toEqual(['report-differs']);
  });

  it('issue 7: a log cut or rewritten whole, signed anew, fails against a checkpoint held from before', async () => {
    const rewritten = makeLog(factsOf(4, 9));
    const heldNow = signCheckpoint(keyOf, made.log.head());
    expect(await resealed(bundleOf(rewritten, [5]), { ...trusted, checkpoint: held })).toEqual(['log-rewritten']);
    expect(await resealed(bundleOf(rewritten), { ...trusted, checkpoint: heldNow })).toEqual(['log-rewritten']);
    expect(await resealed(bundleOf(made, [], 9), { ...trusted, checkpoint: heldNow })).toEqual(['held-is-newer']);
    expect(await resealed(bundleOf(rewritten, [5]))).toEqual(['log-rewritten']);
    const mixed = { ...bundleOf(rewritten), earlier: honest.earlier };
    expect(await resealed(mixed, trusted)).toEqual(['earlier-not-continued']);
  });

  it('issue 7: notices 2,000 sampled flips in documents', async () => {
    const document = randomBytes(60_000);
    const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    const facts = factsOf(2, 3).map((fact, i) =>
      i === 0 ? { ...fact, payload: { attachments: [{ digest: digest(document), size: document.length }] } } : fact,
    );
    const whole = bundleOf(makeLog(facts));
    const file = fileOf(whole);
    // What an erasure has destroyed nobody can hand in.
    expect(await resealed({ ...whole, salts: {}, textKeys: {} }, { ...trusted, documents: {} })).toEqual([]);
    expect(await failures(file, { ...trusted, documents: { 'a.pdf': digest(document) } })).toEqual([]);
    expect(await failures(file, { ...trusted, documents: {} })).toEqual(['document-missing']);
    let missed = 0;
    for (let i = 0; i < 2_000; i += 1) {
      const bent = Buffer.from(document);
      const bit = (i * 7_919) % (bent.length * 8);
      bent[bit >> 3] = (bent[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      if ((await verdict(file, { ...trusted, documents: { 'a.pdf': digest(bent) } })).ok) missed += 1;
    }
    expect(missed).toBe(0);
  }, 240_000);

  it(
    'issue 7: raises no false alarm over honest random logs (10,000 of them in test/long)',
    () => verifyHonestBundles(300),
    240_000,
  );
});
