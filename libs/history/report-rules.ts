import type { Instrument, RuleRow } from '../domain/rules/rows.js';
import { clockTime } from './report-entry.js';
import { escape, WORDS, type Language } from './report-words.js';
import { dayText } from './state-words.js';

/** A row of the rules as a report shows it. */
export interface ReportRule {
  readonly logIndex: number;
  readonly pack: string;
  readonly version: string;
  readonly row: RuleRow;
  readonly instrument: Instrument;
  readonly digest: string;
}

/** A person's word on a row; without a source it was taken back. */
export interface ReportVerification {
  readonly logIndex: number;
  readonly row: string;
  readonly by: string;
  readonly at: string;
  readonly source: string | undefined;
}

export interface ReportRules {
  readonly rules: readonly ReportRule[];
  readonly verified: readonly ReportVerification[];
  readonly leaves: ReadonlyMap<number, string>;
  readonly packName: (pack: string, version: string) => string;
  readonly personName: (id: string) => string;
  readonly language: Language;
}

/** The words of a row: those of its condition, or the name of what it lists. */
function textOf(row: RuleRow & { readonly text?: unknown; readonly name?: unknown }, language: Language): string {
  const said = [row.text, row.name].find(
    (value): value is Record<Language, string> => typeof value === 'object' && value !== null && language in value,
  );
  return said?.[language] ?? row.key;
}

/** The rules cited, each with where it stands, since when, how far to trust it, and what proves it. */
export function rulesSection(given: ReportRules): string {
  const { rules, verified, leaves, language } = given;
  const words = WORDS[language];
  if (rules.length === 0) return '';
  const items = rules.map(({ logIndex, pack, version, row, instrument, digest }, i) => {
    const from = row.from === undefined ? '…' : dayText(row.from, language);
    const to = row.to === undefined ? '…' : dayText(row.to, language);
    const trust = `${row.confidence === 'V' ? words.verified : words.unverified}, ${row.enforced === true ? words.enforced : words.advisory}`;
    // A row may be cited under two packs; what a person said of it is told once.
    const isFirst = rules.findIndex((one) => one.row.id === row.id) === i;
    const told = isFirst ? verified.filter((one) => one.row === row.id) : [];
    return [
      `<li id="r-${escape(row.id)}" data-rule="${escape(row.id)}" data-digest="${digest}">`,
      `<p class="what">${escape(textOf(row, language))}</p>`,
      `<p>${words.basis}: ${escape([row.basis.article, instrument.name[language]].filter(Boolean).join(', '))}. ${words.ruleFrom}: ${from} – ${to}. [${trust}]</p>`,
      row.source === undefined ? '' : `<p>${words.read}: ${escape(row.source)}</p>`,
      row.note === undefined ? '' : `<p>${words.note}: ${escape(row.note[language])}</p>`,
      ...told.map((one) => verificationLine(one, given)),
      `<p class="proof">${escape(row.id)} · ${words.pack}: ${escape(given.packName(pack, version))} · ${words.fact} ${logIndex} (${leaves.get(logIndex) ?? ''}) · ${words.digest} ${digest}</p></li>`,
    ].join('');
  });
  return `<h2>${words.rules}</h2><p>${words.rulesNote}</p><ul>${items.join('')}</ul>`;
}

function verificationLine(
  { logIndex, by, at, source }: ReportVerification,
  { leaves, personName, language }: ReportRules,
): string {
  const words = WORDS[language];
  const day = clockTime(at, language);
  const said =
    source === undefined ? words.withdrawn(personName(by), day) : `${words.compared(personName(by), day)} «${source}»`;
  return `<p>${escape(said)} <span class="proof" data-fact="${logIndex}" data-leaf="${leaves.get(logIndex) ?? ''}">${words.fact} ${logIndex} · ${leaves.get(logIndex) ?? ''}</span></p>`;
}
