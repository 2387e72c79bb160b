import { addDays, dateOf } from '../domain/calendar/local-date.js';
import { daysAfter } from './days.js';
import { lackingIn, supplementPapers } from './dossier-papers.js';
import type { Task } from './people.js';
import {
  accepted,
  holderOf,
  invented,
  nameOf,
  nextNumber,
  refusedAsWished,
  today,
  unitOf,
  type Dossier,
  type Stage,
} from './stage.js';

/** What happens to a dossier at its steps: the usual word, or what its script has in store. */

export const dossierPath = (id: string, act: string): string => `/api/v1/nominations/${encodeURIComponent(id)}/${act}`;

/** Puts an act down for a later day, once. */
export function put(stage: Stage, id: string, days: number, act: () => Promise<void>): void {
  stage.later.set(id, { id, at: daysAfter(stage.now, days), track: `dossier:${id.split('/')[0] ?? id}`, act });
}

/** Plays a part of a script; false where it has been played or the script has none like it. */
function plays(dossier: Dossier, part: string): boolean {
  if (dossier.script !== part || dossier.played.has(part)) return false;
  dossier.played.add(part);
  return true;
}

async function say(
  stage: Stage,
  who: string,
  dossier: Dossier,
  act: string,
  body: object,
  path: string,
): Promise<boolean> {
  const outcome = await stage.people.ask(who, 'POST', dossierPath(dossier.id, act), body);
  if (!accepted(stage, who, `${act} ${dossier.id}`, outcome)) return false;
  stage.story.path(path);
  stage.story.tell(stage.now, `${TOLD[path] ?? path}: hồ sơ ${dossier.id}`);
  return true;
}

const TOLD: Readonly<Record<string, string>> = {
  return: 'Trả lại để bổ sung',
  hold: 'Tạm dừng xem xét do có đơn phản ánh',
  release: 'Tiếp tục xem xét',
  decline: 'Không đồng ý, nêu rõ lý do',
  withdraw: 'Đơn vị rút',
  'extend-step': 'Gia hạn bước thẩm định',
  revoke: 'Hủy bỏ quyết định khen thưởng',
  restore: 'Khôi phục quyết định khen thưởng',
  'submit-upward': 'Trình cấp trên',
  'higher-decision': 'Ghi nhận quyết định của cấp trên',
  supplement: 'Nộp lại hồ sơ đã bổ sung',
};

/** Ends an ordinary step of a dossier, or does what its script says there. Returns whether anything was done. */
export async function actOnStep(stage: Stage, who: string, task: Task, dossier: Dossier): Promise<boolean> {
  const { visit } = task;
  switch (task.kind) {
    case 'completeness':
      if (plays(dossier, 'returned-at-completeness') && !(await isRequiredLacking(stage, who, dossier)))
        return sendBack(stage, who, dossier, visit);
      if (plays(dossier, 'handed-over')) return handOver(stage, who, task, dossier);
      break;
    case 'lead-opinion':
      if (plays(dossier, 'declined'))
        return say(stage, who, dossier, 'decline', { visit, reason: invented('thành tích chưa rõ') }, 'decline');
      if (plays(dossier, 'withdrawn')) return withdraw(stage, dossier);
      break;
    case 'appraisal':
      if (plays(dossier, 'returned-at-appraisal')) return sendBack(stage, who, dossier, visit);
      if (plays(dossier, 'held')) return hold(stage, dossier);
      if (plays(dossier, 'extended')) return extendStep(stage, task, dossier);
      break;
    case 'supplement':
      await supplementPapers(stage, who, dossier.id, visit);
      return say(stage, who, dossier, 'supplement', { visit, note: invented('đã bổ sung') }, 'supplement');
    case 'higher-decision':
      return higherDecision(stage, who, task, dossier);
    default:
  }
  const outcome = await stage.people.ask(who, 'POST', dossierPath(dossier.id, 'approval'), { visit });
  if (!outcome.ok && outcome.code === 'PAPERS_MISSING') {
    refusedAsWished(stage, who, 'nhận hồ sơ còn thiếu giấy tờ', outcome);
    return sendBack(stage, who, dossier, visit);
  }
  const done = accepted(stage, who, `${task.step} ${dossier.id}`, outcome);
  if (done) stage.story.count(stage.now, `thông qua bước ${task.name}`);
  return done;
}

/** A dossier that lacks what is required is not passed: whoever tries is told so, and sends it back then. */
const isRequiredLacking = async (stage: Stage, who: string, dossier: Dossier): Promise<boolean> =>
  (await lackingIn(stage, who, dossier.id)).some(({ binding }) => binding);

async function sendBack(stage: Stage, who: string, dossier: Dossier, visit: number): Promise<boolean> {
  const lacking = await lackingIn(stage, who, dossier.id);
  const why = lacking.length === 0 ? 'cần làm rõ thành tích' : `thiếu ${lacking.map(({ name }) => name).join('; ')}`;
  const body = { visit, reason: invented(why), supplementBy: addDays(today(stage), 14) };
  const done = await say(stage, who, dossier, 'return', body, 'return');
  if (done) put(stage, `${dossier.id}/supplement`, 8, () => supplement(stage, dossier));
  return done;
}

/** The unit finds its dossier back in its inbox and hands it in again; once with a version that is past. */
async function supplement(stage: Stage, dossier: Dossier): Promise<void> {
  const who = stage.people.holder(dossier.unit, 'officer', today(stage));
  const tasks = await stage.people.inbox(who, stage.file.id);
  const task = tasks.find(({ owner, kind }) => owner.id === dossier.id && kind === 'supplement');
  if (task === undefined) return;
  if (!stage.story.paths['refused:STALE_VERSION']) {
    const stale = await stage.people.ask(who, 'POST', dossierPath(dossier.id, 'supplement'), {
      visit: task.visit - 1,
      note: '',
    });
    refusedAsWished(stage, who, 'nộp lại theo phiên bản cũ', stale);
  }
  await actOnStep(stage, who, task, dossier);
}

const withdraw = (stage: Stage, dossier: Dossier): Promise<boolean> =>
  say(
    stage,
    stage.people.holder(dossier.unit, 'officer', today(stage)),
    dossier,
    'withdrawal',
    { reason: invented('đơn vị xin rút') },
    'withdraw',
  );

async function hold(stage: Stage, dossier: Dossier): Promise<boolean> {
  const who = holderOf(stage, 'standingBody', 'secretary');
  const body = { ground: 'complaint', reason: invented('có đơn phản ánh cần xác minh') };
  const done = await say(stage, who, dossier, 'hold', body, 'hold');
  if (done) {
    put(stage, `${dossier.id}/release`, 12, async () => {
      const again = holderOf(stage, 'standingBody', 'secretary');
      await say(stage, again, dossier, 'release', { reason: invented('phản ánh không có cơ sở') }, 'release');
    });
  }
  return done;
}

async function extendStep(stage: Stage, { visit, lastDay }: Task, dossier: Dossier): Promise<boolean> {
  const who = holderOf(stage, 'leadAgency', 'officer');
  const from = lastDay !== null && lastDay > today(stage) ? (lastDay as ReturnType<typeof today>) : today(stage);
  const body = { visit, lastDay: addDays(from, 10), reason: invented('cần xác minh thêm') };
  return say(stage, who, dossier, 'extension', body, 'extend-step');
}

/** Takes the task in hand, gives it back, takes it again and hands it to a colleague, who ends the step. */
async function handOver(stage: Stage, who: string, task: Task, dossier: Dossier): Promise<boolean> {
  const { people, story } = stage;
  const path = (act: string): string => `/api/v1/tasks/${encodeURIComponent(task.id)}/${act}`;
  const colleague = holderOf(stage, 'standingBody', 'head');
  const substitute = people.holders(unitOf(stage, 'standingBody'), 'officer', today(stage))[0] ?? colleague;
  for (const act of ['claim', 'release', 'claim'])
    if (!accepted(stage, who, act, await people.ask(who, 'POST', path(act), {}))) return false;
  const given = await people.ask(who, 'POST', path('reassignment'), { to: colleague, reason: invented('giao việc') });
  if (!accepted(stage, who, 'giao việc', given)) return false;
  if (substitute !== colleague) {
    const passed = await people.ask(colleague, 'POST', path('delegation'), {
      to: substitute,
      reason: invented('ủy quyền'),
    });
    if (!accepted(stage, colleague, 'ủy quyền việc', passed)) return false;
  }
  for (const act of ['claim', 'release', 'reassign', 'delegate']) story.path(`${act}-task`);
  story.tell(stage.now, `Nhận, trả, giao và ủy quyền việc kiểm tra hồ sơ ${dossier.id}`);
  const outcome = await people.ask(substitute, 'POST', dossierPath(dossier.id, 'approval'), { visit: task.visit });
  return accepted(stage, substitute, `${task.step} ${dossier.id}`, outcome);
}

const HIGHER = 'Thủ tướng Chính phủ';

/** The decider has no authority for this award: it goes upward. */
export async function submitUpward(stage: Stage, who: string, task: Task, dossier: Dossier): Promise<boolean> {
  dossier.played.add('upward');
  const document = { number: nextNumber(stage, 'TTr-UBND'), date: today(stage) };
  return say(
    stage,
    who,
    dossier,
    'upward-submission',
    { visit: task.visit, authority: HIGHER, document },
    'submit-upward',
  );
}

function higherDecision(stage: Stage, who: string, task: Task, dossier: Dossier): Promise<boolean> {
  const body = {
    decisionId: `${dossier.id}.cap-tren`,
    visit: task.visit,
    number: nextNumber(stage, 'QĐ-TTg'),
    date: today(stage),
    authority: HIGHER,
    outcome: 'recognised',
  };
  return say(stage, who, dossier, 'higher-decision', body, 'higher-decision');
}

/** After a decision: awards that turn out to be undeserved are annulled, one of them wrongly. */
export function planAftermath(stage: Stage, dossier: Dossier): void {
  if (dossier.script !== 'revoked' && dossier.script !== 'revoked-and-restored') return;
  if (dossier.played.has('aftermath')) return;
  dossier.played.add('aftermath');
  put(stage, `${dossier.id}/revoke`, 45, async () => {
    const who = holderOf(stage, 'decider', 'decider');
    const body = {
      reason: invented('kê khai gian dối thành tích'),
      decisionNumber: nextNumber(stage, 'QĐ-UBND'),
      decisionDate: dateOf(stage.now),
    };
    if (!(await say(stage, who, dossier, 'revocation', body, 'revoke'))) return;
    if (dossier.script !== 'revoked-and-restored') return;
    put(stage, `${dossier.id}/restore`, 20, async () => {
      const body = { reason: invented('kết luận lại: thành tích có thật') };
      await say(stage, holderOf(stage, 'decider', 'decider'), dossier, 'restoration', body, 'restore');
    });
  });
}

export const tellOf = (stage: Stage, dossier: Dossier): string => `${dossier.id} (${nameOf(stage, dossier.unit)})`;
