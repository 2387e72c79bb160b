import type { Sealed } from '../domain/core/sealed.js';
import type { Caller, Outcome } from './ledger.js';
import type { World, Worlds } from './worlds.js';

export interface Erasure {
  readonly actor: Caller;
  readonly subject: string;
  readonly reason: string;
}

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
 * What people typed and has not become a fact, names of uploaded files, the account: none of it is sealed, all of it is
 * removed. Harmless to repeat, which finishes an erasure that was cut off.
 */
async function clearOperated(world: World, subject: string, names: readonly string[]): Promise<void> {
  const nominations = `select id from read_nomination where state->'subject'->'name'->>'$seal' = $1`;
  await world.pool.query({
    text: `with mine as (${nominations}),
      drafts as (delete from ops_draft d where exists (select 1 from mine where d.about like '%' || mine.id || '%')
        or exists (select 1 from unnest($2::text[]) n where strpos(d.body::text, n) > 0)),
      uploads as (update ops_upload u set name = '' where u.digest in (
        select a.digest from read_attachment a join mine on a.owner_kind = 'nomination' and a.owner_id = mine.id)),
      sessions as (delete from ops_session where 'person/' || person_id = $1)
      delete from ops_account where 'person/' || person_id = $1`,
    values: [subject, names],
  });
}

/**
 * Erases a subject in a world, and, where it is a person of the official one, in every rehearsal that has a copy of their
 * key. Proofs stay valid; bundles made from now on show that something was erased. What it cannot reach is said in
 * docs/audit.md: copies handed out before, backups, the write-ahead log until it is recycled.
 */
export async function eraseSubject(
  worlds: Worlds,
  world: World,
  { actor, subject, reason }: Erasure,
): Promise<Outcome> {
  const names = await namesOf(world, subject);
  const outcome = await world.ledger.execute({ actor, name: 'eraseSubject', input: { subject, reason } });
  if (!outcome.ok && outcome.refusal.code !== 'ALREADY_DONE') return outcome;
  await clearOperated(world, subject, names);
  if (world.kind === 'official' && subject.startsWith('person/')) {
    for (const { name, kind } of await worlds.list()) {
      const copy = kind === 'rehearsal' ? await worlds.open(name) : undefined;
      if (copy === undefined) continue;
      // A rehearsal's clock may stand where the person still held a position: the key goes all the same.
      await copy.pool.query({ text: 'delete from seal_key where subject = $1', values: [subject] });
      copy.ledger.forgetKey(subject);
      await clearOperated(copy, subject, names);
    }
  }
  return outcome;
}
