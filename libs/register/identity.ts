import { createHmac, randomBytes } from 'node:crypto';
import type { ReadRow } from '../domain/award-history/import/read-row.js';
import { fold } from '../domain/award-history/import/fold.js';
import type { Queryable } from '../persistence/pg.js';

/** Whose key turns what identifies a person into an id: without it an id tells nothing, not even by trying all numbers. */
const SUBJECT = 'register-identity';

/** The key of this world, made when it is first needed. */
export async function identityKey(db: Queryable): Promise<Buffer> {
  await db.query({
    text: 'insert into seal_key (subject, key, salt) values ($1, $2, $3) on conflict do nothing',
    values: [SUBJECT, randomBytes(32), randomBytes(16)],
  });
  const { rows } = await db.query<{ key: Buffer }>({
    text: 'select key from seal_key where subject = $1',
    values: [SUBJECT],
  });
  const key = rows[0]?.key;
  if (key === undefined) throw new Error('no key for the identities of the register');
  return key;
}

/** Numbers of identity papers name a person to anyone: they never become an id themselves. */
const PAPER = /^\d{9}(\d{3})?$/;

/**
 * The id of a row's subject: its code where the file has one; the unit itself for a collective that is one; else what tells
 * people apart, name with day of birth or unit, under the world's key. The same row gives the same id for ever. The same
 * person under two ids is joined by hand.
 */
export function subjectIdOf(
  row: ReadRow,
  unitId: string | undefined,
  ownUnit: string | undefined,
  key: Buffer,
): string {
  const { code, birth, name, kind, unit } = row;
  if (code !== undefined && !PAPER.test(code)) return code;
  if (code === undefined && kind === 'collective' && ownUnit !== undefined) return ownUnit;
  const parts =
    code !== undefined
      ? ['paper', code]
      : birth !== undefined
        ? ['born', fold(name), birth]
        : ['unit', kind, fold(name), unitId ?? fold(unit ?? '')];
  return `s-${createHmac('sha256', key).update(parts.join('\n')).digest('hex').slice(0, 24)}`;
}
