import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sealed } from '../domain/core/sealed.js';
import { FileStore } from '../persistence/file-store.js';
import type { Caller, Outcome } from './ledger.js';
import type { World, Worlds } from './worlds.js';

export interface Erasure {
  readonly actor: Caller;
  readonly subject: string;
  readonly reason: string;
}

const NOMINATIONS = `select id from read_nomination where state->'subject'->'name'->>'$seal' = $1`;

/** Subjects whose keys a rehearsal takes over. */
const COPIED_KEYS: readonly string[] = ['person/', 'subject/'];

/** Words that would give the subject away in a half-filled form. Read while they still can be. */
async function namesOf(world: World, subject: string): Promise<readonly string[]> {
  const { rows } = await world.pool.query<{ name: Sealed }>({
    text: `select state->'subject'->'name' as name from read_nomination where state->'subject'->'name'->>'$seal' = $1
      union select state->'name' from read_person where 'person/' || id = $1`,
    values: [subject],
  });
  const open = await world.reader.unseal(rows.map(({ name }) => name));
  return open.map(({ text }) => text ?? '').filter((text) => text.length > 2);
}

/**
 * What people typed and has not become a fact, the account: none of it is sealed, all of it is removed. Harmless to
 * repeat, which finishes an erasure that was cut off.
 */
async function clearOperated(world: World, subject: string, names: readonly string[]): Promise<void> {
  await world.pool.query({
    text: `with mine as (${NOMINATIONS}),
      drafts as (delete from ops_draft d where exists (select 1 from mine where d.about like '%' || mine.id || '%')
        or exists (select 1 from unnest($2::text[]) n where strpos(d.body::text, n) > 0)),
      sessions as (delete from ops_session where 'person/' || person_id = $1)
      delete from ops_account where 'person/' || person_id = $1`,
    values: [subject, names],
  });
}

/**
 * Files that were laid into dossiers of this subject and into nothing else, and files named after the subject that lie
 * nowhere: their content, their names and that they were there. Facts keep their digests.
 */
async function clearFiles(world: World, files: FileStore, subject: string, names: readonly string[]): Promise<void> {
  const { rows } = await world.pool.query<{ digest: string }>({
    text: `with mine as (${NOMINATIONS}),
      own as (select a.digest from read_attachment a join mine on a.owner_kind = 'nomination' and a.owner_id = mine.id
        union select u.digest from ops_upload u where exists (select 1 from unnest($2::text[]) n where strpos(u.name, n) > 0))
      select digest from own where not exists (select 1 from read_attachment a where a.digest = own.digest
        and not (a.owner_kind = 'nomination' and a.owner_id in (select id from mine)))`,
    values: [subject, names],
  });
  const digests = rows.map(({ digest }) => digest);
  for (const digest of digests) await files.erase(world.name, digest);
  await world.pool.query({ text: 'update ops_upload set replaces = null where replaces = any($1)', values: [digests] });
  await world.pool.query({ text: 'delete from ops_upload where digest = any($1)', values: [digests] });
  await world.pool.query({ text: 'delete from ops_file where digest = any($1)', values: [digests] });
}

/** Mail to this person that was put into files because no mail server is named: it bears the address. */
async function clearMail(world: World, folder: string, subject: string): Promise<void> {
  const { rows } = await world.pool.query<{ id: number }>({
    text: `select id from ops_notice where channel = 'email' and 'person/' || recipient = $1`,
    values: [subject],
  });
  for (const { id } of rows) await rm(join(folder, `${id}.eml`), { force: true });
}

/**
 * Erases a subject in a world, and, where it is a person or a subject of the register of the official one, in every
 * rehearsal that has a copy of their key. `data` is the folder with files and mail of this installation. Proofs stay valid; bundles made from now on show that
 * something was erased. What it cannot reach is said in docs/audit.md: copies handed out before, backups, the write-ahead
 * log until it is recycled.
 */
export async function eraseSubject(
  worlds: Worlds,
  world: World,
  { actor, subject, reason }: Erasure,
  data: string,
): Promise<Outcome> {
  const files = new FileStore(join(data, 'files'));
  const names = await namesOf(world, subject);
  const outcome = await world.ledger.execute({ actor, name: 'eraseSubject', input: { subject, reason } });
  if (!outcome.ok && outcome.refusal.code !== 'ALREADY_DONE') return outcome;
  await clearOperated(world, subject, names);
  await clearFiles(world, files, subject, names);
  if (world.kind === 'official') await clearMail(world, join(data, 'mail'), subject);
  if (world.kind === 'official' && COPIED_KEYS.some((kind) => subject.startsWith(kind))) {
    for (const { name, kind } of await worlds.list()) {
      const copy = kind === 'rehearsal' ? await worlds.open(name) : undefined;
      if (copy === undefined) continue;
      // A rehearsal's clock may stand where the person still held a position: the key goes all the same.
      await copy.pool.query({
        text: `with gone as (delete from seal_key where subject = $1)
          insert into ops_erased (subject) values ($1) on conflict do nothing`,
        values: [subject],
      });
      copy.ledger.forgetKey(subject);
      await clearOperated(copy, subject, names);
      await clearFiles(copy, files, subject, names);
    }
  }
  return outcome;
}
