import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { localDate } from '../../../libs/contracts/due-rule.contract.js';
import type { AwardState } from '../../../libs/domain/award-history/award-record.js';
import { freezesOf, historyOn } from '../../../libs/domain/award-history/history.js';
import { frozenOn, longestRun, meritYears } from '../../../libs/domain/award-history/runs.js';
import type { SubjectHistory } from '../../../libs/domain/rules/facts.js';
import { factsOf } from '../../../libs/history/fact-rows.js';
import { namedIn, tell } from '../../../libs/history/history-entry.js';
import { namesIn, type Names } from '../../../libs/history/names.js';
import { recordsOf } from '../../../libs/ledger/award-history.js';
import { id } from '../../../libs/contracts/commands/command-parts.contract.js';
import { By } from '../http/act.js';
import { pathId } from '../http/command-body.js';
import { paging } from '../http/cursor.js';
import { list, type Listed } from '../http/list.js';
import { notFound } from '../http/problem.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';

const historyQuery = z.strictObject({
  subject: id.describe('Any id of the subject.'),
  on: localDate.optional().describe('What was known at the end of that day; today if left out.'),
});
const recordsQuery = z.strictObject({
  ...paging,
  unit: z.string().max(240).optional(),
  year: z.coerce.number().int().min(1945).max(2100).optional(),
  award: z.string().max(120).optional(),
  what: z.enum(['award', 'grade', 'initiative', 'freeze']).optional(),
});

interface RecordRow extends Listed {
  readonly state: AwardState;
}

/** The register of awards: what a subject has been given, across employers and units that were merged. */
@Controller('api/v1')
export class AwardHistoryController {
  @Get('award-history')
  @Reads('work.read', 'A subject’s award history, with runs of years and what stands in the way today.')
  async of(@By() by: SignedIn, @Query({ schema: historyQuery }) query: z.infer<typeof historyQuery>) {
    const day = query.on ?? (await by.today());
    const records = await recordsOf(by.world.pool, query.subject);
    await mustSeeSubject(by, [query.subject, ...records.map(({ state }) => state.subject.id)], records);
    const states = records.map(({ state }) => state);
    const history = historyOn(states, day);
    return {
      subject: query.subject,
      on: day,
      ids: [...new Set([query.subject, ...states.map(({ subject }) => subject.id)])],
      records: await shown(by, records),
      history,
      runs: runsOf(history),
      frozen: frozenOn(freezesOf(states), day),
    };
  }

  @Get('awards')
  @Reads('register.read', 'Entries of the award register.')
  list(@By() by: SignedIn, @Query({ schema: recordsQuery }) query: z.infer<typeof recordsQuery>) {
    const request = {
      table: 'read_award',
      columns: 'id, state',
      equal: { unit_id: query.unit, award_code: query.award, what: query.what },
      where: query.year === undefined ? [] : [['year = ?', query.year] as const],
      limit: query.limit,
      cursor: query.cursor,
    } as const;
    return list(by.world, request, (rows: readonly RecordRow[]) => shown(by, rows));
  }

  @Get('awards/:awardId/history')
  @Reads('register.read', 'What happened to one entry of the register.')
  async history(@By() by: SignedIn, @Param('awardId', pathId) awardId: string) {
    const facts = await factsOf(by.world, 'award', awardId);
    if (facts.length === 0) throw notFound(awardId);
    const names = await namesIn(by.world, namedIn(facts));
    return { items: tell(facts, { about: awardId, names }) };
  }
}

/** Whoever keeps or appraises may see anyone; an officer or head whom their own unit has put forward or has had. */
async function mustSeeSubject(
  by: SignedIn,
  subjectIds: readonly string[],
  records: readonly { readonly state: AwardState }[],
): Promise<void> {
  if (await by.may('register.read')) return;
  const { rows } = await by.world.pool.query<{ unit_id: string }>({
    name: 'subject-units',
    text: 'select distinct unit_id from read_nomination where subject_id = any($1)',
    values: [[...new Set(subjectIds)]],
  });
  const units = [...rows.map(({ unit_id }) => unit_id), ...records.flatMap(({ state }) => state.unitId ?? [])];
  await by.must('dossier.read', [...new Set(units)]);
}

async function shown(by: SignedIn, records: readonly { readonly id: string; readonly state: AwardState }[]) {
  const open = await by.world.reader.unseal(records);
  const names = await namesIn(by.world, {
    units: open.flatMap(({ state }) => [state.unitId ?? '', state.authority]),
  });
  return open.map(({ id: awardId, state }) => recordOf(awardId, state, names));
}

/** An entry as people read it: offices and units by the names of the day of the decision. */
const recordOf = (awardId: string, state: AwardState, names: Names) => ({
  id: awardId,
  subject: { kind: state.subject.kind, id: state.subject.id, name: state.subject.name.text ?? null },
  entry: state.entry,
  year: state.year,
  document: state.document,
  authority: names.unit(state.authority, state.document.date),
  unit: state.unitId === undefined ? null : names.unit(state.unitId, state.document.date),
  unitName: state.unitName ?? null,
  status: state.status,
  revokedBy: state.revokedBy ?? null,
  source: state.source,
  corrections: state.corrections,
});

/** For each title held for merit: its years, and the longest run of them. */
const runsOf = (history: SubjectHistory) =>
  [...new Set(history.awards.map(({ award }) => award))].map((award) => {
    const years = meritYears(history.awards, award);
    return { award, meritYears: [...years].sort((a, b) => a - b), longest: longestRun(years) };
  });
