import { parseQueue } from '../domain/access/actor.js';
import { dateOf } from '../domain/calendar/local-date.js';
import type { CampaignFile } from '../domain/campaign-plan/campaign.js';
import type { Bilingual } from '../domain/campaign-plan/parts.js';
import { isSealed } from '../domain/core/sealed.js';
import type { Fact, StreamKind, States } from '../domain/core/stream.js';
import { CLUSTER_FACTS } from '../domain/organisation/cluster.stream.js';
import { PERSON_FACTS } from '../domain/organisation/person.stream.js';
import { UNIT_FACTS } from '../domain/organisation/unit.stream.js';
import { REGISTRATION_FACTS } from '../domain/registration/registration.stream.js';
import { STREAMS } from '../domain/streams.js';
import { PASSING_CONCLUDED } from '../domain/succession/concluded.js';
import { PASSED_ON } from '../domain/succession/passing.js';
import { REBASE_ASKED } from '../domain/succession/rebase.js';
import { TAKEN_OVER } from '../domain/succession/registration-passing.js';
import { type TaskOwner, parseTaskId } from '../domain/task/open-task.js';
import type { StoredEvent } from '../ledger/reader.js';
import type { Asked, NamedPerson, NamedUnit, Names } from './names.js';
import { factWords } from './fact-words.js';
import { lackingTitles, paperTitle, paperValues } from './paper-words.js';
import { addedAward } from './round-words.js';
import { dayText, queueText, roleName } from './state-words.js';
import { stepName } from './step-names.js';

export interface Standing {
  readonly status?: string;
  readonly step?: string;
  readonly stepName?: Bilingual;
  readonly lastDay?: string;
}

/** One fact as a person reads it. */
export interface HistoryEntry {
  readonly logIndex: number | null;
  readonly stream: { readonly kind: StreamKind; readonly id: string; readonly version: number };
  readonly type: string;
  readonly what: Bilingual;
  readonly who: NamedPerson & {
    readonly capacity?: { readonly unit: NamedUnit; readonly role: string };
    readonly onBehalfOf?: NamedPerson;
  };
  readonly when: { readonly business: string; readonly recorded: string; readonly document?: string };
  /** The reason or remark; `erased` where its key has been destroyed. */
  readonly why?: { readonly text: string } | { readonly erased: true };
  readonly rule: {
    readonly step?: string;
    readonly stepName?: Bilingual;
    readonly rulePack?: string;
    readonly legalBasis?: string;
  };
  readonly before?: Standing;
  readonly after?: Standing;
  readonly visit?: number;
  readonly command: string;
  readonly digest: string;
}

const WHY = ['reason', 'note', 'text', 'conclusion'] as const;

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

function whyOf(payload: StoredEvent['payload']): HistoryEntry['why'] {
  for (const name of WHY) {
    const value = payload[name] ?? objectOf(payload['proof'])[name];
    if (isSealed(value)) return value.text === undefined ? { erased: true } : { text: value.text };
    const text = textOf(value);
    if (text !== undefined) return { text };
  }
  return undefined;
}

const isOwner = (state: object): state is TaskOwner => 'open' in state;

/** Where a stream stands: its status, its latest open step and when that is due. */
function standingOf(state: States[StreamKind] | undefined, file: CampaignFile | undefined): Standing | undefined {
  if (state === undefined) return undefined;
  const task = isOwner(state) ? Object.values(state.open).at(-1) : undefined;
  return {
    ...('status' in state ? { status: state.status } : {}),
    ...(task === undefined ? {} : { step: task.step, stepName: stepName(task.step, file) }),
    ...(task?.due === undefined ? {} : { lastDay: task.due.lastDay }),
  };
}

/** Folds each stream as it goes along, so that every fact is shown between what was and what is. */
class Folding {
  private readonly states = new Map<string, States[StreamKind] | undefined>();

  apply(row: StoredEvent): { before: States[StreamKind] | undefined; after: States[StreamKind] } {
    const key = `${row.stream}:${row.streamId}`;
    const before = this.states.get(key);
    const fact: Fact = { type: row.type, payload: row.payload, at: Date.parse(row.businessAt), actor: row.actor };
    const after = evolve(row.stream, before, fact);
    this.states.set(key, after);
    return { before, after };
  }
}

/** One kind's own evolve; what was folded under a kind is that kind's state. */
function evolve<K extends StreamKind>(kind: K, state: States[StreamKind] | undefined, fact: Fact): States[K] {
  return STREAMS[kind].evolve(state as States[K] | undefined, fact);
}

type Values = Record<string, string | number>;

/** Facts that say from which unit work went to which. */
const PASSING_FACTS: readonly string[] = [
  PASSED_ON,
  TAKEN_OVER,
  UNIT_FACTS.planned,
  UNIT_FACTS.succeeded,
  UNIT_FACTS.tookOver,
  UNIT_FACTS.takenBack,
  UNIT_FACTS.gaveBack,
  PASSING_CONCLUDED,
  REBASE_ASKED,
  REGISTRATION_FACTS.moved,
];

/** Where such a fact names a unit, or the cluster by which work moved. */
const PASSING_PARTS = ['from', 'to', 'former', 'cluster'] as const;

/** The business day of a fact in Viet Nam. */
const dayOf = (row: StoredEvent): string => dateOf(Date.parse(row.businessAt));

/** Numbers, codes and dates of a fact, flat; nested documents, tasks and counts are looked into. */
function valuesOf(row: StoredEvent, about: string, names: Names): Values {
  const values: Values = {};
  const { payload } = row;
  const count = (Array.isArray(payload['counts']) ? payload['counts'] : [])
    .map(objectOf)
    .find((one) => one['nominationId'] === about);
  const due = objectOf(payload['due']);
  const nested = ['proof', 'document', 'minutes', 'upward', 'decision', 'by'].map((name) => objectOf(payload[name]));
  for (const source of [...nested, due, count ?? {}, payload]) {
    for (const [name, value] of Object.entries(source)) {
      if (typeof value === 'string' || typeof value === 'number') values[name] = value;
    }
  }
  if (payload['late'] === true) values['late'] = '✓';
  Object.assign(values, paperValues(payload));
  const to = textOf(payload['to']);
  if (row.stream === 'task' && to !== undefined) values['to'] = names.person(to).name ?? to;
  return values;
}

/** The units work went from and to by the names of that day. */
function unitNames(row: StoredEvent, language: 'vi' | 'en', names: Names): Values {
  if (!PASSING_FACTS.includes(row.type)) return {};
  const named = PASSING_PARTS.flatMap((part): [string, string][] => {
    const id = textOf(row.payload[part]);
    return id === undefined ? [] : [[part, names.unit(id, dayOf(row)).name[language]]];
  });
  return Object.fromEntries(named);
}

/** Unit and role of a position, by the names of that day. */
function positionNames(row: StoredEvent, language: 'vi' | 'en', names: Names): Values {
  if (row.stream !== 'person') return {};
  const [unitId, to, role] = [row.payload['unitId'], row.payload['to'], row.payload['role']].map(textOf);
  return {
    ...(unitId === undefined ? {} : { unitId: names.unit(unitId, dayOf(row)).name[language] }),
    ...(row.type === PERSON_FACTS.passedOn && to !== undefined ? { to: names.unit(to).name[language] } : {}),
    ...(role === undefined ? {} : { role: roleName(role, language) }),
  };
}

/** Who leads a cluster or block, by the names of that day, and how many belong to it. */
function clusterNames(row: StoredEvent, language: 'vi' | 'en', names: Names): Values {
  if (row.type !== CLUSTER_FACTS.arranged) return {};
  const { leader, deputy, members } = row.payload;
  const named = Object.entries({ leader, deputy }).flatMap(([part, id]): [string, string][] =>
    typeof id === 'string' ? [[part, names.unit(id, dayOf(row)).name[language]]] : [],
  );
  return { ...Object.fromEntries(named), members: Array.isArray(members) ? members.length : 0 };
}

/** Packs of rules by their names, not their codes. */
function packNames(values: Values, language: 'vi' | 'en', names: Names): Values {
  const named = (['pack', 'provisional'] as const).flatMap((part): [string, string][] => {
    const id = textOf(values[part]);
    return id === undefined ? [] : [[part, names.pack(id)[language]]];
  });
  return Object.fromEntries(named);
}

/** The same values as people of one language read them: names for queues and steps, days as they are written. */
function readable(
  row: StoredEvent,
  values: Values,
  language: 'vi' | 'en',
  step: Bilingual | undefined,
  names: Names,
): Values {
  const texts = Object.entries(values).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'string'
      ? queueText(dayText(value, language), language, (id) => names.unit(id, dayOf(row)).name)
      : value,
  ]);
  return {
    ...Object.fromEntries(texts),
    ...unitNames(row, language, names),
    ...paperTitle(row.payload, language),
    ...lackingTitles(row.payload, language),
    ...addedAward(row, language),
    ...positionNames(row, language, names),
    ...clusterNames(row, language, names),
    ...packNames(values, language, names),
    ...(step === undefined ? {} : { step: step[language] }),
  };
}

function whoOf(row: StoredEvent, names: Names): HistoryEntry['who'] {
  const held = row.capacity === null ? undefined : parseQueue(row.capacity);
  return {
    ...names.person(row.actor),
    ...(held === undefined ? {} : { capacity: { unit: names.unit(held.unitId, dayOf(row)), role: held.role } }),
    ...(row.onBehalfOf === null ? {} : { onBehalfOf: names.person(row.onBehalfOf) }),
  };
}

export interface Telling {
  /** Id of what the history is about. */
  readonly about: string;
  readonly file?: CampaignFile | undefined;
  readonly rulePack?: string | undefined;
  readonly names: Names;
}

/** Tells facts in words, in their order. */
export function tell(rows: readonly StoredEvent[], { about, file, rulePack, names }: Telling): readonly HistoryEntry[] {
  const folding = new Folding();
  return rows.map((row): HistoryEntry => {
    const { before, after } = folding.apply(row);
    const was = standingOf(before, file);
    const is = standingOf(after, file);
    const visit = row.payload['visit'] ?? parseTaskId(row.streamId)?.visit;
    const step = textOf(row.payload['step']) ?? was?.step;
    const values = valuesOf(row, about, names);
    const named = step === undefined ? undefined : stepName(step, file);
    const pack = textOf(row.payload['rulePack']) ?? rulePack;
    const legalBasis = textOf(row.payload['legalBasis']);
    const why = whyOf(row.payload);
    return {
      logIndex: row.logIndex,
      stream: { kind: row.stream, id: row.streamId, version: row.version },
      type: row.type,
      what: factWords(row.type, {
        vi: readable(row, values, 'vi', named, names),
        en: readable(row, values, 'en', named, names),
      }),
      who: whoOf(row, names),
      when: {
        business: row.businessAt,
        recorded: row.recordedAt,
        ...(row.documentDate === null ? {} : { document: row.documentDate }),
      },
      ...(why === undefined ? {} : { why }),
      rule: {
        ...(step === undefined ? {} : { step }),
        ...(named === undefined ? {} : { stepName: named }),
        ...(pack === undefined ? {} : { rulePack: pack }),
        ...(legalBasis === undefined ? {} : { legalBasis }),
      },
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
      ...(typeof visit === 'number' ? { visit } : {}),
      command: row.command,
      digest: row.digest,
    };
  });
}

/** Everyone and every unit that facts name, for one look-up. */
export function namedIn(rows: readonly StoredEvent[]): Required<Omit<Asked, 'campaigns'>> {
  return {
    packs: rows.some(({ payload }) => 'pack' in payload),
    persons: rows.flatMap((row) => [
      row.actor,
      row.onBehalfOf ?? '',
      row.stream === 'task' ? (textOf(row.payload['to']) ?? '') : '',
    ]),
    units: rows.flatMap((row) => [
      ...[row.capacity ?? '', textOf(row.payload['to']) ?? ''].map((queue) => parseQueue(queue)?.unitId ?? ''),
      ...(PASSING_FACTS.includes(row.type) ? PASSING_PARTS : []).flatMap((part) => textOf(row.payload[part]) ?? []),
      ...(row.stream === 'cluster'
        ? [row.payload['leader'], row.payload['deputy']].flatMap((id) => textOf(id) ?? [])
        : []),
      ...(row.stream === 'person' ? [row.payload['unitId'], row.payload['to']].flatMap((id) => textOf(id) ?? []) : []),
    ]),
  };
}
