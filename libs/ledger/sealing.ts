import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { isSealed, type Sealed } from '../domain/core/sealed.js';
import type { Queryable } from '../persistence/pg.js';

export interface SealKey {
  readonly subject: string;
  readonly key: Buffer;
  readonly salt: Buffer;
}

/** What a reader sees instead of an erased text. */
export interface Erased {
  readonly $seal: string;
  readonly erased: true;
}

/** The subject of facts that name nobody. */
export const NOBODY = 'world';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;
const COMMITMENT = 16;
/** Marks a box whose key is that of one text; boxes of the first weeks were sealed with the subject's key itself. */
const OWN_KEY = '2.';

const hmac = (key: Buffer, ...parts: readonly (string | Buffer)[]): Buffer =>
  parts.reduce((mac, part) => mac.update(part), createHmac('sha256', key)).digest();

/** The key of one text: it opens that text and no other, so that it can be given to an inspector. */
const textKeyOf = (key: SealKey, nonce: Buffer): Buffer => hmac(key.key, 'text\n', nonce);
const cipherKeyOf = (textKey: Buffer): Buffer => hmac(textKey, 'encrypt');
/** Binds the box to one key: without it a box could be made that two keys open to two texts. */
const commitmentOf = (textKey: Buffer): Buffer => hmac(textKey, 'commit').subarray(0, COMMITMENT);

function box(key: SealKey, text: string): string {
  const nonce = randomBytes(NONCE);
  const textKey = textKeyOf(key, nonce);
  const cipher = createCipheriv(CIPHER, cipherKeyOf(textKey), nonce);
  cipher.setAAD(Buffer.from(key.subject, 'utf8'));
  const sealed = Buffer.concat([
    nonce,
    commitmentOf(textKey),
    cipher.update(text, 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return OWN_KEY + sealed.toString('base64');
}

function decrypt(key: Buffer, subject: string, nonce: Buffer, sealed: Buffer): string {
  const decipher = createDecipheriv(CIPHER, key, nonce);
  decipher.setAAD(Buffer.from(subject, 'utf8'));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG)), decipher.final()]).toString('utf8');
}

function unbox(key: SealKey, boxed: string): string {
  const bytes = Buffer.from(boxed.startsWith(OWN_KEY) ? boxed.slice(OWN_KEY.length) : boxed, 'base64');
  const nonce = bytes.subarray(0, NONCE);
  if (!boxed.startsWith(OWN_KEY)) return decrypt(key.key, key.subject, nonce, bytes.subarray(NONCE));
  return decrypt(cipherKeyOf(textKeyOf(key, nonce)), key.subject, nonce, bytes.subarray(NONCE + COMMITMENT));
}

/** The key that opens this one box; undefined for a box that was sealed with the subject's own key. */
export function openingOf(key: SealKey, boxed: string): Buffer | undefined {
  if (!boxed.startsWith(OWN_KEY)) return undefined;
  return textKeyOf(key, Buffer.from(boxed.slice(OWN_KEY.length), 'base64').subarray(0, NONCE));
}

/** Rebuilds a JSON value with every sealed text replaced; members that are undefined vanish, as they do in JSON. */
function mapSealed(value: unknown, replace: (sealed: Sealed) => unknown): unknown {
  if (isSealed(value)) return replace(value);
  if (Array.isArray(value)) return value.map((item: unknown) => mapSealed(item, replace));
  if (typeof value !== 'object' || value === null) return value;
  const out: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (item !== undefined) out[key] = mapSealed(item, replace);
  }
  return out;
}

/** Every sealed text in a value. */
export function sealedIn(value: unknown): readonly Sealed[] {
  const found: Sealed[] = [];
  mapSealed(value, (sealed) => found.push(sealed));
  return found;
}

export function sealSubjects(value: unknown, into: Set<string> = new Set()): Set<string> {
  mapSealed(value, (sealed) => into.add(sealed.$seal));
  return into;
}

/** Encrypts every marked text under its subject's key; what is sealed already stays as it is. */
export const sealAll = (value: unknown, keys: ReadonlyMap<string, SealKey>): unknown =>
  mapSealed(value, (sealed) => {
    if (sealed.text === undefined) return sealed;
    const key = keys.get(sealed.$seal);
    if (key === undefined) throw new Error(`no key for ${sealed.$seal}`);
    return { $seal: sealed.$seal, box: box(key, sealed.text) };
  });

/** The same value as a reader may see it: texts in the clear, erased ones marked. */
export const unsealAll = (value: unknown, keys: ReadonlyMap<string, SealKey>): unknown =>
  mapSealed(value, (sealed) => {
    if (sealed.box === undefined) return sealed;
    const key = keys.get(sealed.$seal);
    const erased: Erased = { $seal: sealed.$seal, erased: true };
    return key === undefined ? erased : { $seal: sealed.$seal, text: opened(key, sealed.box) };
  });

/** Texts by key and box: a page that is looked at again is not decrypted again. Forgotten with the key, see {@link KeyRing}. */
const texts = new WeakMap<SealKey, Map<string, string>>();

function opened(key: SealKey, boxed: string): string {
  let known = texts.get(key);
  if (known === undefined) texts.set(key, (known = new Map<string, string>()));
  let text = known.get(boxed);
  if (text === undefined) known.set(boxed, (text = unbox(key, boxed)));
  return text;
}

export const freshKey = (subject: string): SealKey => ({ subject, key: randomBytes(32), salt: randomBytes(16) });

interface Answer {
  /** How many subjects have ever been erased; it only grows. */
  readonly erased: number;
  readonly keys: Map<string, SealKey>;
}

/**
 * Keys by subject. Writers keep them for a while: a text sealed after an erasure is unreadable, which is what an erasure
 * asks for. Readers keep them too but ask each time whether anybody has been erased, so that nothing erased is shown from
 * memory.
 */
export class KeyRing {
  private readonly kept = new LRUCache<string, SealKey>({ max: 20_000, ttl: 60_000 });
  /** Keys as they were when so many had been erased. */
  private readonly readable = new LRUCache<string, SealKey>({ max: 20_000, ttl: 60_000 });
  private erased = -1;

  /** The keys the database holds now; only those we do not know are sent. */
  async read(db: Queryable, subjects: Iterable<string>): Promise<ReadonlyMap<string, SealKey>> {
    const wanted = [...new Set(subjects)];
    if (wanted.length === 0) return new Map<string, SealKey>();
    const { erased } = this;
    const known = new Map<string, SealKey>();
    for (const subject of wanted) {
      const key = this.readable.get(subject);
      if (key !== undefined) known.set(subject, key);
    }
    const missing = wanted.filter((subject) => !known.has(subject));
    const found = await this.ask(db, missing);
    if (found.erased === erased) return new Map([...known, ...found.keys]);
    return known.size === 0 ? found.keys : (await this.ask(db, wanted)).keys;
  }

  private async ask(db: Queryable, subjects: readonly string[]): Promise<Answer> {
    const { rows } = await db.query<{ erased: number; subject: string | null; key: Buffer; salt: Buffer }>({
      name: 'seal-keys',
      text: `select (select count(*) from ops_erased) as erased, k.subject, k.key, k.salt
        from (values (1)) once left join seal_key k on k.subject = any($1::text[])`,
      values: [subjects],
    });
    const erased = rows[0]?.erased ?? 0;
    const keys = new Map(
      rows.flatMap(({ subject, key, salt }) => (subject === null ? [] : [[subject, { subject, key, salt }] as const])),
    );
    if (erased > this.erased) {
      this.readable.clear();
      this.erased = erased;
    }
    // An answer that was long under way may know less of erasures than we do by now.
    if (erased === this.erased) for (const [subject, key] of keys) this.readable.set(subject, key);
    return { erased, keys };
  }

  /**
   * Keys to write with, and those among them that are new and must be stored in the same transaction. `erased` names a
   * subject that was erased: nothing more is sealed under it.
   */
  async forWriting(
    db: Queryable,
    subjects: Iterable<string>,
  ): Promise<{ keys: Map<string, SealKey>; fresh: SealKey[]; erased: string | undefined }> {
    const keys = new Map<string, SealKey>();
    const missing: string[] = [];
    for (const subject of subjects) {
      const known = this.kept.get(subject);
      if (known === undefined) missing.push(subject);
      else keys.set(subject, known);
    }
    if (missing.length === 0) return { keys, fresh: [], erased: undefined };
    const { rows } = await db.query<{ subject: string; key: Buffer | null; salt: Buffer | null; erased: boolean }>({
      name: 'seal-keys-to-write',
      text: `select q.subject, k.key, k.salt, e.subject is not null as erased from unnest($1::text[]) as q(subject)
        left join seal_key k on k.subject = q.subject left join ops_erased e on e.subject = q.subject`,
      values: [missing],
    });
    const fresh: SealKey[] = [];
    for (const { subject, key, salt } of rows) {
      const isNew = key === null || salt === null;
      const sealKey = isNew ? freshKey(subject) : { subject, key, salt };
      if (isNew) fresh.push(sealKey);
      else this.kept.set(subject, sealKey);
      keys.set(subject, sealKey);
    }
    return { keys, fresh, erased: rows.find(({ key, erased }) => key === null && erased)?.subject };
  }

  /** Remembers keys once their transaction has committed. */
  keep(fresh: readonly SealKey[]): void {
    for (const key of fresh) this.kept.set(key.subject, key);
  }

  forget(subject: string): void {
    this.kept.delete(subject);
  }
}
