import type { ActivityKind } from '../domain/campaign-plan/vocabulary.js';
import { parseQueue } from '../domain/access/actor.js';
import type { Task } from './people.js';
import { accepted, invented, nextNumber, today, type Stage } from './stage.js';

/** What units do beside what they owe: they record activities, bring examples, and say that they have a document. */

const KIND_OF: Readonly<Record<string, ActivityKind>> = {
  inspection: 'inspection',
  training: 'training',
  coordination: 'coordination',
};

/** An activity under one of the duties without a date of their own, where the campaign has some. */
export async function recordActivity(stage: Stage, who: string, unit: string, i: number): Promise<void> {
  const duties = stage.file.obligations.filter(({ due }) => due.kind === 'continuous');
  const duty = duties[i % Math.max(1, duties.length)];
  if (duty === undefined) return;
  const outcome = await stage.people.ask(who, 'POST', '/api/v1/activities', {
    campaignId: stage.file.id,
    unitId: unit,
    kind: duty.activities?.[0]?.kind ?? KIND_OF[duty.kind] ?? 'communication',
    title: invented('hoạt động của đơn vị'),
    from: today(stage),
    obligation: duty.key,
  });
  if (accepted(stage, who, `ghi nhận hoạt động của ${unit}`, outcome)) stage.story.path('record-activity');
}

/** An example of the unit: introduced, proposed for the first level it has, recognised by whom the campaign names for it. */
export async function bringExample(stage: Stage, who: string, unit: string, exampleId: string): Promise<void> {
  const register = stage.file.exampleRegister;
  if (register === undefined) return;
  const introduced = await stage.people.ask(who, 'POST', '/api/v1/examples', {
    exampleId,
    campaignId: stage.file.id,
    introducedBy: unit,
    unitId: unit,
    kind: register.kinds?.[0] ?? 'person',
    subject: { kind: 'individual', id: exampleId, name: invented('gương người tốt, việc tốt') },
    summary: invented('việc làm tiêu biểu'),
  });
  if (!accepted(stage, who, `giới thiệu điển hình ${exampleId}`, introduced)) return;
  const at = (act: string): string => `/api/v1/examples/${encodeURIComponent(exampleId)}/${act}`;
  if (!(await proposeExample(stage, who, exampleId))) return;
  const shown = await stage.people.get(who, `/api/v1/examples/${encodeURIComponent(exampleId)}`);
  const [task] = Object.values(shown['open'] as Readonly<Record<string, { queue: string; visit: number }>>);
  const recogniser = parseQueue(task?.queue ?? '');
  const head = recogniser === undefined ? undefined : stage.people.holders(recogniser.unitId, 'head', today(stage))[0];
  if (task === undefined || head === undefined) return;
  const document = { number: nextNumber(stage, 'QĐ-CN'), date: today(stage) };
  const recognised = await stage.people.ask(head, 'POST', at('recognition'), { visit: task.visit, document });
  if (accepted(stage, head, `công nhận điển hình ${exampleId}`, recognised)) stage.story.path('recognise-example');
}

/** A unit of the province has no commune above it: there the next level up is asked. */
async function proposeExample(stage: Stage, who: string, exampleId: string): Promise<boolean> {
  const levels = stage.file.exampleRegister?.levels ?? [];
  const path = `/api/v1/examples/${encodeURIComponent(exampleId)}/proposal`;
  for (const [i, { key }] of levels.entries()) {
    const proposed = await stage.people.ask(who, 'POST', path, { level: key });
    const isAbove = !proposed.ok && proposed.code === 'UNKNOWN_UNIT' && i < levels.length - 1;
    if (!isAbove) return accepted(stage, who, `đề nghị công nhận điển hình ${exampleId}`, proposed);
  }
  return false;
}

/** Says that the unit has the document that was sent to it. */
export async function acknowledgeDocument(stage: Stage, who: string, task: Task): Promise<void> {
  const path = `/api/v1/dispatches/${encodeURIComponent(task.owner.id)}/acknowledgement`;
  const outcome = await stage.people.ask(who, 'POST', path, { visit: task.visit });
  if (accepted(stage, who, 'xác nhận đã nhận văn bản', outcome))
    stage.story.count(stage.now, 'xác nhận đã nhận văn bản');
}
