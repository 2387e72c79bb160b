/**
 * Verifies a bundle: the history of one nomination as one file. The same code runs under Node and in the browser; `crypto`
 * gives SHA-256, HMAC-SHA-256, Ed25519 and AES-256-GCM.
 *
 * A bundle is canonical JSON: { bundle, format, seal }. `seal` is a note over the digest of `bundle`, so that every byte
 * of the file is covered. What does not rest on the word of whoever made the file: each event is a leaf of the log under
 * a signed checkpoint, and that checkpoint follows from the one you hold.
 */
import { canonical, base64Of, fromBase64, hexOf, same, textOf, utf8 } from './bytes.mjs';
import { checkDocuments } from './documents.mjs';
import { leafHash, provesConsistency, provesInclusion } from './merkle.mjs';
import { Broken, must } from './must.mjs';
import { cosignedAt, isSignedBy, parseCheckpoint, parseKey, parseNote } from './note.mjs';
import { checkRules } from './rules.mjs';
import { words } from './words.mjs';

export const FORMAT = 'vinhdanh-bundle/1';

/**
 * `bytes`: the file. What the verifier brings along, all of it optional: `key`, the log's verifier key from a source you
 * trust; `checkpoint`, a signed state of the log kept from earlier; `witnesses`, verifier keys; `documents`, digests (hex)
 * of files by their names. Returns { ok, lines, bundle }: each line is proven, failed or open, with words in vi and en.
 */
export async function verifyBundle(bytes, crypto, given = {}) {
  const lines = [];
  const say = (state, code, values = {}) => lines.push({ state, code, ...words(code, values) });
  let file;
  try {
    file = await readFile(bytes);
    await checkAll(file.bundle, file.seal, crypto, given, say);
  } catch (error) {
    // Whatever breaks on the way is a file that is not what it should be.
    const { code, where } =
      error instanceof Broken ? { code: error.message, where: error.where } : { code: 'malformed' };
    say('failed', code, { where: where ?? (error instanceof Broken ? '' : String(error.message)) });
  }
  return { ok: lines.every(({ state }) => state !== 'failed'), lines, bundle: file?.bundle };
}

async function readFile(bytes) {
  const text = textOf(bytes);
  const file = JSON.parse(text);
  must(canonical(file) === text, 'not-canonical');
  must(Object.keys(file).join() === 'bundle,format,seal' && file.format === FORMAT, 'not-a-bundle');
  return file;
}

const hasMembers = (value, names) => Object.keys(value).sort().join() === names;

/** Nothing in the file that no check looks at. */
function checkShape(bundle) {
  const names = 'about,checkpoint,earlier,events,keys,origin,report,rules,salts,textKeys';
  must(hasMembers(bundle, names) && hasMembers(bundle.about, 'id,kind,world'), 'unknown-part', 'bundle');
  must(bundle.origin.endsWith(`/${bundle.about.world}`), 'unknown-part', 'world');
  for (const event of bundle.events) must(hasMembers(event, 'leaf,logIndex,payload,proof'), 'unknown-part', 'events');
  for (const one of bundle.earlier) must(hasMembers(one, 'checkpoint,proof'), 'unknown-part', 'earlier');
  for (const rule of bundle.rules)
    must(hasMembers(rule, 'digest,instrument,logIndex,pack,row,table,version'), 'unknown-part', 'rules');
  for (const key of bundle.keys)
    must(hasMembers(key, 'key') || hasMembers(key, 'endorsement,key'), 'unknown-part', 'keys');
}

async function checkAll(bundle, seal, crypto, given, say) {
  const sealed = await checkBytes(bundle, seal, crypto);
  checkShape(bundle);
  const keys = await checkKeys(bundle, crypto, given, say);
  must(sealed.signatures.length === 1 && (await isSignedBy(crypto, sealed, keys.at(-1))), 'seal-not-signed');
  say('proven', 'bytes');
  const head = await checkCheckpoint(bundle, keys, crypto, given, say);
  const leaves = await checkEvents(bundle, head, crypto, say);
  await checkPayloads(bundle, crypto, say);
  await checkTexts(bundle, crypto, say);
  checkOrder(bundle, say);
  await checkRules(bundle, crypto, say);
  checkReport(bundle, leaves, say);
  checkDocuments(bundle, given.documents, say);
  await checkHeld(bundle, head, keys, crypto, given, say);
  for (const code of ['open-truth', 'open-later', 'open-before']) say('open', code);
}

/** The keys of the log, oldest first; each must be vouched for by the one before, from the key you trust onwards. */
async function checkKeys(bundle, crypto, given, say) {
  const keys = [];
  for (const [i, { key: text }] of bundle.keys.entries()) {
    const key = await parseKey(crypto, text);
    must(key?.name === bundle.origin && key.type === 1, 'bad-key', `keys[${i}]`);
    keys.push({ ...key, text });
  }
  must(keys.length > 0, 'bad-key', 'keys');
  const trusted = given.key === undefined ? undefined : keys.findIndex(({ text }) => text === given.key.trim());
  must(trusted !== -1, 'key-not-of-log', given.key);
  for (let i = 1; i < keys.length; i += 1) {
    const note = parseNote(bundle.keys[i].endorsement);
    const isNamed = note?.text === `vinhdanh log key\n${keys[i].text}\n`;
    const isVouchedFor =
      isNamed && (await isSignedBy(crypto, note, keys[i - 1])) && (await isSignedBy(crypto, note, keys[i]));
    must(isVouchedFor || bundle.keys[i].endorsement === undefined, 'bad-endorsement', `keys[${i}]`);
    must(isVouchedFor || trusted === undefined || trusted >= i, 'key-not-vouched-for', `keys[${i}]`);
    if (!isVouchedFor) say('open', 'open-key-change', { key: keys[i].text });
  }
  if (trusted === undefined) say('open', 'open-key', { key: keys.at(-1).text });
  else say('proven', 'key', { origin: bundle.origin });
  return keys;
}

/** The seal speaks of exactly these bytes; who signed it is looked at once the keys are known. */
async function checkBytes(bundle, seal, crypto) {
  const note = parseNote(seal);
  const digest = base64Of(await crypto.sha256(utf8(canonical(bundle))));
  must(note?.text === `vinhdanh bundle\n${bundle.origin}\n${digest}\n`, 'bytes-changed');
  return note;
}

async function checkCheckpoint(bundle, keys, crypto, given, say) {
  const head = parseCheckpoint(bundle.checkpoint);
  must(head?.origin === bundle.origin && (await isSignedBy(crypto, head.note, keys.at(-1))), 'checkpoint-not-signed');
  say('proven', 'checkpoint', { size: head.size, root: hexOf(head.root) });
  const known = await Promise.all((given.witnesses ?? []).map((text) => parseKey(crypto, text)));
  must(!known.includes(undefined), 'bad-witness-key', String((given.witnesses ?? [])[known.indexOf(undefined)]));
  for (const key of known) {
    const seconds = await cosignedAt(crypto, head.note, key);
    must(seconds !== undefined, 'witness-missing', key.name);
    say('proven', 'witness', { name: key.name, at: new Date(seconds * 1000).toISOString() });
  }
  for (const { name } of head.note.signatures)
    if (name !== head.origin && !known.some((key) => key.name === name)) say('open', 'open-witness', { name });
  return head;
}

/** Every event is a leaf of the log at the place it names. */
async function checkEvents(bundle, head, crypto, say) {
  const leaves = [];
  for (const [i, event] of bundle.events.entries()) {
    const leaf = await leafHash(crypto, utf8(canonical(event.leaf)));
    const proof = event.proof.map(fromBase64);
    must(!proof.includes(undefined), 'bad-proof', `events[${i}]`);
    must(await provesInclusion(crypto, leaf, event.logIndex - 1, head, proof), 'not-in-log', `#${event.logIndex}`);
    leaves.push({ logIndex: event.logIndex, hash: hexOf(leaf) });
  }
  must(leaves.length > 0, 'no-events');
  say('proven', 'events', { count: leaves.length });
  return leaves;
}

/** The payload beside each leaf is the one the leaf is about. */
async function checkPayloads(bundle, crypto, say) {
  let erased = 0;
  const salts = new Map(Object.entries(bundle.salts).map(([subject, salt]) => [subject, fromBase64(salt)]));
  const subjects = new Set(bundle.events.map(({ leaf }) => leaf.sealSubject));
  for (const [subject, salt] of salts) must(salt !== undefined && subjects.has(subject), 'salt-of-nothing', subject);
  for (const { logIndex, leaf, payload } of bundle.events) {
    const bytes = utf8(canonical(payload));
    must(hexOf(await crypto.sha256(bytes)) === leaf.sealed, 'payload-changed', `#${logIndex}`);
    const salt = salts.get(leaf.sealSubject);
    if (salt === undefined) erased += 1;
    else must(hexOf(await crypto.hmac(salt, bytes)) === leaf.digest, 'payload-changed', `#${logIndex}`);
  }
  say('proven', 'payloads');
  if (erased > 0) say('open', 'open-erased', { count: erased });
}

/** Sealed texts of a value: { $seal, box }. */
export function sealedIn(value) {
  if (Array.isArray(value)) return value.flatMap(sealedIn);
  if (typeof value !== 'object' || value === null) return [];
  return typeof value.$seal === 'string' && typeof value.box === 'string'
    ? [value]
    : Object.values(value).flatMap(sealedIn);
}

/** Opens a box with its own key; undefined where the key is not the one the box is bound to, or the box was changed. */
export async function openText(crypto, { $seal, box }, textKey) {
  const bytes = box.startsWith('2.') ? fromBase64(box.slice(2)) : undefined;
  if (bytes === undefined || bytes.length < 44 || textKey?.length !== 32) return undefined;
  const commitment = (await crypto.hmac(textKey, utf8('commit'))).subarray(0, 16);
  if (!same(commitment, bytes.subarray(12, 28))) return undefined;
  const key = await crypto.hmac(textKey, utf8('encrypt'));
  const plain = await crypto.decrypt(key, bytes.subarray(0, 12), bytes.subarray(28), utf8($seal));
  return plain === undefined ? undefined : textOf(plain);
}

/** Every text that is shown is the one that was sealed when its event was recorded. */
async function checkTexts(bundle, crypto, say) {
  const boxes = new Map(
    bundle.events.flatMap(({ payload }) => sealedIn(payload)).map((sealed) => [sealed.box, sealed]),
  );
  for (const [box, key] of Object.entries(bundle.textKeys)) {
    const sealed = boxes.get(box);
    must(sealed !== undefined, 'text-of-nothing', box.slice(0, 24));
    must((await openText(crypto, sealed, fromBase64(key))) !== undefined, 'text-changed', box.slice(0, 24));
    boxes.delete(box);
  }
  say('proven', 'texts', { count: Object.keys(bundle.textKeys).length });
  if (boxes.size > 0) say('open', 'open-sealed', { count: boxes.size });
}

/** Nothing twice, nothing out of order; the nomination and its tasks without a gap from their first fact on. */
function checkOrder(bundle, say) {
  const { kind, id } = bundle.about;
  const versions = new Map();
  let last = 0;
  for (const { logIndex, leaf } of bundle.events) {
    must(logIndex > last, 'out-of-order', `#${logIndex}`);
    last = logIndex;
    const stream = `${leaf.stream}:${leaf.streamId}`;
    const before = versions.get(stream) ?? 0;
    const isOwn = stream === `${kind}:${id}` || (leaf.stream === 'task' && leaf.streamId.startsWith(`${kind}:${id}:`));
    must(isOwn ? leaf.version === before + 1 : leaf.version > before, 'missing-event', `#${logIndex} ${stream}`);
    versions.set(stream, leaf.version);
  }
  must(versions.has(`${kind}:${id}`), 'missing-event', `${kind}:${id}`);
  say('proven', 'order', { facts: versions.get(`${kind}:${id}`) });
}

/** The report speaks of every event of the nomination, of each under its own digest, and of no other; of rules likewise. */
function checkReport(bundle, leaves, say) {
  const told = [...bundle.report.matchAll(/data-fact="(\d+)" data-leaf="([0-9a-f]{64})"/g)].map(
    ([, n, hash]) => `${n} ${hash}`,
  );
  const known = new Set(leaves.map(({ logIndex, hash }) => `${logIndex} ${hash}`));
  must(told.every((fact) => known.has(fact)) && new Set(told).size === told.length, 'report-differs');
  const { kind, id } = bundle.about;
  const own = bundle.events.filter(({ leaf }) => leaf.stream === kind && leaf.streamId === id);
  must(
    own.every(({ logIndex }) => told.some((fact) => fact.startsWith(`${logIndex} `))),
    'report-differs',
  );
  const rules = new Set(bundle.rules.map(({ row, digest }) => `${row.id} ${digest}`));
  for (const [, row, digest] of bundle.report.matchAll(/data-rule="([^"]*)" data-digest="([0-9a-f]{64})"/g))
    must(rules.has(`${row} ${digest}`), 'report-differs', row);
  say('open', 'open-report', { count: told.length });
}

/** The log at the time of the bundle begins with the log of each earlier checkpoint, first of all the one you hold. */
async function checkHeld(bundle, head, keys, crypto, given, say) {
  const isOfLog = async (checkpoint) => {
    for (const key of keys)
      if (checkpoint?.origin === bundle.origin && (await isSignedBy(crypto, checkpoint.note, key))) return true;
    return false;
  };
  const continues = async (older, proof) => !proof.includes(undefined) && provesConsistency(crypto, older, head, proof);
  const held = given.checkpoint === undefined ? undefined : parseCheckpoint(given.checkpoint);
  must(given.checkpoint === undefined || (await isOfLog(held)), 'held-not-of-log');
  let path = held?.size === head.size ? [] : undefined;
  for (const [i, { checkpoint, proof }] of bundle.earlier.entries()) {
    const older = parseCheckpoint(checkpoint);
    must(older?.note.signatures.length === 1, 'unknown-part', `earlier[${i}]`);
    must(
      (await isOfLog(older)) && (await continues(older, proof.map(fromBase64))),
      'earlier-not-continued',
      `earlier[${i}]`,
    );
    if (older.size === held?.size) path = proof.map(fromBase64);
  }
  say('proven', 'earlier', { count: bundle.earlier.length });
  if (held === undefined) return say('open', 'open-held');
  must(held.size <= head.size, 'held-is-newer', String(held.size));
  must(path !== undefined, 'held-without-proof', String(held.size));
  must(await continues(held, path), 'log-rewritten', String(held.size));
  return say('proven', 'held', { size: held.size });
}
