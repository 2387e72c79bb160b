import { isLocalDate } from '../../../libs/domain/calendar/local-date.js';
import { ref } from '../../../libs/domain/core/stream.js';
import { inquiryOf, needsForJudging, rulesIn } from '../../../libs/domain/nomination/eligibility.js';
import { openTaskOf } from '../../../libs/domain/nomination/nomination-state.js';
import { procedureOf } from '../../../libs/domain/rules/authority.js';
import { basisText } from '../../../libs/domain/rules/verdict-words.js';
import type { SessionState } from '../../../libs/domain/session/session.stream.js';
import { namesIn } from '../../../libs/history/names.js';
import type { World } from '../../../libs/ledger/worlds.js';
import { awardNameIn } from '../rules/rule-book.js';

/** The dossiers of a session in the order of its agenda: whose they are, which votes the rules ask for, what was counted. */
export async function agendaOf(world: World, { agenda, counts, date }: SessionState) {
  const dossiers = await world.reader.all(agenda.map(({ nominationId }) => ref('nomination', nominationId)));
  const found = agenda.flatMap(({ nominationId, visit }) => {
    const state = dossiers.state('nomination', nominationId);
    return state === undefined ? [] : [{ nominationId, visit, state }];
  });
  const [around, subjects, names] = await Promise.all([
    world.reader.all(found.flatMap(({ state }) => needsForJudging(state))),
    world.reader.unseal(found.map(({ state }) => state.subject.name)),
    namesIn(world, { units: found.map(({ state }) => state.unitId) }),
  ]);
  const book = rulesIn(around);
  return found.map(({ nominationId, visit, state }, i) => {
    const task = openTaskOf(state);
    const votes =
      book === undefined || !isLocalDate(date) ? [] : (procedureOf(book, inquiryOf(state, around, date))?.vote ?? []);
    return {
      nominationId,
      visit,
      subject: { kind: state.subject.kind, name: subjects[i]?.text ?? null },
      unit: names.unit(state.unitId),
      awardName: awardNameIn(book, state.awardCode),
      /** Still before the council at the opening that stands on the agenda; else its count moves nothing. */
      waits: task?.kind === 'council' && task.visit === visit,
      thresholds: votes.flatMap(({ row, binding }) =>
        book === undefined || row.council === 'central' || row.percent === undefined || row.base === undefined
          ? []
          : [{ percent: row.percent, base: row.base, binding, article: basisText(book, row) }],
      ),
      count: counts.find((one) => one.nominationId === nominationId) ?? null,
    };
  });
}
