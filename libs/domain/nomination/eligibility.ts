import { coveredYears, needsCoverage } from '../award-history/coverage.js';
import type { AwardState } from '../award-history/award-record.js';
import { dateOf, isLocalDate, type LocalDate } from '../calendar/local-date.js';
import type { Ask, Have } from '../core/decision.js';
import { ref, type NewEvent, type StreamRef } from '../core/stream.js';
import type { ProcedureInquiry } from '../rules/authority.js';
import { factsOfNomination, type DeclaredFacts } from '../rules/nomination-facts.js';
import { diffPacks, packById, packInForce } from '../rules/pack.js';
import { bookInForce, RULE_PACK_ID } from '../rules/rule-pack.stream.js';
import type { RuleBook, RuleRow } from '../rules/rows.js';
import { basisText } from '../rules/verdict-words.js';
import { evaluate, type Verdict } from '../rules/verdict.js';
import { asksDeclared, declaredOf, plainFacts, recordedVerdict } from './sealed-facts.js';
import type { EligibilitySummary, NominationState } from './nomination-state.js';
import { NOMINATION_FACTS } from './nomination.stream.js';

export const RULES: StreamRef<'rule-pack'> = ref('rule-pack', RULE_PACK_ID);

/** What must be read to judge a nomination, once its state is there. */
export const needsForJudging = (state: NominationState, have?: Pick<Have, 'state'>): readonly StreamRef[] => [
  RULES,
  ref('campaign', state.campaignId),
  ref('round', state.roundId),
  ref('unit', state.unitId),
  // Whose word it is that the register is whole.
  ...(have === undefined ? [] : needsCoverage((id) => have.state('unit', id), state.unitId)),
  // A collective that is a unit of the product: whether it still is one.
  ref('unit', state.subject.id),
];

/** What must be asked; nothing in a world without rules. */
export const asksForJudging = (state: NominationState | undefined, have: Have): readonly Ask[] =>
  state === undefined || rulesIn(have) === undefined
    ? []
    : [{ ask: 'recordsOf', subjectId: state.subject.id }, ...asksDeclared(state)];

/** The rule book of the world with what people have verified; undefined in a world nobody has loaded it into. */
export function rulesIn(have: Pick<Have, 'state'>): RuleBook | undefined {
  const state = have.state('rule-pack', RULE_PACK_ID);
  return state === undefined ? undefined : bookInForce(state);
}

/** Units whose own rules would go before the general ones. */
export const localitiesOf = ({ unitId, roles }: NominationState): readonly string[] => [
  unitId,
  roles.decider,
  roles.standingBody,
  roles.leadAgency,
];

/** Whether any limit here depends on how many dossiers one submission names: only then need anybody count. */
export const hasBatchLimits = (state: NominationState, have: Have): boolean =>
  rulesIn(have)?.tables.timeLimits.some(
    ({ batch, locality }) => batch !== undefined && (locality === undefined || localitiesOf(state).includes(locality)),
  ) === true;

/** What the law is asked about this nomination's procedure on a day. */
export const inquiryOf = (state: NominationState, have: Pick<Have, 'state'>, on: LocalDate): ProcedureInquiry => ({
  award: state.awardCode,
  on,
  subject: state.subject.kind,
  kind: factsIn(state, have, on, [], plainFacts(state)).kind,
  short: have.state('round', state.roundId)?.route === 'short',
  localities: localitiesOf(state),
  ...sectorOf(state, have),
});

/** Schools count by the school year; enterprises and cooperatives have papers of other bodies to bring. */
function sectorOf({ unitId, subject }: NominationState, have: Pick<Have, 'state'>): Pick<ProcedureInquiry, 'sector'> {
  if (have.state('unit', unitId)?.type === 'school') return { sector: 'education' };
  return subject.kind === 'enterprise' || subject.kind === 'cooperative' ? { sector: 'enterprise' } : {};
}

const factsIn = (
  state: NominationState,
  have: Pick<Have, 'state'>,
  on: LocalDate,
  records: readonly AwardState[],
  declared: DeclaredFacts | undefined,
) =>
  factsOfNomination({
    subject: state.subject,
    declared,
    records,
    covered: coveredYears((id) => have.state('unit', id), state.unitId, records, on),
    body: have.state('unit', state.subject.id),
    campaign: have.state('campaign', state.campaignId)?.file,
    round: have.state('round', state.roundId),
    on,
  });

/** The year and the kind of commendation a nomination is judged under: as declared, else by its round and campaign. */
export function yearAndKindOf(state: NominationState, have: Pick<Have, 'state'>, on: LocalDate) {
  const { year, kind } = factsIn(state, have, on, [], plainFacts(state));
  return { year, kind };
}

/**
 * The verdict on a nomination by the rules of a day. The command must have asked {@link asksForJudging}. Undefined where
 * there are no rules for that day.
 */
export function judgeNomination(state: NominationState, have: Have, on: LocalDate): Verdict | undefined {
  const book = rulesIn(have);
  if (book === undefined) return undefined;
  const records = have
    .answer({ ask: 'recordsOf', subjectId: state.subject.id })
    .map((row) => row['state'] as AwardState);
  return evaluate(book, {
    award: state.awardCode,
    on,
    facts: factsIn(state, have, on, records, declaredOf(state, have)),
    localities: localitiesOf(state),
  });
}

/** What the state keeps of a verdict; the whole of it stands in its fact. */
export const summaryOf = (verdict: Verdict, book: RuleBook): EligibilitySummary => ({
  outcome: verdict.outcome,
  on: verdict.on,
  pack: verdict.pack.id,
  version: verdict.pack.version,
  failed: verdict.rules
    .filter(({ status }) => status === 'failed')
    .map((rule) => ({ row: rule.row, article: basisText(book, rule) })),
});

/** Steps that end before the deciding level has the dossier. */
const BEFORE_RECEIPT: readonly string[] = ['confirmation', 'supplement'];

/** Whether passing this step is the receipt of the dossier by the deciding level: its first desk takes it as it is. */
export const isReceipt = (state: NominationState, kind: string): boolean =>
  state.rulePack !== undefined && state.rulePack.pinned === undefined && !BEFORE_RECEIPT.includes(kind);

/**
 * The rules of the day the deciding level receives the dossier are pinned to it (L2022; the proposal of the rule data).
 * Where they are not those of the submission, the fact says which rules about this award differ and what each would say.
 */
export function pinRules(id: string, state: NominationState, have: Have, now: number): readonly NewEvent[] {
  const book = rulesIn(have);
  const on = dateOf(now);
  const verdict = judgeNomination(state, have, on);
  if (book === undefined || verdict === undefined) return [];
  const provisional = state.rulePack?.provisional ?? '';
  const payload = {
    provisional,
    pack: verdict.pack.id,
    version: verdict.pack.version,
    on,
    differs: provisional !== verdict.pack.id,
    differences: differencesFor(book, provisional, verdict.pack.id, state.awardCode),
    before: state.eligibility?.outcome ?? null,
    outcome: verdict.outcome,
    summary: summaryOf(verdict, book),
    ...recordedVerdict(verdict, state, book),
  };
  return [{ stream: ref('nomination', id), type: NOMINATION_FACTS.rulesPinned, payload }];
}

/** Rows about one award that one pack has otherwise than another, by their ids. */
export function differencesFor(book: RuleBook, from: string, to: string, award: string) {
  const [before, after] = [packById(book, from), packById(book, to)];
  if (before === undefined || after === undefined || from === to) return [];
  const isAbout = (
    row: RuleRow & { readonly award?: string; readonly awards?: readonly string[] | 'every' },
  ): boolean => row.awards === 'every' || row.award === award || row.awards?.includes(award) === true;
  return diffPacks(book, before, after)
    .filter((one) => [...one.before, ...one.after].some((row) => row.locality === undefined && isAbout(row)))
    .map(({ table, key, change, before: old, after: now }) => ({
      table,
      key,
      change,
      before: old.filter(isAbout).map(({ id }) => id),
      after: now.filter(isAbout).map(({ id }) => id),
    }));
}

/** The pack of the day of submission, where the world has rules for it; else what the campaign was drafted with. */
export function provisionalPack(have: Have, campaignPack: string, now: number): string {
  const book = rulesIn(have);
  return (book === undefined ? undefined : packInForce(book, dateOf(now))?.id) ?? campaignPack;
}

/** The day whose rules a dossier is judged by: that of its receipt, before it today. */
export const dayOfRules = (state: NominationState, now: number): LocalDate => {
  const on = state.rulePack?.pinnedOn;
  return on !== undefined && isLocalDate(on) ? on : dateOf(now);
};
