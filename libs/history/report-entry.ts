import { dateOf, formatVi } from '../domain/calendar/local-date.js';
import type { Bilingual } from '../domain/campaign-plan/parts.js';
import { NOMINATION_FACTS } from '../domain/nomination/nomination.stream.js';
import type { StoredEvent } from '../ledger/reader.js';
import type { HistoryEntry, Standing } from './history-entry.js';
import { verdictIn } from './recorded-verdict.js';
import { escape, WORDS, type Language } from './report-words.js';
import { dayText, roleName, statusName } from './state-words.js';

/** What entries of a report are written with. */
export interface EntryContext {
  readonly language: Language;
  /** What papers of a dossier are called, by their kinds. */
  readonly papers: ReadonlyMap<string, Bilingual>;
  /** Hash of the leaf (hex) by log index. */
  readonly leaves: ReadonlyMap<number, string>;
  /** The facts the entries are about, texts open, by log index. */
  readonly facts: ReadonlyMap<number, StoredEvent>;
}

const VIET_NAM = 7 * 3_600_000;

/** Date and time on the wall in Viet Nam. */
export function clockTime(iso: string, language: Language): string {
  const at = Date.parse(iso);
  const day = dateOf(at);
  return `${language === 'vi' ? formatVi(day) : day} ${new Date(at + VIET_NAM).toISOString().slice(11, 16)}`;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
const listOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.map(objectOf) : [];

const standing = (state: Standing | undefined, language: Language): string =>
  [
    state?.status === undefined ? undefined : statusName(state.status, language),
    state?.stepName?.[language],
    state?.lastDay === undefined ? undefined : `${WORDS[language].due} ${dayText(state.lastDay, language)}`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');

/** Whether the fact ended a step that was open. */
export const endsStep = ({ before, after }: HistoryEntry): boolean =>
  before?.step !== undefined && before.step !== after?.step;

/** Whether it did so after the last day of that step. */
export const isLate = (entry: HistoryEntry): boolean =>
  endsStep(entry) &&
  entry.before?.lastDay !== undefined &&
  dateOf(Date.parse(entry.when.business)) > entry.before.lastDay;

/** Who acted, in which capacity, and for whom. */
export function actorText({ who }: HistoryEntry, language: Language): string {
  const words = WORDS[language];
  const name = who.id === 'engine' ? `${who.name ?? who.id} (${words.machine})` : (who.name ?? who.id);
  const capacity =
    who.capacity === undefined ? '' : `, ${roleName(who.capacity.role, language)}, ${who.capacity.unit.name[language]}`;
  const behalf = who.onBehalfOf === undefined ? '' : ` (${words.for} ${who.onBehalfOf.name ?? who.onBehalfOf.id})`;
  return `${name}${capacity}${behalf}`;
}

/** Papers, minutes and figures a fact names, one line each. */
function detailsOf(fact: StoredEvent, context: EntryContext): readonly string[] {
  const { language } = context;
  const words = WORDS[language];
  const { payload } = fact;
  const papers = listOf(payload['documents']).map((one) => {
    const [kind, reference] = [textOf(one['kind']) ?? '', textOf(one['reference'])];
    return `${context.papers.get(kind)?.[language] ?? kind}${reference === undefined ? '' : ` (${reference})`}`;
  });
  const byNumber = (document: unknown): string => {
    const { number, date } = objectOf(document);
    const day = textOf(date);
    return [textOf(number), day === undefined ? undefined : `${words.of} ${dayText(day, language)}`]
      .filter((part) => part !== undefined)
      .join(' ');
  };
  const { meeting, members, minutes } = payload;
  const { inFavour, present } = objectOf(meeting);
  const authority = textOf(payload['lawAuthority']);
  return [
    ...(papers.length === 0 ? [] : [`${words.papers}: ${papers.join('; ')}`]),
    ...(typeof inFavour === 'number' && typeof present === 'number'
      ? [`${words.meeting}: ${words.minutes} ${byNumber(meeting)}, ${words.inFavour(inFavour, present)}`]
      : []),
    ...(typeof members === 'number' ? [words.members(members)] : []),
    ...(minutes === undefined ? [] : [`${words.minutes}: ${byNumber(minutes)}`]),
    ...(authority === 'yes' || authority === 'no' || authority === 'unknown'
      ? [`${words.byLaw}: ${words.authority[authority]}`]
      : []),
  ];
}

/** The verdict a fact carries: under which rules, and each rule in a sentence, once. */
function verdictLines(fact: StoredEvent, context: EntryContext, earlier: readonly StoredEvent[]): string {
  const { language } = context;
  const words = WORDS[language];
  const verdict = verdictIn(fact.payload);
  if (verdict === undefined) return '';
  const { id, version } = verdict.pack;
  const head = `<p>${words.verdict}: ${escape(verdict.sentence[language])} ${words.ruleData}: ${escape(`${id}, ${version}`)}.</p>`;
  const rules = JSON.stringify(verdict.rules);
  const same = earlier.findLast(({ payload }) => JSON.stringify(verdictIn(payload)?.rules) === rules);
  if (same !== undefined) return `${head}<p>${words.asBefore(same.logIndex ?? 0)}</p>`;
  const tried = verdict.rules.filter(({ status }) => status !== 'not-applicable');
  const items = tried.map(
    ({ row, sentence }) => `<li>– ${escape(sentence[language])} <a href="#r-${escape(row)}">[${escape(row)}]</a></li>`,
  );
  const others = verdict.rules.length - tried.length;
  if (others > 0) items.push(`<li>– ${words.notApplicable(others)}</li>`);
  return `${head}<ul class="rules">${items.join('')}</ul>`;
}

/** One fact as an item of the report's list. */
export function entryItem(entry: HistoryEntry, context: EntryContext): string {
  const { language, leaves, facts } = context;
  const words = WORDS[language];
  const { why, rule, when } = entry;
  const index = entry.logIndex ?? 0;
  const fact = facts.get(index);
  const line = (label: string, text: string): string => `<p>${label}: ${escape(text)}</p>`;
  const [was, is] = [standing(entry.before, language), standing(entry.after, language)];
  const paper = when.document === undefined ? '' : `<br>${words.paper} ${dayText(when.document, language)}`;
  const step = rule.stepName?.[language];
  const what = entry.what[language];
  const isStepSaid = step === undefined || what.includes(step) || was.includes(step);
  const late = isLate(entry) ? ` <span class="late">(${words.late})</span>` : '';
  const moved =
    was === ''
      ? `${words.begins} «${escape(is)}»`
      : `${words.from} «${escape(was)}»${late} ${words.to} «${escape(is)}»`;
  const isOwn = fact?.stream === 'nomination';
  return [
    `<li id="f${index}" data-fact="${index}" data-leaf="${leaves.get(index) ?? ''}"${entry.type === NOMINATION_FACTS.reminded ? ' class="minor"' : ''}>`,
    `<time datetime="${when.business}">${clockTime(when.business, language)}${paper}</time><div>`,
    `<p class="what">${escape(what)}</p>`,
    line(words.who, actorText(entry, language)),
    isStepSaid ? '' : line(words.atStep, step),
    why === undefined ? '' : line(words.why, 'text' in why ? why.text : words.erased),
    rule.legalBasis === undefined ? '' : line(words.basis, rule.legalBasis),
    ...(fact === undefined ? [] : detailsOf(fact, context).map((detail) => `<p>${escape(detail)}</p>`)),
    fact === undefined
      ? ''
      : verdictLines(
          fact,
          context,
          [...facts.values()].filter((one) => (one.logIndex ?? 0) < index),
        ),
    was === is || !isOwn ? '' : `<p>${words.standing}: ${moved}</p>`,
    `<p class="proof">${words.fact} ${index} · ${words.recorded} ${clockTime(when.recorded, language)} · ${leaves.get(index) ?? ''}</p></div></li>`,
  ].join('');
}
