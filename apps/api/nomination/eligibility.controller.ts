import { Controller, Get, Param } from '@nestjs/common';
import type { LocalDate } from '../../../libs/domain/calendar/local-date.js';
import type { Have } from '../../../libs/domain/core/decision.js';
import { ref, type StreamRef } from '../../../libs/domain/core/stream.js';
import { criteriaVerdict, type CriteriaSummary } from '../../../libs/domain/nomination/dossier-check.js';
import {
  dayOfRules,
  differencesFor,
  inquiryOf,
  judgeNomination,
  needsForJudging,
  rulesIn,
  yearAndKindOf,
} from '../../../libs/domain/nomination/eligibility.js';
import { needsAnswers, partsOf } from '../../../libs/domain/nomination/nomination-dossier.commands.js';
import type { NominationState } from '../../../libs/domain/nomination/nomination-state.js';
import { NOMINATION_FACTS } from '../../../libs/domain/nomination/nomination.stream.js';
import { documentsOf } from '../../../libs/domain/nomination/papers.js';
import { mayDecide, procedureOf, type Procedure } from '../../../libs/domain/rules/authority.js';
import { asksDeclared, declaredOf, verdictWithGrounds } from '../../../libs/domain/nomination/sealed-facts.js';
import { adoptingDocument } from '../../../libs/domain/rules/campaign-criteria.js';
import type { Verdict } from '../../../libs/domain/rules/verdict.js';
import { factsOf } from '../../../libs/history/fact-rows.js';
import { recordsOf } from '../../../libs/ledger/award-history.js';
import type { World } from '../../../libs/ledger/worlds.js';
import { By } from '../http/act.js';
import { pathId } from '../http/command-body.js';
import { notFound } from '../http/problem.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { askedFacts } from './asked-facts.js';
import { mustSeeNomination } from './dossier-rights.js';

const JUDGED: readonly string[] = [
  NOMINATION_FACTS.submitted,
  NOMINATION_FACTS.rulesPinned,
  NOMINATION_FACTS.evaluated,
];

/** Why, and what is missing: the verdict of a dossier by the rules of its day. */
@Controller('api/v1/nominations')
export class EligibilityController {
  @Get(':nominationId/eligibility')
  @Reads(
    'work.read',
    'The recorded verdict, what the rules say now, what is missing, and what changed since submission.',
  )
  async why(@By() by: SignedIn, @Param('nominationId', pathId) nominationId: string) {
    const { world } = by;
    const found = await world.reader.state('nomination', nominationId);
    if (found === undefined) throw notFound(nominationId);
    const { state } = found;
    await mustSeeNomination(by, state, nominationId);
    const [have, facts, now] = await Promise.all([
      readToJudge(world, state),
      factsOf(world, 'nomination', nominationId),
      world.now(),
    ]);
    const on = dayOfRules(state, now);
    const book = rulesIn(have);
    const live = judgeNomination(state, have, on);
    const recorded = (await world.reader.unseal(facts))
      .filter(({ type, payload }) => JUDGED.includes(type) && payload['verdict'] !== undefined)
      .map(({ type, businessAt, actor, payload }) => ({
        act: type,
        at: businessAt,
        by: actor,
        verdict: verdictWithGrounds(payload['verdict'] as Verdict, payload['grounds']),
      }));
    const procedure = book === undefined ? undefined : procedureOf(book, inquiryOf(state, have, on));
    const pinned = state.rulePack?.pinned;
    const type = have.state('unit', state.roles.decider)?.type;
    return {
      nomination: nominationId,
      award: state.awardCode,
      on,
      rulePack: state.rulePack ?? null,
      differences:
        book === undefined || state.rulePack === undefined || pinned === undefined
          ? []
          : differencesFor(book, state.rulePack.provisional, pinned, state.awardCode),
      /** The verdict that counts: the last one recorded. */
      recorded: recorded.at(-1) ?? null,
      earlier: recorded
        .slice(0, -1)
        .map(({ verdict, ...act }) => ({ ...act, outcome: verdict.outcome, pack: verdict.pack })),
      /** By what is known at this moment; has no effect until somebody evaluates. */
      now: live ?? null,
      missing: {
        facts: askedFacts(book, live?.missing ?? []),
        documents: procedure === undefined ? [] : papersOf(procedure, state),
      },
      /** What the campaign's own document asks, judged by the same engine beside the law. */
      criteria: criteriaOf(state, have, on, facts),
      declared: declaredOf(state, have) ?? null,
      /** The year and kind it is judged under, for who declares the first fact. */
      judgedUnder: yearAndKindOf(state, have, on),
      /** Whether the law gives the award to the head of the unit that decides: yes, no, or nobody verified it. */
      authority: book === undefined || type === undefined ? 'unknown' : mayDecide(book, state.awardCode, on, type),
      deciders: procedure?.deciders.map(({ row, binding, decider }) => ({ row: row.id, binding, ...decider })) ?? [],
    };
  }
}

/** The campaign's criteria: by what is known now, what was recorded, and the very words of the document for each. */
function criteriaOf(state: NominationState, have: Have, on: LocalDate, facts: Awaited<ReturnType<typeof factsOf>>) {
  const file = have.state('campaign', state.campaignId)?.file;
  if (file === undefined) return null;
  const verdict = criteriaVerdict(file, partsOf(state, have), state.awardCode, on);
  if (verdict === undefined) return null;
  const document = adoptingDocument(file);
  const recorded = facts.findLast(({ payload }) => payload['criteria'] !== undefined);
  return {
    document: { id: document?.id ?? file.id, symbol: document?.symbol ?? null, date: document?.date?.value ?? null },
    now: verdict,
    recorded:
      recorded === undefined
        ? null
        : { act: recorded.type, at: recorded.businessAt, ...(recorded.payload['criteria'] as CriteriaSummary) },
    quotes: Object.fromEntries(
      file.criteria
        .filter(({ key }) => verdict.rules.some((rule) => rule.key === key))
        .map(({ key, quotes }) => [key, quotes ?? []]),
    ),
  };
}

/** Read again until nothing new is named: who speaks for whom in the register follows from the units themselves. */
async function readAround(world: World, state: NominationState): Promise<Pick<Have, 'state'>> {
  const named = (have: Pick<Have, 'state'>): readonly StreamRef[] => [
    ...needsForJudging(state, have),
    ...needsAnswers(state),
    ref('unit', state.roles.decider),
  ];
  let around = await world.reader.all(named({ state: () => undefined }));
  for (let refs = named(around); refs.some((one) => !around.has(one)); refs = named(around))
    around = await world.reader.all(refs);
  return around;
}

/** What the domain reads to judge, from the committed state. */
async function readToJudge(world: World, state: NominationState): Promise<Have> {
  const [around, records, opened] = await Promise.all([
    readAround(world, state),
    recordsOf(world.pool, state.subject.id),
    world.reader.unseal(asksDeclared(state).map(({ sealed }) => sealed)),
  ]);
  return {
    state: (kind, id) => around.state(kind, id),
    version: () => 0,
    answer: ({ ask }) =>
      ask === 'opened'
        ? opened.flatMap(({ text }) => (text === undefined ? [] : [{ text }]))
        : records.map((record) => ({ ...record })),
  };
}

/** Papers the rules ask for, and whether the dossier names one of that kind. */
function papersOf({ documents }: Procedure, state: NominationState) {
  const has = new Set(documentsOf(state).map(({ kind }) => kind.toUpperCase().replaceAll('-', '_')));
  return documents.flatMap(({ row, binding }) =>
    row.documents.map((paper) => ({ ...paper, row: row.id, binding, present: has.has(paper.code) })),
  );
}
