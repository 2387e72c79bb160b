import { isSealed } from '../domain/core/sealed.js';
import type { StoredEvent } from '../ledger/reader.js';

type Values = Readonly<Record<string, string>>;

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/** The beginning of a checksum tells files apart; the whole of it stands in the fact. */
const shortDigest = (digest: unknown): string | undefined =>
  textOf(digest)?.replace(/^([0-9a-f]{12})[0-9a-f]{52}$/, '$1…');

/** A file that was laid into a dossier or taken out: its name while that is not erased, the beginnings of checksums. */
export function paperValues(payload: StoredEvent['payload']): Values {
  const { name, digest } = objectOf(payload['file']);
  const values = {
    file: isSealed(name) ? name.text : undefined,
    digest: shortDigest(digest ?? payload['digest']),
    replaces: shortDigest(payload['replaces']),
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values;
}

/** What a paper of a dossier is called, where the fact is about one. */
export function paperTitle(payload: StoredEvent['payload'], language: 'vi' | 'en'): Values {
  const title = textOf(objectOf(payload['title'])[language]);
  return title === undefined ? {} : { paper: title };
}

/** What a dossier lacked when it was taken all the same. */
export function lackingTitles(payload: StoredEvent['payload'], language: 'vi' | 'en'): Values {
  const { lacking } = payload;
  const titles = (Array.isArray(lacking) ? lacking : []).map((one) =>
    textOf(objectOf(objectOf(one)['title'])[language]),
  );
  const named = titles.filter((title) => title !== undefined);
  return named.length === 0 ? {} : { lacking: named.join('; ') };
}
