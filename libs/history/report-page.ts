import { SUBJECT_NAMES } from '../contracts/state-names.js';
import { dateOf } from '../domain/calendar/local-date.js';
import type { CampaignFile } from '../domain/campaign-plan/campaign.js';
import type { Bilingual } from '../domain/campaign-plan/parts.js';
import type { NominationState } from '../domain/nomination/nomination-state.js';
import type { StoredEvent } from '../ledger/reader.js';
import type { HistoryEntry } from './history-entry.js';
import type { Names } from './names.js';
import { actorText, clockTime, endsStep, entryItem, isLate } from './report-entry.js';
import { rulesSection, type ReportRule, type ReportVerification } from './report-rules.js';
import { escape, STYLE, WORDS, type Language } from './report-words.js';
import { dayText, statusName } from './state-words.js';

/** A fact that says who a person or what a unit of the history is. */
export interface NamedBy {
  readonly logIndex: number;
  readonly kind: 'person' | 'unit';
  readonly id: string;
}

export interface Report {
  readonly nominationId: string;
  /** The names in it are invented and nothing in it has legal effect. */
  readonly isRehearsal: boolean;
  /** With its texts open, or erased. */
  readonly state: NominationState;
  /** What the award was asked for; undefined where it is erased. */
  readonly achievement: string | undefined;
  readonly entries: readonly HistoryEntry[];
  /** The facts of the entries, texts open. */
  readonly facts: readonly StoredEvent[];
  readonly rules: readonly ReportRule[];
  readonly verified: readonly ReportVerification[];
  readonly named: readonly NamedBy[];
  /** Hash of the leaf (hex) by log index. */
  readonly leaves: ReadonlyMap<number, string>;
  readonly names: Names;
  readonly file: CampaignFile | undefined;
  /** What papers of a dossier are called, by their kinds. */
  readonly papers: ReadonlyMap<string, Bilingual>;
  /** What a pack of the rules is called. */
  readonly packName: (pack: string, version: string, language: Language) => string;
  readonly checkpoint: { readonly size: number; readonly root: Uint8Array; readonly at: string };
  readonly language: Language;
}

type Pair = readonly [label: string, text: string];

/** Who asked what for whom, and how it ended. */
function summary({ nominationId, state, names, file, facts, language, ...report }: Report): readonly Pair[] {
  const words = WORDS[language];
  const award = file?.rounds.flatMap(({ awards }) => awards).find((offer) => offer.award === state.awardCode)?.name;
  const round = file?.rounds.find(({ key }) => `${state.roundId}.`.startsWith(`${state.campaignId}.${key}.`));
  const { decision } = state;
  const issued = facts.findLast(({ stream, streamId }) => stream === 'decision' && streamId === decision?.id)?.payload;
  const issuer = typeof issued?.['issuer'] === 'string' ? issued['issuer'] : state.roles.decider;
  const signer = typeof issued?.['signer'] === 'string' && issued['signer'] !== '' ? issued['signer'] : undefined;
  const name = state.subject.name.text ?? words.erased;
  return [
    [words.nomination, nominationId],
    [words.subject, `${name} (${SUBJECT_NAMES[state.subject.kind][language].toLowerCase()})`],
    [words.award, award?.[language] ?? state.awardCode],
    [words.achievement, report.achievement ?? words.erased],
    [words.unit, names.unit(state.unitId).name[language]],
    [words.campaign, names.campaign(state.campaignId).name[language]],
    ...(round === undefined ? [] : [[words.round, round.text[language]] as const]),
    [words.status, statusName(state.status, language)],
    ...appliedRules({ state, language, ...report }),
    ...(decision === undefined
      ? []
      : [
          [
            words.decision,
            `${decision.number} ${words.of} ${dayText(decision.date, language)} ${words.by} ${names.unit(issuer).name[language]}`,
          ] as const,
        ]),
    ...(signer === undefined ? [] : [[words.signer, names.person(signer).name ?? signer] as const]),
  ];
}

/** By which rules it was judged, and since when those were fixed. */
function appliedRules({ state, language, packName }: Pick<Report, 'state' | 'language' | 'packName'>): readonly Pair[] {
  const words = WORDS[language];
  const { rulePack, eligibility } = state;
  if (rulePack === undefined) return [];
  const pack = rulePack.pinned ?? rulePack.provisional;
  const name = eligibility?.pack === pack ? packName(pack, eligibility.version, language) : pack;
  const since =
    rulePack.pinnedOn === undefined ? words.provisional : words.pinned(dayText(rulePack.pinnedOn, language));
  return [[words.pack, `${name}; ${since}`]];
}

/** Which step was due when, who ended it, and when: what a reader looks for first. */
function stepsTable({ entries, nominationId, language }: Report): string {
  const words = WORDS[language];
  const ended = entries.filter(
    (entry) => entry.stream.kind === 'nomination' && entry.stream.id === nominationId && endsStep(entry),
  );
  if (ended.length === 0) return '';
  const rows = ended.map((entry) => {
    const { before, when, logIndex } = entry;
    const due = before?.lastDay === undefined ? '–' : dayText(before.lastDay, language);
    const day = dayText(dateOf(Date.parse(when.business)), language);
    const late = isLate(entry) ? ` <span class="late">${words.late}</span>` : '';
    const cells = [
      escape(before?.stepName?.[language] ?? ''),
      due,
      `${day}${late}`,
      escape(actorText(entry, language)),
      `<a href="#f${logIndex ?? 0}">${escape(entry.what[language])}</a>`,
    ];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  const heads = [words.step, words.last, words.done, words.who, words.events];
  return `<h2>${words.steps}</h2><table><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr>${rows.join('')}</table>`;
}

/** Everyone and every unit that is named, with the facts that say so. */
function namedSection({ named, names, leaves, language }: Report): string {
  const words = WORDS[language];
  const byThing = new Map<string, NamedBy[]>();
  for (const one of named) {
    const key = `${one.kind}/${one.id}`;
    byThing.set(key, [...(byThing.get(key) ?? []), one]);
  }
  if (byThing.size === 0) return '';
  const items = [...byThing.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const name =
      first.kind === 'unit' ? names.unit(first.id).name[language] : (names.person(first.id).name ?? words.erased);
    const proofs = [first, ...others].map(
      ({ logIndex }) =>
        `<span data-fact="${logIndex}" data-leaf="${leaves.get(logIndex) ?? ''}">${words.fact} ${logIndex} · ${leaves.get(logIndex) ?? ''}</span>`,
    );
    return [`<li class="minor"><p>${escape(name)}</p><p class="proof">${proofs.join('<br>')}</p></li>`];
  });
  return `<h2>${words.named}</h2><ul>${items.join('')}</ul>`;
}

/** The history of a nomination as a page that needs nothing else: one entry a fact, under the digest of its leaf. */
export function reportPage(report: Report): string {
  const { nominationId, entries, facts, leaves, names, papers, checkpoint, language } = report;
  const words = WORDS[language];
  const packName = (pack: string, version: string): string => report.packName(pack, version, language);
  const byIndex = new Map(facts.map((fact) => [fact.logIndex ?? 0, fact]));
  const items = entries.map((entry) => entryItem(entry, { papers, language, leaves, facts: byIndex }));
  const list = summary(report).map(([label, text]) => `<dt>${label}</dt><dd>${escape(text)}</dd>`);
  const root = Buffer.from(checkpoint.root).toString('hex');
  const personName = (id: string): string => names.person(id).name ?? id;
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${words.title} ${escape(nominationId)}</title>`,
    `<style>${STYLE}</style></head><body><h1>${words.title}</h1>`,
    report.isRehearsal ? `<p class="rehearsal">${words.rehearsal}</p>` : '',
    `<dl>${list.join('')}</dl>`,
    stepsTable(report),
    `<h2>${words.events}</h2><p>${words.times}</p><ol>${items.join('')}</ol>`,
    rulesSection({ rules: report.rules, verified: report.verified, leaves, packName, personName, language }),
    namedSection(report),
    `<h2>${words.proof}</h2><p>${words.state(checkpoint.size, root, clockTime(checkpoint.at, language))}</p>`,
    `<p>${words.how}</p></body></html>`,
  ].join('');
}
