import type { Actor, Role } from '../../../libs/domain/access/actor.js';
import { ENGINE, OPERATOR } from '../../../libs/domain/access/actor.js';
import { type LocalDate, type ClockTime, atTime } from '../../../libs/domain/calendar/local-date.js';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { UnitType } from '../../../libs/domain/campaign-plan/vocabulary.js';
import type { CommandName, Commands } from '../../../libs/domain/commands.js';
import type { Decision } from '../../../libs/domain/core/decision.js';
import { MemoryLedger } from './memory-ledger.js';
import { vnDays } from '../calendar/calendar-fixtures.js';

/** A small province with a campaign that has one of everything; all persons are invented. */

export const UNITS = {
  province: 'ubnd-tinh',
  lead: 'so-nong-nghiep',
  homeAffairs: 'so-noi-vu',
  standing: 'ban-thi-dua',
  council: 'hoi-dong',
  a: 'don-vi-a',
  b: 'don-vi-b',
  leader: 'don-vi-truong-cum',
  gone: 'huyen-cu',
} as const;

export const TYPES: Readonly<Record<keyof typeof UNITS, UnitType>> = {
  province: 'province-people-committee',
  lead: 'province-department',
  homeAffairs: 'province-department',
  standing: 'province-board',
  council: 'emulation-council',
  a: 'province-department',
  b: 'province-department',
  leader: 'province-department',
  gone: 'district-people-committee',
};

export const ROLES_AT: Readonly<Record<keyof typeof UNITS, readonly Role[]>> = {
  province: ['head', 'officer', 'decider'],
  lead: ['head', 'officer'],
  homeAffairs: ['head', 'officer', 'appraiser'],
  standing: ['head', 'officer', 'secretary'],
  council: ['secretary', 'council-chair'],
  a: ['head', 'officer'],
  b: ['head', 'officer'],
  leader: ['head', 'officer'],
  gone: ['head', 'officer'],
};

export const personAt = (unit: keyof typeof UNITS, role: Role): string => `${UNITS[unit]}.${role}`;

export const who = (unit: keyof typeof UNITS, role: Role): Actor => ({
  id: personAt(unit, role),
  kind: 'person',
  holdings: [{ unitId: UNITS[unit], role }],
});

export const both = (text: string): Bilingual => ({ vi: text, en: text });

export const CAMPAIGN = 'phong-trao';

export const campaignFile: CampaignFile = {
  schemaVersion: 1,
  id: CAMPAIGN,
  name: both('Phong trào thử'),
  quotedName: 'Phong trào thử',
  kind: 'thematic',
  period: { fromYear: 2024, toYear: 2030 },
  adoptedOn: '2024-05-10',
  documents: [
    {
      id: 'ke-hoach',
      number: '101',
      symbol: 'KH-UBND',
      type: 'ke-hoach',
      issuer: 'UBND tỉnh',
      date: { value: '2024-05-10', inferred: false },
      role: 'adopts',
    },
  ],
  source: { file: 'none.txt', noise: [] },
  purpose: [],
  objectives: [{ key: 'chat-luong', text: both('Nâng cao chất lượng') }],
  scope: [
    {
      key: 'all',
      text: both('Tất cả'),
      unitTypes: ['province-department'],
      subjectKinds: ['collective'],
      resolve: 'at-due-date',
    },
  ],
  phases: [
    { key: 'phase-1', text: both('Giai đoạn 1'), from: '2024-01-01', to: '2026-12-31' },
    { key: 'phase-2', text: both('Giai đoạn 2'), from: '2026-01-01', to: '2030-12-31', gate: 'mid' },
  ],
  phaseOverlap: { policy: 'assign-explicitly' },
  contents: [],
  criteria: [{ key: 'plan-issued', text: both('Ban hành kế hoạch'), kind: 'narrative', evidence: ['document'] }],
  targets: [],
  targetsNote: { key: 'none', text: both('Không có chỉ tiêu') },
  registration: {
    due: { kind: 'on', date: '2024-07-31' },
    who: { scope: ['all'] },
    unitDefinedCriteria: true,
    signedPledge: true,
    requiredForNomination: false,
    reminders: 'default',
  },
  obligations: [
    {
      key: 'plan',
      text: both('Ban hành kế hoạch'),
      kind: 'implementing-plan',
      mode: 'dated',
      who: { scope: ['all'] },
      due: { kind: 'within-quarter', year: 2024, quarter: 2 },
      proof: 'document',
      reminders: 'default',
    },
    {
      key: 'report',
      text: both('Báo cáo năm'),
      kind: 'report',
      mode: 'recurring',
      who: { scope: ['all'] },
      due: { kind: 'yearly-before', month: 12, day: 1, fromYear: 2024, toYear: 2030 },
      proof: 'report',
      reminders: 'default',
      fields: [
        { key: 'result', label: both('Kết quả'), kind: 'narrative', required: true, proves: ['communicate'] },
        { key: 'households', label: both('Số hộ'), kind: 'count', required: true },
        { key: 'remarks', label: both('Kiến nghị'), kind: 'list', required: false },
      ],
    },
    {
      key: 'summary',
      text: both('Tổng hợp'),
      kind: 'consolidation',
      mode: 'recurring',
      who: { roles: ['leadAgency'] },
      addressees: [{ roles: ['council'] }, { roles: ['issuer'] }],
      due: { kind: 'yearly-on', month: 12, day: 15, fromYear: 2024, toYear: 2030 },
      proof: 'report',
      reminders: 'default',
      consolidates: 'report',
    },
    {
      key: 'guidance',
      text: both('Hướng dẫn khen thưởng'),
      kind: 'guidance',
      mode: 'recurring',
      who: { roles: ['leadAgency'] },
      due: { kind: 'yearly-on', month: 9, day: 30, fromYear: 2024, toYear: 2030 },
      proof: 'document',
      reminders: 'default',
    },
    {
      key: 'communicate',
      text: both('Tuyên truyền'),
      kind: 'communication',
      mode: 'continuous',
      who: { scope: ['all'] },
      due: { kind: 'continuous' },
      proof: 'yearly-report',
    },
    {
      key: 'join-in',
      text: both('Đề nghị tham gia'),
      kind: 'mobilisation',
      mode: 'invited',
      who: { unitIds: [UNITS.b] },
      due: { kind: 'on', date: '2024-12-20' },
      proof: 'record',
      reminders: 'default',
    },
    {
      key: 'early',
      text: both('Việc đã qua'),
      kind: 'milestone',
      mode: 'dated',
      who: { scope: ['all'] },
      due: { kind: 'on', date: '2024-05-02' },
      proof: 'record',
      reminders: 'default',
    },
    {
      key: 'training',
      text: both('Tập huấn'),
      kind: 'training',
      mode: 'undated',
      who: { roles: ['leadAgency'] },
      due: { kind: 'undated' },
      proof: 'record',
      reminders: 'default',
    },
    {
      key: 'follow-up',
      text: both('Khắc phục sau sơ kết'),
      kind: 'milestone',
      mode: 'dated',
      who: { roles: ['leadAgency'] },
      due: { kind: 'within', amount: 15, unit: 'working', after: 'review:mid' },
      proof: 'record',
      reminders: 'default',
    },
  ],
  reviews: [
    {
      key: 'mid',
      text: both('Sơ kết'),
      kind: 'mid-term',
      window: { kind: 'within-quarter', year: 2026, quarter: 4 },
      gates: 'phase-2',
      leads: 'leadAgency',
      concludes: 'issuer',
      reminders: 'default',
    },
    {
      key: 'final',
      text: both('Tổng kết'),
      kind: 'final',
      window: { kind: 'within-quarter', year: 2030, quarter: 4 },
      leads: 'leadAgency',
      concludes: 'issuer',
      reminders: 'default',
    },
  ],
  rounds: [
    {
      key: 'annual',
      text: both('Khen thưởng hằng năm'),
      kind: 'annual',
      guidance: 'guidance',
      opens: { kind: 'yearly-on', month: 10, day: 1, fromYear: 2024, toYear: 2030 },
      closes: { kind: 'yearly-on', month: 10, day: 31, fromYear: 2024, toYear: 2030 },
      dates: { basis: 'proposed' },
      route: 'default',
      awards: [
        {
          award: 'BK',
          name: both('Bằng khen'),
          subjectKinds: ['collective', 'individual', 'household'],
          publicOpinion: true,
          provenance: { basis: 'proposed' },
        },
      ],
      leads: 'leadAgency',
      appraises: 'homeAffairs',
      decides: 'decider',
    },
    {
      key: 'mid-round',
      text: both('Khen thưởng sơ kết'),
      kind: 'mid-term',
      guidance: 'guidance',
      review: 'mid',
      opens: { kind: 'on', date: '2027-01-11' },
      closes: { kind: 'on', date: '2027-02-26' },
      dates: { basis: 'proposed' },
      route: 'default',
      awards: [
        { award: 'BK', name: both('Bằng khen'), subjectKinds: ['collective'], provenance: { basis: 'proposed' } },
      ],
      leads: 'leadAgency',
      appraises: 'homeAffairs',
      decides: 'decider',
    },
    {
      key: 'prompt',
      text: both('Khen thưởng đột xuất'),
      kind: 'prompt',
      opens: { kind: 'continuous' },
      closes: { kind: 'continuous' },
      dates: { basis: 'proposed' },
      route: 'short',
      awards: [
        { award: 'BK', name: both('Bằng khen'), subjectKinds: ['individual'], provenance: { basis: 'proposed' } },
      ],
      leads: 'leadAgency',
      appraises: 'homeAffairs',
      decides: 'decider',
    },
  ],
  roles: {
    issuer: { unit: UNITS.province },
    leadAgency: { unit: UNITS.lead },
    homeAffairs: { unit: UNITS.homeAffairs },
    standingBody: { unit: UNITS.standing },
    council: { unit: UNITS.council },
    decider: { unit: UNITS.province },
  },
  reminderPolicies: [],
  legalHooks: [],
  openQuestions: [
    {
      id: 'q-scope',
      quote: '…',
      unclear: both('Ai tham gia?'),
      choices: [
        { key: 'all', text: both('Tất cả') },
        { key: 'some', text: both('Một số') },
      ],
      blocks: 'launch',
    },
    {
      id: 'q-training',
      quote: '…',
      unclear: both('Khi nào?'),
      choices: [],
      freeText: true,
      blocks: 'nothing',
      about: 'obligation:training',
    },
    { id: 'q-round', quote: '…', unclear: both('Ai duyệt?'), choices: [], freeText: true, blocks: 'round:mid-round' },
  ],
  successionNotes: [],
};

/** 10:00 in Viet Nam. */
export const at = (day: LocalDate, time: ClockTime = '10:00'): number => atTime(day, time);

/** What a test does next: refused commands are returned, not thrown. */
export class Province extends MemoryLedger {
  /** Acts at an instant; the clock only moves on. */
  on(day: LocalDate, time: ClockTime = '10:00'): this {
    const then = at(day, time);
    if (then < this.now) throw new Error(`the clock only moves on: ${day} ${time}`);
    this.now = then;
    return this;
  }

  /** Like `execute`, for a step that the test takes for granted. */
  must<K extends CommandName>(name: K, command: Commands[K], actor: Actor): Extract<Decision, { ok: true }> {
    const decision = this.execute(name, command, actor);
    if (!decision.ok) throw new Error(`${name}: ${JSON.stringify(decision.refusal)}`);
    return decision;
  }
}

/** The province with its people and calendar on a day, no campaign yet. */
export function province(day: LocalDate = '2024-05-13', time: ClockTime = '08:00'): Province {
  const world = new Province(at(day, time));
  world.must('openWorld', { kind: 'rehearsal', clock: world.now }, OPERATOR);
  world.must('loadCalendar', { days: vnDays() }, OPERATOR);
  for (const name of Object.keys(UNITS).filter((key): key is keyof typeof UNITS => key in UNITS)) {
    world.must(
      'defineUnit',
      {
        unitId: UNITS[name],
        type: TYPES[name],
        name: both(UNITS[name]),
        validFrom: '2010-01-01',
        ...(name === 'gone' ? { validTo: '2025-06-30' } : {}),
        confidence: 'V',
      },
      OPERATOR,
    );
    for (const role of ROLES_AT[name]) {
      const id = personAt(name, role);
      const position = { key: `${UNITS[name]}/${role}`, unitId: UNITS[name], role, title: '', from: '2020-01-01' };
      const person = {
        personId: id,
        username: id,
        name: `Người ${id}`,
        email: `${id}@example.invalid`,
        invented: true,
      };
      world.must('registerPerson', { ...person, positions: [position] }, OPERATOR);
    }
  }
  const years = [2024, 2025, 2026].map((year) => ({ year, leader: UNITS.leader, members: [UNITS.leader, UNITS.b] }));
  world.must('defineCluster', { clusterId: 'cum-1', kind: 'cluster', name: both('Cụm 1'), years }, OPERATOR);
  return world;
}

/** The same with the campaign drafted and answered, ready for launch. */
export function drafted(file: CampaignFile = campaignFile): Province {
  const world = province();
  world.must('draftCampaign', { file, rulePack: 'L2022-ND152' }, OPERATOR);
  world.must('answerQuestion', { campaignId: CAMPAIGN, questionId: 'q-scope', choice: 'all' }, who('province', 'head'));
  const training = { campaignId: CAMPAIGN, what: 'training/once', lastDay: '2024-11-15', reason: 'Ấn định ngày' };
  world.must('extendCampaignDate', training, who('lead', 'head'));
  return world;
}

/** Launched on 13/05/2024. */
export function launched(file: CampaignFile = campaignFile): Province {
  const world = drafted(file);
  const document = { number: '101/KH-UBND', date: '2024-05-10' };
  world.must('launchCampaign', { campaignId: CAMPAIGN, document }, who('province', 'decider'));
  return world;
}

export const owes = (world: Province, key: string, occurrence: string, unitId: string): string => {
  const id = `${CAMPAIGN}.${key}.${occurrence}.${unitId}`;
  if (world.state('obligation', id) === undefined)
    world.must('openObligation', { campaignId: CAMPAIGN, key, occurrence, unitId }, ENGINE);
  return id;
};

/** The annual round of 2024, open on 01/10/2024. */
export function inRound(file: CampaignFile = campaignFile): Province {
  const world = launched(file);
  const guidance = owes(world, 'guidance', '2024', UNITS.lead);
  world.on('2024-09-20');
  const proof = { kind: 'document', number: '12/HD-SNN', date: '2024-09-20' } as const;
  world.must('fulfilObligation', { obligationId: guidance, proof }, who('lead', 'officer'));
  world.on('2024-10-01');
  world.must('openRound', { campaignId: CAMPAIGN, key: 'annual', occurrence: '2024' }, ENGINE);
  return world;
}
export const ROUND = `${CAMPAIGN}.annual.2024`;

/** Drafts and submits a dossier of unit a in the annual round. */
export function submitted(world: Province, nominationId = 'n-1', subjectId = 'subject-1'): string {
  world.must(
    'draftNomination',
    {
      nominationId,
      campaignId: CAMPAIGN,
      roundId: ROUND,
      awardCode: 'BK',
      unitId: UNITS.a,
      subject: { kind: 'collective', id: subjectId, name: 'Tập thể bí mật' },
      achievement: 'Thành tích bí mật',
      documents: [],
    },
    who('a', 'officer'),
  );
  world.must('submitNomination', { nominationId }, who('a', 'officer'));
  return nominationId;
}

/** Passes steps until the dossier stands at the step of this kind. */
export function walkTo(world: Province, nominationId: string, kind: string): number {
  for (let guard = 0; guard < 20; guard += 1) {
    const state = world.state('nomination', nominationId);
    const task = state?.open[String(state.visit)];
    if (state === undefined || task === undefined) throw new Error(`${nominationId} has no open step`);
    if (task.kind === kind) return task.visit;
    if (task.queue === '') {
      world.now = Math.max(world.now, task.due?.at ?? world.now);
      world.must('endTimedStep', { nominationId, visit: task.visit, key: task.step }, ENGINE);
    } else if (task.kind === 'council') {
      voteOn(world, [{ nominationId, visit: task.visit }], 'approved', `s-${nominationId}-${String(task.visit)}`);
    } else if (task.kind === 'decision') {
      decideOn(world, [{ nominationId, visit: task.visit }], `d-${nominationId}`, `${nominationId}/QĐ-UBND`);
    } else {
      const unit = Object.values(UNITS).find((id) => task.queue.startsWith(`${id}/`)) ?? '';
      const role = task.queue.slice(unit.length + 1);
      const holding = { unitId: unit, role: role as Role };
      world.must(
        'approveStep',
        { nominationId, visit: task.visit },
        { id: 'someone', kind: 'person', holdings: [holding] },
      );
    }
  }
  throw new Error(`${nominationId} never came to ${kind}`);
}

interface Seen {
  readonly nominationId: string;
  readonly visit: number;
}

export function voteOn(
  world: Province,
  agenda: readonly Seen[],
  outcome: 'approved' | 'not-approved',
  sessionId: string,
): void {
  const day = dayOf(world);
  world.must(
    'conveneSession',
    { sessionId, campaignId: CAMPAIGN, councilId: UNITS.council, date: day, members: 9, agenda },
    who('council', 'secretary'),
  );
  const counts = agenda.map(({ nominationId }) => ({ nominationId, inFavour: 7, against: 1, abstained: 0, outcome }));
  const minutes = { number: '5/BB-HĐ', date: day };
  world.must('recordCouncilResult', { sessionId, visit: 1, present: 8, counts, minutes }, who('council', 'secretary'));
}

export function decideOn(world: Province, nominations: readonly Seen[], decisionId: string, number: string): void {
  const signer = personAt('province', 'decider');
  world.must(
    'issueDecision',
    { decisionId, number, date: dayOf(world), signer, nominations },
    who('province', 'decider'),
  );
}

export const dayOf = (world: MemoryLedger): string => new Date(world.now + 7 * 3_600_000).toISOString().slice(0, 10);

export { ENGINE, OPERATOR };
