import { SUBJECT_NAMES } from '../contracts/state-names.js';
import type { CampaignFile } from '../domain/campaign-plan/campaign.js';
import { addDays } from '../domain/calendar/local-date.js';
import type { AwardRound } from '../domain/campaign-plan/duties.js';
import { atWork, day } from './days.js';
import { inventedDeed, inventedName } from './invented-names.js';
import { scriptOf } from './characters.js';
import { bringExample, recordActivity } from './activity-acts.js';
import { layPapers } from './dossier-papers.js';
import { isJudged, partsFor } from './dossier-parts.js';
import { planAftermath, put, submitUpward } from './nomination-acts.js';
import type { Task } from './people.js';
import { planPledgeResults } from './pledge-acts.js';
import {
  accepted,
  exists,
  holderOf,
  invented,
  nameOf,
  nextNumber,
  refusedAsWished,
  today,
  unitOf,
  type Dossier,
  type Intent,
  type Stage,
} from './stage.js';

/** A round that takes dossiers, as its list shows it. */
export interface OpenRound {
  readonly id: string;
  readonly key: string;
  readonly occurrence: string;
  readonly closes: string;
}

const MOST_FIRST = 12;
const MOST_LATER = 6;
const DAYS = [4, 9, 16] as const;
/** Prompt awards come when something happens: a few over the years. */
const PROMPT_DAYS = [45, 420, 800, 1200] as const;

/** Who nominates whom in a round, and on which of three days: decided once, when the round is first seen open. */
export function planNominations(stage: Stage, round: OpenRound): readonly Intent[] {
  const definition = stage.file.rounds.find(({ key }) => key === round.key);
  const willing = [...stage.units]
    .filter(([unit, character]) => character !== 'never' && exists(stage, unit))
    .map(([unit]) => unit);
  if (definition === undefined || willing.length === 0) return [];
  const isShort = definition.route === 'short';
  const begun = [...stage.dossiers.values()].filter(({ isPrompt }) => !isPrompt);
  const size = isShort ? PROMPT_DAYS.length : begun.length === 0 ? MOST_FIRST : MOST_LATER;
  const units = stage.chance.shuffled(willing.sort(), 'nominates', round.id);
  const results = planPledgeResults(stage, round.id, definition, units.slice(0, size));
  const nominations = Array.from({ length: size }, (_, i): Intent => {
    const unit = units[i % units.length] ?? '';
    const id = `${round.id}.${String(i + 1).padStart(2, '0')}`;
    const script = isShort ? 'plain' : scriptOf(begun.length + i, stage.chance);
    const dossier: Dossier = { id, unit, round: round.id, script, isPrompt: isShort, played: new Set() };
    stage.dossiers.set(id, dossier);
    const wanted = addDays(today(stage), (isShort ? PROMPT_DAYS[i] : DAYS[i % DAYS.length]) ?? 4);
    const at = Math.max(stage.now, Math.min(atWork(wanted), atWork(addDays(day(round.closes), -3))));
    return { id: `draft/${id}`, at, track: `unit:${unit}`, act: () => nominate(stage, dossier, definition, i) };
  });
  return [...results, ...nominations];
}

/** One of the award's kinds of subjects; the first three rounds through see every kind that has people in it. */
function subjectOf(file: CampaignFile, definition: AwardRound, i: number) {
  const offer = definition.awards[i % definition.awards.length];
  if (offer === undefined) throw new RangeError(`${definition.key} offers no award`);
  const judged = offer.subjectKinds.filter((kind) => isJudged(file, kind));
  const usual = judged.filter((kind) => ['collective', 'individual', 'household'].includes(kind));
  // Where groups of nominees have criteria of their own, every kind has its turn.
  const kinds = usual.length > 0 && file.subjectGroups === undefined ? usual : judged;
  const kind = kinds[i % kinds.length] ?? 'collective';
  return { award: offer.award, kind };
}

const contentOf = ({ contents, name }: CampaignFile, i: number): string =>
  (contents[i % Math.max(1, contents.length)]?.text ?? name).vi;

async function nominate(stage: Stage, dossier: Dossier, definition: AwardRound, i: number): Promise<void> {
  const { people, file } = stage;
  const who = people.holder(dossier.unit, 'officer', today(stage));
  const { award, kind } = subjectOf(file, definition, i);
  const subject = {
    kind,
    id: `dt.${dossier.id}`,
    name: inventedName(stage.chance, kind, dossier.id, i + 1),
  };
  const body = {
    nominationId: dossier.id,
    campaignId: file.id,
    roundId: dossier.round,
    awardCode: award,
    unitId: dossier.unit,
    subject,
    achievement: inventedDeed(stage.chance, contentOf(file, i), dossier.id),
    ...(await partsFor(stage, who, dossier, subject)),
  };
  if (stage.units.get(dossier.unit) === 'wrong') {
    const wrong = { ...body, awardCode: 'KHONG-CO' };
    refusedAsWished(
      stage,
      who,
      'hình thức khen thưởng không có trong đợt',
      await people.ask(who, 'POST', '/api/v1/nominations', wrong),
    );
  }
  if (i % 2 === 0) await recordActivity(stage, who, dossier.unit, i);
  if (i % 3 === 0) await bringExample(stage, who, dossier.unit, `dh.${dossier.id}`);
  const drafted = await people.ask(who, 'POST', '/api/v1/nominations', body);
  if (!accepted(stage, who, `lập hồ sơ ${dossier.id}`, drafted)) return;
  await layPapers(stage, who, dossier.id, dossier.script === 'returned-at-completeness');
  const outcome = await people.ask(who, 'POST', `/api/v1/nominations/${encodeURIComponent(dossier.id)}/submission`, {});
  // Who did not sign up in time learns it here: the campaign says no registration, no nomination.
  if (!outcome.ok && outcome.code === 'UNIT_NOT_REGISTERED')
    return refusedAsWished(stage, who, 'chưa đăng ký', outcome);
  if (!outcome.ok && outcome.code === 'PLEDGE_NOT_KEPT')
    return refusedAsWished(stage, who, 'kết quả giao ước chưa được đánh giá', outcome);
  if (accepted(stage, who, `trình hồ sơ ${dossier.id}`, outcome))
    stage.story.count(stage.now, `trình hồ sơ đề nghị ${awardName(stage, award)} cho ${SUBJECT_NAMES[kind].vi}`);
}

/** What the campaign calls an award. */
const awardName = ({ file }: Stage, code: string): string =>
  file.rounds.flatMap(({ awards }) => awards).find(({ award }) => award === code)?.name.vi ?? code;

/** The secretary convenes a session on every dossier that waits; a week later the tellers' counts are recorded. */
export async function convene(stage: Stage, tasks: readonly Task[]): Promise<void> {
  const council = unitOf(stage, 'council');
  const who = holderOf(stage, 'council', 'secretary');
  const agenda = tasks.map(({ owner, visit }) => ({ nominationId: owner.id, visit }));
  const sessionId = `${stage.file.id}.phien.${today(stage)}`;
  const date = addDays(today(stage), 7);
  const first = tasks[0];
  if (first === undefined) return;
  if (!stage.story.paths['refused:NOT_ON_AGENDA']) {
    const stale = {
      sessionId,
      campaignId: stage.file.id,
      councilId: council,
      date,
      members: 9,
      agenda: [{ nominationId: first.owner.id, visit: first.visit + 1 }],
    };
    refusedAsWished(
      stage,
      who,
      'hồ sơ chưa đến bước Hội đồng',
      await stage.people.ask(who, 'POST', '/api/v1/sessions', stale),
    );
  }
  const body = { sessionId, campaignId: stage.file.id, councilId: council, date, members: 9, agenda };
  const outcome = await stage.people.ask(who, 'POST', '/api/v1/sessions', body);
  if (!accepted(stage, who, 'triệu tập phiên họp', outcome)) return;
  stage.story.tell(stage.now, `Triệu tập Hội đồng ngày ${date}: ${agenda.length} hồ sơ`);
  const visit = typeof outcome.ok === 'boolean' && outcome.ok ? Number(outcome.result['visit'] ?? 1) : 1;
  put(stage, `${sessionId}/result`, 7, () =>
    recordResult(
      stage,
      sessionId,
      visit,
      agenda.map(({ nominationId }) => nominationId),
    ),
  );
}

async function recordResult(stage: Stage, sessionId: string, visit: number, ids: readonly string[]): Promise<void> {
  const who = holderOf(stage, 'council', 'secretary');
  const counts = ids.map((nominationId) => {
    const approves = stage.dossiers.get(nominationId)?.script !== 'not-approved';
    return approves
      ? { nominationId, inFavour: 7, against: 1, abstained: 0, outcome: 'approved' }
      : { nominationId, inFavour: 2, against: 5, abstained: 1, outcome: 'not-approved' };
  });
  const minutes = { number: nextNumber(stage, 'BB-HĐ'), date: today(stage) };
  const path = `/api/v1/sessions/${encodeURIComponent(sessionId)}/result`;
  const tooMany = { visit, present: 8, minutes, counts: counts.map((count) => ({ ...count, inFavour: 9 })) };
  if (!stage.story.paths['miscounted']) {
    refusedAsWished(stage, who, 'số phiếu nhiều hơn số người dự', await stage.people.ask(who, 'POST', path, tooMany));
    stage.story.path('miscounted');
  }
  const outcome = await stage.people.ask(who, 'POST', path, { visit, present: 8, counts, minutes });
  if (!accepted(stage, who, 'kết quả phiên họp', outcome)) return;
  for (const { outcome: word } of counts) stage.story.path(`council-${word}`);
  const against = counts.filter(({ outcome: word }) => word === 'not-approved').length;
  stage.story.tell(
    stage.now,
    `Hội đồng bỏ phiếu: ${counts.length - against} tán thành, ${against} không tán thành; biên bản ${minutes.number}`,
  );
}

/** The decider signs one decision for all dossiers of a round that lie before them; some go upward instead. */
export async function decide(stage: Stage, tasks: readonly Task[]): Promise<void> {
  const decider = unitOf(stage, 'decider');
  const signer = stage.people.holder(decider, 'decider', today(stage));
  const who = await standIn(stage, decider, signer);
  const upward = tasks.filter(({ owner }) => stage.dossiers.get(owner.id)?.script === 'upward');
  for (const task of upward) {
    const dossier = stage.dossiers.get(task.owner.id);
    if (dossier !== undefined) await submitUpward(stage, who, task, dossier);
  }
  const own = tasks.filter((task) => !upward.includes(task));
  if (own.length === 0) return;
  const number = nextNumber(stage, 'QĐ-UBND');
  const nominations = own.map(({ owner, visit }) => ({ nominationId: owner.id, visit }));
  const decisionId = `${stage.file.id}.qd.${today(stage)}`;
  const outcome = await stage.people.ask(who, 'POST', '/api/v1/decisions', {
    decisionId,
    number,
    date: today(stage),
    signer,
    nominations,
  });
  if (!accepted(stage, who, `quyết định ${number}`, outcome)) return;
  stage.story.tell(stage.now, `Ban hành Quyết định ${number}: khen thưởng ${nominations.length} trường hợp`);
  for (const { owner } of own) {
    const dossier = stage.dossiers.get(owner.id);
    if (dossier !== undefined) planAftermath(stage, dossier);
  }
}

/** Once, the decider is away and has somebody else act for them. */
async function standIn(stage: Stage, unit: string, decider: string): Promise<string> {
  const on = today(stage);
  const colleagues = (['decider', 'head', 'officer'] as const).flatMap((role) => stage.people.holders(unit, role, on));
  const other = colleagues.find((person) => person !== decider);
  if (stage.story.paths['delegate-role'] || other === undefined) return decider;
  const body = { unitId: unit, role: 'decider', from: on, to: addDays(on, 30), reason: invented('đi công tác') };
  const outcome = await stage.people.ask(
    decider,
    'POST',
    `/api/v1/persons/${encodeURIComponent(other)}/delegations`,
    body,
  );
  if (!accepted(stage, decider, 'ủy quyền ký', outcome)) return decider;
  stage.story.path('delegate-role');
  stage.story.tell(stage.now, `Ủy quyền ký quyết định của ${nameOf(stage, unit)} trong 30 ngày`);
  return other;
}
