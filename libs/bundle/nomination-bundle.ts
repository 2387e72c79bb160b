import { DECISION_FACTS } from '../domain/decision/decision.stream.js';
import { PERSON_FACTS } from '../domain/organisation/person.stream.js';
import { WORLD_ID } from '../domain/world/world.stream.js';
import type { CampaignFile } from '../domain/campaign-plan/campaign.js';
import type { Bilingual } from '../domain/campaign-plan/parts.js';
import type { NominationState } from '../domain/nomination/nomination-state.js';
import { isSealed, type Sealed } from '../domain/core/sealed.js';
import { factsOfNomination } from '../history/fact-rows.js';
import { namedIn, tell } from '../history/history-entry.js';
import { namesIn } from '../history/names.js';
import { reportPage } from '../history/report-page.js';
import {
  checkpointAt,
  checkpointOver,
  newestCheckpoint,
  oldestCheckpoint,
  type StoredCheckpoint,
} from '../ledger/checkpoints.js';
import { leafHashOf, factsAt, logSize, proofsAt, type NumberedFact } from '../ledger/log-tree.js';
import { leafOf } from '../ledger/leaf.js';
import { logKeyFor, signNow, type LogKeeperOptions } from '../ledger/log-keeper.js';
import type { StoredEvent } from '../ledger/reader.js';
import { openingOf, sealedIn, type SealKey } from '../ledger/sealing.js';
import type { World } from '../ledger/worlds.js';
import { toBase64 } from '../proof/base64.js';
import { formatNote, parseNote } from '../proof/signed-note.js';
import { bundleFile, type Bundle } from './bundle-format.js';
import { dataVersion, rulesCited, type CitedRules } from './cited-rules.js';

/** What was just recorded is not in the log yet: worth asking again in a moment. */
export class NotInLogYet extends Error {
  override readonly name = 'NotInLogYet';
}

/** Nothing was signed at the size a proof was asked for. */
export class NoSuchCheckpoint extends Error {
  override readonly name = 'NoSuchCheckpoint';
}

export interface BundleRequest {
  readonly nominationId: string;
  /** Sizes of signed states the reader holds: the file proves that the log continues them. */
  readonly since?: readonly number[];
  readonly language?: 'vi' | 'en';
}

/** A fact is numbered once every transaction older than it has ended, and one that folds or copies a world takes a while. */
const PATIENCE_MS = 30_000;
const PAUSE_MS = 50;

/** The facts, once the log holds all of them: it is behind a commit by moments. */
async function factsInLog(world: World, id: string, campaignId: string): Promise<readonly StoredEvent[]> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const facts = await factsOfNomination(world, id, campaignId);
    const newest = Math.max(...facts.map(({ logIndex }) => logIndex ?? Number.POSITIVE_INFINITY));
    if (newest <= (await logSize(world.pool))) return facts;
    if (performance.now() > end) throw new NotInLogYet(`the log does not hold every fact of ${id} yet`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** Waits until the tree over the log holds so many facts. */
async function treeReaches(world: World, size: number): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while ((await logSize(world.pool)) < size) {
    if (performance.now() > end) throw new NotInLogYet(`the log does not hold ${size} facts yet`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** Who and what the facts name: that is in the log as well, so that a name in the report is no claim. */
async function contextOf(world: World, named: ReturnType<typeof namedIn>): Promise<readonly number[]> {
  const { rows } = await world.pool.query<{ log_index: number }>({
    name: 'bundle-context',
    text: `select l.log_index from ledger_event e join ledger_log l on l.event_id = e.event_id
      where (e.stream = 'person' and e.type = $1 and e.stream_id = any($2::text[])) or (e.stream = 'unit' and e.stream_id = any($3::text[]))`,
    values: [PERSON_FACTS.registered, named.persons, named.units],
  });
  return rows.map((row) => row.log_index);
}

async function earlierThan(
  world: World,
  { size }: StoredCheckpoint,
  facts: readonly StoredEvent[],
  since: readonly number[],
): Promise<readonly StoredCheckpoint[]> {
  const decided = facts.filter(({ type }) => type === DECISION_FACTS.issued).map(({ logIndex }) => logIndex ?? 0);
  const found = new Map<number, StoredCheckpoint>();
  const first = await oldestCheckpoint(world.pool);
  const marked = await Promise.all(decided.map((logIndex) => checkpointOver(world.pool, logIndex)));
  for (const checkpoint of [first, ...marked]) if (checkpoint !== undefined) found.set(checkpoint.size, checkpoint);
  for (const held of since) {
    const checkpoint = await checkpointAt(world.pool, held);
    if (checkpoint === undefined || held > size) throw new NoSuchCheckpoint(`the log was not signed at ${held} facts`);
    found.set(held, checkpoint);
  }
  return [...found.values()].filter((checkpoint) => checkpoint.size < size).sort((a, b) => a.size - b.size);
}

/** Texts that are shown: what is said of this nominee and of those who acted, by name alone. */
function shownTexts(rows: readonly NumberedFact[], own: string): readonly Sealed[] {
  return rows.flatMap((row) => {
    if (row.stream === 'person') return sealedIn(row.payload['name']);
    const isOthers = ({ $seal }: Sealed): boolean => $seal.startsWith('subject/') && $seal !== own;
    return sealedIn(row.payload).filter((sealed) => !isOthers(sealed));
  });
}

async function sealKeysOf(world: World, subjects: readonly string[]): Promise<ReadonlyMap<string, SealKey>> {
  const { rows } = await world.pool.query<{ subject: string; key: Buffer; salt: Buffer }>({
    name: 'seal-keys',
    text: 'select subject, key, salt from seal_key where subject = any($1::text[])',
    values: [subjects],
  });
  return new Map(rows.map((row) => [row.subject, row]));
}

function textKeysOf(texts: readonly Sealed[], keys: ReadonlyMap<string, SealKey>): Readonly<Record<string, string>> {
  const opened: Record<string, string> = {};
  for (const { $seal, box } of texts) {
    const key = keys.get($seal);
    const opening = key === undefined || box === undefined ? undefined : openingOf(key, box);
    if (box !== undefined && opening !== undefined) opened[box] = toBase64(opening);
  }
  return opened;
}

/**
 * The history of a nomination as one file: report, facts, proofs, signed state. Signs the log first where its newest
 * signed state does not hold the newest of these facts. Undefined for a nomination that does not exist.
 */
export async function nominationBundle(
  world: World,
  options: LogKeeperOptions,
  { nominationId, since = [], language = 'vi' }: BundleRequest,
): Promise<string | undefined> {
  const found = await world.reader.state('nomination', nominationId);
  if (found === undefined) return undefined;
  const { state } = found;
  const facts = await factsInLog(world, nominationId, state.campaignId);
  const cited = await rulesCited(world, facts);
  const others = [...cited.verified.map(({ by }) => by), ...signersIn(facts)];
  const named = withThose(namedIn(facts), state, others);
  const own = facts.map(({ logIndex }) => logIndex ?? 0);
  const context = await contextOf(world, named);
  const logIndexes = [...new Set([...own, ...context, ...cited.logIndexes])].sort((a, b) => a - b);
  const key = await logKeyFor(world, options.key);
  const wanted = Math.max(...logIndexes);
  // Who is named may have been recorded a moment ago.
  await treeReaches(world, wanted);
  const newest = await newestCheckpoint(world.pool);
  const checkpoint = newest !== undefined && newest.size >= wanted ? newest : await signNow(world, options, 'asked');
  if (checkpoint === undefined || checkpoint.size < wanted) throw new NotInLogYet(nominationId);

  const earlier = await earlierThan(world, checkpoint, facts, since);
  const [rows, proofs, names, campaign, log] = await Promise.all([
    factsAt(world.pool, logIndexes),
    proofsAt(world.pool, checkpoint.size, { logIndexes, before: earlier.map(({ size }) => size) }),
    namesIn(world, { ...named, campaigns: [state.campaignId] }),
    world.reader.state('campaign', state.campaignId),
    world.reader.state('world', WORLD_ID),
  ]);
  const texts = shownTexts(rows, state.subject.name.$seal);
  const keys = await sealKeysOf(world, [
    ...new Set([...rows.map((row) => row.seal_subject), ...texts.map(({ $seal }) => $seal)]),
  ]);
  const rulePack = state.rulePack?.pinned ?? state.rulePack?.provisional;
  const report = reportPage({
    nominationId,
    isRehearsal: world.kind === 'rehearsal',
    state: await world.reader.unseal(state),
    achievement: achievementIn(facts),
    entries: tell(facts, { about: nominationId, file: campaign?.state.file, rulePack, names }),
    facts,
    rules: cited.rules,
    verified: cited.verified,
    named: rows.flatMap(({ stream, stream_id, log_index }) =>
      stream === 'person' || stream === 'unit' ? [{ logIndex: log_index, kind: stream, id: stream_id }] : [],
    ),
    leaves: new Map(rows.map((row) => [row.log_index, leafHashOf(row).toString('hex')])),
    names,
    papers: paperNames(cited.books, campaign?.state.file),
    packName: (pack, version, language) => packName(cited.books, pack, version, language),
    file: campaign?.state.file,
    checkpoint,
    language,
  });
  const bundle: Bundle = {
    about: { kind: 'nomination', id: nominationId, world: world.name },
    origin: key.name,
    keys: log?.state.logKeys ?? [],
    checkpoint: checkpoint.note,
    earlier: earlier.map(({ note }, i) => ({
      checkpoint: withoutWitnesses(note),
      proof: (proofs.consistency[i]?.proof ?? []).map(toBase64),
    })),
    events: rows.map((row, i) => ({
      logIndex: row.log_index,
      leaf: leafOf(row),
      payload: row.payload,
      proof: (proofs.inclusion[i] ?? []).map(toBase64),
    })),
    rules: cited.rules,
    salts: saltsOf(rows, keys),
    textKeys: textKeysOf(texts, keys),
    report,
  };
  return bundleFile(bundle, key);
}

/** A checkpoint with the signature of its log alone: witnesses are asked about the newest. */
function withoutWitnesses(text: string): string {
  const note = parseNote(text);
  return note === undefined ? text : formatNote({ text: note.text, signatures: note.signatures.slice(0, 1) });
}

/** What it was asked for, as last revised. */
function achievementIn(facts: readonly StoredEvent[]): string | undefined {
  const told = facts.map(({ payload }) => payload['achievement']).filter(isSealed);
  return told.at(-1)?.text;
}

/** "Law of 2022 … (L2022-ND98, 2026.11-…)": its name in the rule data, where that was loaded. */
function packName(books: CitedRules['books'], pack: string, version: string, language: 'vi' | 'en'): string {
  const name = books.get(dataVersion(version))?.packs.find(({ id }) => id === pack)?.name[language];
  return name === undefined ? `${pack}, ${version}` : `${name} (${pack}, ${version})`;
}

/** What papers are called by the law that was applied, and before it by the plan of the campaign. */
function paperNames(books: CitedRules['books'], file: CampaignFile | undefined): ReadonlyMap<string, Bilingual> {
  const byLaw = [...books.values()].flatMap(({ tables }) => tables.documents.flatMap(({ documents }) => documents));
  const byPlan = (file?.subjectGroups ?? []).flatMap(({ documents }) => documents);
  return new Map([
    ...byLaw.map(({ code, name }) => [code.toLowerCase().replaceAll('_', '-'), name] as const),
    ...byPlan.map(({ key, name }) => [key, name] as const),
  ]);
}

/** Who signed a decision; not always whoever recorded it. */
const signersIn = (facts: readonly StoredEvent[]): readonly string[] =>
  facts.map(({ payload }) => payload['signer']).filter((signer): signer is string => typeof signer === 'string');

/** With the unit, its decider, and others who are named. */
const withThose = (
  named: ReturnType<typeof namedIn>,
  { unitId, roles }: NominationState,
  others: readonly string[],
): ReturnType<typeof namedIn> => ({
  ...named,
  persons: [...named.persons, ...others],
  units: [...named.units, unitId, roles.decider],
});

function saltsOf(rows: readonly NumberedFact[], keys: ReadonlyMap<string, SealKey>): Readonly<Record<string, string>> {
  const salts: Record<string, string> = {};
  for (const { seal_subject } of rows) {
    const key = keys.get(seal_subject);
    if (key !== undefined) salts[seal_subject] = toBase64(key.salt);
  }
  return salts;
}
