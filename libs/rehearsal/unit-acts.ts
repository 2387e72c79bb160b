import { addDays, formatVi } from '../domain/calendar/local-date.js';
import type { Obligation, ReportField } from '../domain/campaign-plan/duties.js';
import { day, ofOccurrence } from './days.js';
import type { Task } from './people.js';
import { actForThemselves, keepHouseholds } from './personal-acts.js';
import {
  accepted,
  doingUnit,
  holderOf,
  invented,
  nameOf,
  nextNumber,
  refusedAsWished,
  today,
  type Stage,
} from './stage.js';
import { figureOf } from './target-figures.js';

/** What a unit does about what it owes. */

const dutyOf = (stage: Stage, key: string): Obligation | undefined => stage.file.obligations.find((o) => o.key === key);

/** The key and occurrence in an obligation's id, `<campaign>.<key>.<occurrence>.<unit>`. */
export function partsOf(stage: Stage, obligation: string): { key: string; occurrence: string } {
  const [key = '', occurrence = ''] = obligation.slice(stage.file.id.length + 1).split('.');
  return { key, occurrence };
}

/** Does what a task of a unit asks for, as the person who reads it in their inbox. Returns whether it is done. */
export async function doDuty(stage: Stage, who: string, task: Task): Promise<boolean> {
  const { key, occurrence } = partsOf(stage, task.owner.id);
  const isWrong = stage.units.get(task.unit) === 'wrong' && stage.chance.of('slip', task.owner.id) < 0.6;
  switch (task.kind) {
    case 'report':
      return submitReport(stage, who, task, { key, occurrence, isWrong });
    case 'registration':
      return register(stage, who, task.unit, isWrong);
    case 'consolidation':
      return consolidate(stage, who, task, { key, occurrence });
    default:
      await actForThemselves(stage, task.unit, { key, occurrence });
      return fulfil(stage, who, task, { key, occurrence, isWrong });
  }
}

interface Owed {
  readonly key: string;
  readonly occurrence: string;
}

async function fulfil(stage: Stage, who: string, task: Task, owed: Owed & { isWrong: boolean }): Promise<boolean> {
  const duty = dutyOf(stage, owed.key);
  const path = `/api/v1/obligations/${encodeURIComponent(task.owner.id)}/fulfilment`;
  const what = duty?.text.vi ?? owed.key;
  const isDocument = duty?.proof === 'document' || stage.chance.of('proof', task.owner.id) < 0.4;
  if (owed.isWrong) {
    const number = '99/CV';
    const proof = { kind: 'document', number, date: addDays(today(stage), 30) };
    refusedAsWished(
      stage,
      who,
      'văn bản đề ngày trong tương lai',
      await stage.people.ask(who, 'POST', path, { proof }),
    );
  }
  const symbol = duty?.kind === 'guidance' ? 'HD' : duty?.kind === 'implementing-plan' ? 'KH' : 'CV';
  const proof = isDocument
    ? {
        kind: 'document',
        number: nextNumber(stage, `${symbol}-${task.unit}`),
        date: today(stage),
        note: invented('văn bản thử'),
      }
    : { kind: 'record', note: invented('biên bản thử') };
  const outcome = await stage.people.ask(who, 'POST', path, { proof });
  const done = accepted(stage, who, what, outcome);
  if (done) stage.story.count(stage.now, `hoàn thành: ${short(what)}${ofOccurrence(owed.occurrence)}`);
  return done;
}

/** Values for a report's fields, invented but never absurd. */
export function reportFields(
  stage: Stage,
  of: string,
  fields: readonly ReportField[],
  reporting: { readonly occurrence: string; readonly reporters: number },
): Record<string, string | number> {
  return Object.fromEntries(
    fields
      .filter(({ required, key }) => required || stage.chance.of('optional', of, key) < 0.5)
      .map((field) => [
        field.key,
        field.kind === 'count'
          ? figureOf(stage, of, field, reporting.occurrence, reporting.reporters)
          : invented(short(field.label.vi)),
      ]),
  );
}

async function submitReport(
  stage: Stage,
  who: string,
  task: Task,
  owed: Owed & { isWrong: boolean },
): Promise<boolean> {
  const duty = dutyOf(stage, owed.key);
  const isOfOne = duty !== undefined && (duty.who.scope ?? duty.who.unitTypes ?? []).length === 0;
  const reporting = { occurrence: owed.occurrence, reporters: isOfOne ? 1 : stage.units.size };
  const fields = reportFields(stage, task.owner.id, duty?.fields ?? [], reporting);
  const obligationId = task.owner.id;
  const phase = phaseOf(stage, owed.occurrence);
  const body = { obligationId, fields, ...(phase === undefined ? {} : { phase }) };
  const asked = duty?.fields?.find(({ required }) => required);
  if (owed.isWrong && asked !== undefined) {
    const { [asked.key]: _left, ...rest } = fields;
    const outcome = await stage.people.ask(who, 'POST', '/api/v1/reports', { ...body, fields: rest });
    refusedAsWished(stage, who, 'báo cáo thiếu mục bắt buộc', outcome);
  }
  const outcome = await stage.people.ask(who, 'POST', '/api/v1/reports', body);
  if (!accepted(stage, who, `báo cáo ${owed.occurrence}`, outcome)) return false;
  const of = `${owed.key}/${owed.occurrence}`;
  stage.reports.set(of, (stage.reports.get(of) ?? new Set()).add(obligationId));
  await keepHouseholds(stage, who, task.unit, owed.occurrence);
  const isLate = task.lastDay !== null && today(stage) > task.lastDay;
  stage.story.count(stage.now, `nộp báo cáo${ofOccurrence(owed.occurrence)}${isLate ? ', muộn hạn' : ''}`);
  return true;
}

/** Where a year lies in two phases the person says which one the result belongs to; elsewhere nothing is said. */
function phaseOf(stage: Stage, occurrence: string): string | undefined {
  const phases = stage.file.phases.filter(
    ({ from, to }) => from.slice(0, 4) <= occurrence && occurrence <= to.slice(0, 4),
  );
  return /^\d{4}$/.test(occurrence) && phases.length > 1 ? phases[0]?.key : undefined;
}

async function register(stage: Stage, who: string, unit: string, isWrong: boolean): Promise<boolean> {
  const { people, file } = stage;
  const head = people.holder(doingUnit(stage, unit, today(stage)), 'head', today(stage));
  const criteria = [...file.criteria, ...file.objectives, ...file.contents].slice(0, 3);
  const asked = file.registration?.atLeast;
  const owns = Math.max(1, asked?.own ?? 0, asked?.indicators ?? 0, asked?.spearheads ?? 0);
  const own = Array.from({ length: owns }, (_, i) => ({
    key: `rieng-${i + 1}`,
    own: true,
    text: invented('chỉ tiêu riêng của đơn vị'),
    target: 5 + i,
    unit: 'mô hình',
    ...(i < (asked?.spearheads ?? 1) ? { spearhead: true } : {}),
  }));
  const pledges = [
    ...criteria.map(({ key, text }) => ({ key, own: false, text: invented(short(text.vi)) })),
    ...(file.registration?.unitDefinedCriteria === false ? [] : own),
  ];
  const body = { campaignId: file.id, unitId: unit, head, pledges, ...signatureOf(stage) };
  if (isWrong) {
    const outcome = await people.ask(who, 'POST', '/api/v1/registrations', { ...body, pledges: [] });
    refusedAsWished(stage, who, 'đăng ký không có cam kết', outcome);
  }
  const known = await people.list(who, `/api/v1/registrations?campaign=${file.id}&unit=${unit}`);
  const before = known[0];
  const visit =
    before === undefined
      ? {}
      : { visit: Number((await people.get(who, `/api/v1/registrations/${String(before['id'])}`))['visit']) };
  const outcome = await people.ask(who, 'POST', '/api/v1/registrations', { ...body, ...visit });
  const done = accepted(stage, who, 'đăng ký thi đua', outcome);
  if (done) stage.registrationsWait = true;
  if (done) stage.story.count(stage.now, 'đăng ký thi đua, ký giao ước');
  return done;
}

/** A pledge is signed on the day it is sent, as the campaign wants it signed. */
function signatureOf(stage: Stage): { readonly signature?: object } {
  const { signedPledge, signature } = stage.file.registration ?? {};
  if (signedPledge !== true) return {};
  return { signature: { kind: signature === 'digital' ? 'digital' : 'paper', on: today(stage) } };
}

async function consolidate(stage: Stage, who: string, task: Task, owed: Owed): Promise<boolean> {
  const from = dutyOf(stage, owed.key)?.consolidates ?? '';
  const sources = [...(stage.reports.get(`${from}/${owed.occurrence}`) ?? [])].sort();
  const body = {
    campaignId: stage.file.id,
    obligationId: task.owner.id,
    occurrence: owed.occurrence,
    summary: invented(`tổng hợp ${sources.length} báo cáo`),
    sources,
  };
  const outcome = await stage.people.ask(who, 'POST', '/api/v1/reports/consolidations', body);
  const done = accepted(stage, who, `tổng hợp ${owed.occurrence}`, outcome);
  if (done)
    stage.story.tell(
      stage.now,
      `${nameOf(stage, task.unit)} tổng hợp ${sources.length} báo cáo${ofOccurrence(owed.occurrence)}, gửi cấp trên`,
    );
  return done;
}

/** The lead agency urges a unit that is late (đôn đốc). */
export async function urge(stage: Stage, obligation: string, unit: string): Promise<void> {
  const who = holderOf(stage, 'leadAgency', 'officer');
  const path = `/api/v1/obligations/${encodeURIComponent(obligation)}/urges`;
  const outcome = await stage.people.ask(who, 'POST', path, { text: invented('đề nghị khẩn trương thực hiện') });
  if (!accepted(stage, who, 'đôn đốc', outcome)) return;
  stage.story.path('urge');
  stage.story.tell(stage.now, `Đôn đốc ${nameOf(stage, unit)}`);
}

/** Gives one unit more time; asked wrongly first where nobody has yet, so that the refusal is seen as well. */
export async function extend(stage: Stage, obligation: string, unit: string, lastDay: string): Promise<void> {
  const who = holderOf(stage, 'leadAgency', 'head');
  const path = `/api/v1/obligations/${encodeURIComponent(obligation)}/extension`;
  const past = { lastDay: addDays(today(stage), -10), reason: invented('gia hạn') };
  refusedAsWished(stage, who, 'gia hạn về quá khứ', await stage.people.ask(who, 'POST', path, past));
  const outcome = await stage.people.ask(who, 'POST', path, {
    lastDay,
    reason: invented('đơn vị mới sắp xếp lại tổ chức'),
  });
  if (!accepted(stage, who, 'gia hạn nhiệm vụ', outcome)) return;
  stage.story.path('extend-obligation');
  stage.story.tell(stage.now, `Gia hạn cho ${nameOf(stage, unit)} đến ${formatVi(day(lastDay))}`);
}

/** Frees a unit of what keeps a phase or a round shut for everyone. */
export async function waive(stage: Stage, obligation: string, unit: string): Promise<void> {
  const who = holderOf(stage, 'leadAgency', 'head');
  const path = `/api/v1/obligations/${encodeURIComponent(obligation)}/waiver`;
  const outcome = await stage.people.ask(who, 'POST', path, {
    reason: invented('đơn vị không có nội dung phải thực hiện'),
  });
  if (!accepted(stage, who, 'miễn nhiệm vụ', outcome)) return;
  stage.story.path('waive');
  stage.story.tell(stage.now, `Miễn nhiệm vụ cho ${nameOf(stage, unit)}`);
}

export const short = (text: string): string => (text.length <= 90 ? text : `${text.slice(0, 87)}…`);
