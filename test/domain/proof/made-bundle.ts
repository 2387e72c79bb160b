import { createHash } from 'node:crypto';
import { BUNDLE_FORMAT, bundleFile, type Bundle, type BundledEvent } from '../../../libs/bundle/bundle-format.js';
import type { BundledRule } from '../../../libs/bundle/cited-rules.js';
import { canonical, payloadDigest } from '../../../libs/ledger/canonical.js';
import { leafBytes, leafOf, type Leaf } from '../../../libs/ledger/leaf.js';
import { freshKey, openingOf, sealAll, sealedIn, type SealKey } from '../../../libs/ledger/sealing.js';
import { cosign, signCheckpoint, witnessKey } from '../../../libs/proof/checkpoint.js';
import { MemoryLog } from '../../../libs/proof/memory-log.js';
import {
  formatVerifier,
  newSignerKey,
  parseNote,
  signatureLine,
  verifierOf,
  type SignerKey,
} from '../../../libs/proof/signed-note.js';
import { nodeCrypto } from '../../../verifier/node.mjs';
import type { VerifierCrypto } from '../../../verifier/verify.mjs';

export interface MadeFact {
  readonly stream: string;
  readonly id: string;
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

const OWN = 'nomination';
export const SUBJECT = 'subject/nominee';
export const keyOf: SignerKey = newSignerKey('vinhdanh/test/official');
export const witness: SignerKey = newSignerKey('witness.example');

/** Facts of one nomination, among `others` of other streams. */
export const factsOf = (own: number, others: number): readonly MadeFact[] =>
  Array.from({ length: own + others }, (_, i) => {
    const isOwn = i % Math.max(1, Math.floor((own + others) / own)) === 0 && i < own * Math.floor((own + others) / own);
    return {
      stream: isOwn ? OWN : 'unit',
      id: isOwn ? 'n-1' : `unit-${i}`,
      type: isOwn ? 'stepEnded' : 'unitDefined',
      payload: isOwn ? { visit: i, note: { $seal: SUBJECT, text: `Nhận xét ${i}` } } : { name: `Đơn vị ${i}` },
    };
  });

const RULE = { id: 'gk-1', basis: { instrument: 'L2022', article: 'điều 75' }, text: { vi: 'Có thành tích', en: 'x' } };
const OTHER_RULE = { ...RULE, id: 'gk-2' };
const INSTRUMENT = { code: 'L2022', short: 'Luật 06/2022/QH15' };
const BOOK = { version: 'v-1', instruments: [INSTRUMENT], tables: { criteria: [RULE, OTHER_RULE], quotas: [] } };

/** The same facts after the rule data was loaded, the last one of the nomination with a verdict that cites a rule. */
export function withRules(facts: readonly MadeFact[]): readonly MadeFact[] {
  const last = facts.findLastIndex(({ stream }) => stream === OWN);
  const verdict = { pack: { id: 'L2022-ND98', version: 'v-1+2' }, rules: [{ row: RULE.id, status: 'passed' }] };
  return [
    { stream: 'rule-pack', id: 'vn', type: 'rulesLoaded', payload: { book: BOOK } },
    ...facts.map((fact, i) => (i === last ? { ...fact, payload: { ...fact.payload, verdict } } : fact)),
  ];
}

/** What a bundle holds of the rules, where the log holds any. */
export const citedRule = (row: typeof RULE = RULE): BundledRule =>
  ({
    logIndex: 1,
    table: 'criteria',
    pack: 'L2022-ND98',
    version: 'v-1',
    row,
    instrument: INSTRUMENT,
    digest: createHash('sha256').update(canonical(row)).digest('hex'),
  }) as unknown as BundledRule;
export const otherRule = (): BundledRule => citedRule(OTHER_RULE);

const rowOf = (
  { stream, id, type, payload }: MadeFact,
  version: number,
  at: number,
  keys: ReadonlyMap<string, SealKey>,
) => {
  const subject = sealedIn(payload)[0]?.$seal ?? 'world';
  const sealed = sealAll(payload, keys) as Readonly<Record<string, unknown>>;
  return {
    stream,
    stream_id: id,
    version,
    type,
    schema_version: 1,
    actor: 'officer',
    capacity: 'so-a/officer',
    on_behalf_of: null,
    recorded_at: `2026-11-23T10:00:00.${String(at).padStart(6, '0')}Z`,
    business_at: '2026-11-23T10:00:00.000000Z',
    document_date: null,
    command: 'approveStep',
    cause: null,
    seal_subject: subject,
    digest: payloadDigest(keys.get(subject)!.salt, sealed).toString('hex'),
    payload: sealed,
  };
};

export interface Made {
  readonly log: MemoryLog;
  readonly events: readonly (Omit<BundledEvent, 'proof'> & { readonly proof?: never })[];
  readonly keys: ReadonlyMap<string, SealKey>;
}

/** A whole log over these facts, with the keys of its subjects. */
export function makeLog(facts: readonly MadeFact[]): Made {
  const keys = new Map([SUBJECT, 'world'].map((subject) => [subject, freshKey(subject)]));
  const log = new MemoryLog();
  const versions = new Map<string, number>();
  const events = facts.map((fact, i) => {
    const stream = `${fact.stream}:${fact.id}`;
    const version = (versions.get(stream) ?? 0) + 1;
    versions.set(stream, version);
    const row = rowOf(fact, version, i, keys);
    const leaf = leafOf(row);
    log.append(leafBytes(leaf));
    return { logIndex: i + 1, leaf, payload: row.payload };
  });
  return { log, events, keys };
}

export const entryOf = (logIndex: number, leafHash: string): string =>
  `<li data-fact="${logIndex}" data-leaf="${leafHash}">Sự kiện ${logIndex}</li>`;

/** The bundle of the nomination under the log as it is at `size`; `heldSizes` are earlier checkpoints enclosed. */
export function bundleOf({ log, events, keys }: Made, heldSizes: readonly number[] = [], size = log.size): Bundle {
  const inBundle = events.filter(({ leaf, logIndex }) => leaf.stream !== 'unit' && logIndex <= size);
  const own = inBundle.filter(({ leaf }) => leaf.stream === OWN);
  const note = signCheckpoint(keyOf, log.head(size));
  const line = signatureLine(cosign(witness, parseNote(note)!.text, 1_790_000_000));
  const openings = own
    .flatMap(({ payload }) => sealedIn(payload))
    .map(({ $seal, box = '' }) => {
      const opening = openingOf(keys.get($seal)!, box);
      return [box, opening?.toString('base64') ?? ''] as const;
    });
  return {
    about: { kind: 'nomination', id: 'n-1', world: 'official' },
    origin: keyOf.name,
    keys: [{ key: formatVerifier(verifierOf(keyOf)) }],
    checkpoint: note + line,
    earlier: heldSizes.map((held) => ({
      checkpoint: signCheckpoint(keyOf, log.head(held)),
      proof: log.consistency(held, size).map((hash) => hash.toString('base64')),
    })),
    events: inBundle.map((event) => ({
      ...event,
      proof: log.inclusion(event.logIndex - 1, size).map((hash) => hash.toString('base64')),
    })),
    rules: inBundle.length > own.length ? [citedRule()] : [],
    salts: Object.fromEntries(
      inBundle.map(({ leaf }) => [leaf.sealSubject, keys.get(leaf.sealSubject)!.salt.toString('base64')]),
    ),
    textKeys: Object.fromEntries(openings),
    report: own.map(({ logIndex, leaf }) => entryOf(logIndex, hashOf(leaf))).join(''),
  };
}

export const hashOf = (leaf: Leaf): string => {
  const log = new MemoryLog();
  return log.append(leafBytes(leaf)).toString('hex');
};

/** The file as somebody with the key would seal it; the signature itself is left to {@link withOurSeal}: it would be true. */
export function unsignedFileOf(bundle: unknown): string {
  const digest = createHash('sha256').update(canonical(bundle)).digest('base64');
  const seal = `vinhdanh bundle\n${keyOf.name}\n${digest}\n\n${SIGNATURE}`;
  return canonical({ bundle, format: BUNDLE_FORMAT, seal });
}
const SIGNATURE = signatureLine({ name: keyOf.name, id: verifierOf(keyOf).id, signature: Buffer.alloc(64) });

/** Node's cryptography, with every seal taken as signed and each signature computed once: for very many looks. */
export function withOurSeal(): VerifierCrypto {
  const known = new Map<string, boolean>();
  return {
    ...nodeCrypto,
    verifies(publicKey, signature, message) {
      if (Buffer.from(message).toString().startsWith('vinhdanh bundle\n')) return true;
      const id = [publicKey, signature, message].map((part) => Buffer.from(part).toString('base64')).join();
      const holds = known.get(id) ?? (nodeCrypto.verifies(publicKey, signature, message) as boolean);
      known.set(id, holds);
      return holds;
    },
  };
}

export const fileOf = (bundle: Bundle): string => bundleFile(bundle, keyOf);
export const trusted = {
  key: formatVerifier(verifierOf(keyOf)),
  witnesses: [formatVerifier(witnessKey(witness))],
};
