import { addDays, formatVi } from '../domain/calendar/local-date.js';
import { listOf, textOf } from './api-client.js';
import { ofOccurrence } from './days.js';
import type { Task } from './people.js';
import { accepted, holderOf, invented, nameOf, nextNumber, today, type Stage } from './stage.js';
import { partsOf, short } from './unit-acts.js';

/** What those do who receive, confirm and conclude. */

const at = (path: string, id: string, act: string): string => `/api/v1/${path}/${encodeURIComponent(id)}/${act}`;

/** The first report there is, the first of a unit that makes mistakes, and a few of the others go back. */
function isSentBack(stage: Stage, task: Task): boolean {
  if (task.visit > 1) return false;
  const { occurrence } = partsOf(stage, task.owner.id);
  const isFirst = stage.units.get(task.unit) === 'wrong' && occurrence === String(stage.file.period.fromYear);
  return (
    isFirst || stage.story.paths['return-report'] === undefined || stage.chance.of('send-back', task.owner.id) < 0.04
  );
}

/** Accepts a unit's report or returns it. `again` is told which obligation is owed anew. */
export async function reviewReport(
  stage: Stage,
  who: string,
  task: Task,
  again: (obligation: string) => void,
): Promise<boolean> {
  const { visit } = task;
  const { key, occurrence } = partsOf(stage, task.owner.id);
  if (!isSentBack(stage, task)) {
    const outcome = await stage.people.ask(who, 'POST', at('reports', task.owner.id, 'acceptance'), { visit });
    const done = accepted(stage, who, 'tiếp nhận báo cáo', outcome);
    if (done) stage.story.count(stage.now, `tiếp nhận báo cáo${ofOccurrence(occurrence)}`);
    return done;
  }
  const body = { visit, reason: invented('số liệu chưa khớp, đề nghị rà soát') };
  const outcome = await stage.people.ask(who, 'POST', at('reports', task.owner.id, 'return'), body);
  if (!accepted(stage, who, 'trả lại báo cáo', outcome)) return false;
  stage.reports.get(`${key}/${occurrence}`)?.delete(task.owner.id);
  again(task.owner.id);
  stage.story.path('return-report');
  stage.story.tell(stage.now, `Trả lại báo cáo${ofOccurrence(occurrence)} của ${nameOf(stage, task.unit)}`);
  return true;
}

/** Confirms a registration or returns it. */
export async function confirmRegistration(
  stage: Stage,
  who: string,
  task: Task,
  again: (unit: string) => void,
): Promise<boolean> {
  const { visit } = task;
  const sendsBack = visit === 1 && stage.units.get(task.unit) === 'wrong';
  if (!sendsBack) {
    const outcome = await stage.people.ask(who, 'POST', at('registrations', task.owner.id, 'confirmation'), { visit });
    const done = accepted(stage, who, 'xác nhận đăng ký', outcome);
    if (done) stage.story.count(stage.now, 'xác nhận đăng ký thi đua');
    return done;
  }
  const body = { visit, reason: invented('cam kết chưa cụ thể') };
  const outcome = await stage.people.ask(who, 'POST', at('registrations', task.owner.id, 'return'), body);
  if (!accepted(stage, who, 'trả lại đăng ký', outcome)) return false;
  again(task.unit);
  stage.story.path('return-registration');
  stage.story.tell(stage.now, `Trả lại đăng ký của ${nameOf(stage, task.unit)}`);
  return true;
}

export async function acknowledge(stage: Stage, who: string, task: Task): Promise<boolean> {
  const outcome = await stage.people.ask(who, 'POST', at('reports', task.owner.id, 'acknowledgement'), {
    visit: task.visit,
  });
  const done = accepted(stage, who, 'xác nhận đã nhận báo cáo', outcome);
  if (done) stage.story.count(stage.now, 'xác nhận đã nhận báo cáo tổng hợp');
  return done;
}

/** Concludes the review that a task of the leading unit is about. */
export async function concludeReview(stage: Stage, who: string, task: Task): Promise<boolean> {
  const review = task.step.slice('review/'.length);
  const body = {
    number: nextNumber(stage, 'KL-UBND'),
    date: today(stage),
    conclusion: invented('kết luận của hội nghị'),
  };
  const path = at('campaigns', stage.file.id, `reviews/${encodeURIComponent(review)}/conclusion`);
  const outcome = await stage.people.ask(who, 'POST', path, body);
  const done = accepted(stage, who, `kết luận ${review}`, outcome);
  if (done) stage.story.tell(stage.now, `Kết luận: ${short(task.name)}, bằng văn bản ${body.number}`);
  return done;
}

export async function makeList(stage: Stage, who: string, task: Task): Promise<boolean> {
  const outcome = await stage.people.ask(who, 'POST', at('rounds', task.owner.id, 'submission-list'), {});
  if (!outcome.ok) return accepted(stage, who, 'lập danh sách trình', outcome);
  const list = listOf(outcome.result['list']).map(textOf);
  const waiting = listOf(outcome.result['waiting']).map(textOf);
  stage.lists.set(task.owner.id, { at: stage.now, list, waiting });
  stage.story.tell(stage.now, `Lập danh sách trình khen thưởng: ${list.length} hồ sơ, ${waiting.length} hồ sơ còn chờ`);
  return true;
}

/** Moves the last day of a round by a week, for everyone. */
export async function extendRound(stage: Stage, what: string, closes: string): Promise<void> {
  const who = holderOf(stage, 'leadAgency', 'head');
  const lastDay = addDays(closes as Parameters<typeof addDays>[0], 7);
  const body = { what: `round/${what}`, lastDay, reason: invented('nhiều đơn vị đề nghị thêm thời gian') };
  const outcome = await stage.people.ask(who, 'POST', at('campaigns', stage.file.id, 'extensions'), body);
  if (!accepted(stage, who, 'gia hạn đợt khen thưởng', outcome)) return;
  stage.story.path('extend-round');
  const round = stage.file.rounds.find(({ key }) => key === what.split('/')[0])?.text.vi ?? what;
  stage.story.tell(stage.now, `Gia hạn ${short(round)} đến ${formatVi(lastDay)}`);
}
