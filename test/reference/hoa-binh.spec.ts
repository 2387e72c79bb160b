import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from '@jest/globals';
import { dataFile, repositoryRoot } from '../../libs/config/paths.js';
import { occurrences } from '../../libs/domain/deadline/due.js';
import type { PlannedOccurrence } from '../../libs/domain/campaign-plan/plan-model.js';
import { planCampaign } from '../../libs/domain/campaign-plan/plan.js';
import { loadCalendar } from '../../libs/reference/calendar-reference.js';
import { campaignPlan, campaignSchema, campaignValidate } from '../../libs/reference/campaign-commands.js';
import { validateCampaignFile } from '../../libs/reference/campaign-reference.js';
import { loadOrganisation } from '../../libs/reference/organisation-reference.js';

const PATH = dataFile('campaigns', 'hoa-binh-nong-san-2024-2030.yaml');
const organisation = loadOrganisation(dataFile('organisations', 'hoa-binh.yaml')).file;
const { file, findings } = validateCampaignFile(PATH, organisation);
const calendar = loadCalendar(dataFile('calendars', 'vn.csv'));
if (file === undefined) throw new Error(findings.map(({ field, messageEn }) => `${field}: ${messageEn}`).join('\n'));
if (!calendar.ok) throw new Error('data/calendars/vn.csv has errors');
const plan = planCampaign(file, calendar.calendar, organisation);

const source = readFileSync(join(dataFile('campaigns'), file.source.file), 'utf8');
const checklist = new Map(
  readFileSync(join(repositoryRoot(), 'docs', 'seeds-checklist.md'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, id, phrase] = /^\| (S0-\d\d) \| (.*?) \|/.exec(line) ?? [];
      return id === undefined || phrase === undefined ? [] : [[id, phrase] as const];
    }),
);
const ROWS = Array.from({ length: 50 }, (_, i) => `S0-${String(i + 1).padStart(2, '0')}`);

function rowsIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(rowsIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]: [string, unknown]) =>
    name === 'rows' && Array.isArray(value) ? value.map(String) : rowsIn(value),
  );
}

const duty = (key: string): readonly PlannedOccurrence[] =>
  plan.obligations.find((obligation) => obligation.key === key)?.occurrences ?? [];
const review = (key: string): readonly PlannedOccurrence[] =>
  plan.reviews.find((candidate) => candidate.key === key)?.occurrences ?? [];

describe('plan 101/KH-UBND of Hòa Bình', () => {
  const proved = new Set(rowsIn(file));

  test.each(ROWS)('%s stands on a node, and its words stand in the source', (id) => {
    expect(proved).toContain(id);
    const phrases = [...(checklist.get(id) ?? '').matchAll(/«(.*?)»/g)].map(([, phrase]) => phrase ?? '');
    expect(checklist.has(id)).toBe(true);
    for (const phrase of phrases) expect(source).toContain(phrase);
  });

  it('has no finding, with its organisation too', () => {
    expect(findings.map(({ field, messageEn }) => `${field}: ${messageEn}`)).toEqual([]);
    expect(campaignValidate(PATH)).toMatchObject({ exitCode: 0 });
  });

  test('S0-03 the year of the signing date is marked as inferred and differs from the day of publication', () => {
    const [adopting] = file.documents;
    expect(adopting).toMatchObject({ symbol: '101/KH-UBND', date: { value: '2024-05-10', inferred: true } });
    expect(adopting?.publishedAt).toBe('2024-05-13T14:58:00+07:00');
  });

  test('S0-18 implementing plans are due on 30/06/2024, a Sunday, by units and clusters', () => {
    expect(duty('ke-hoach-trien-khai')).toMatchObject([{ from: '2024-04-01', lastDay: '2024-06-30' }]);
    expect(duty('ke-hoach-trien-khai')[0]?.parties?.unitIds).toEqual(
      expect.arrayContaining(['so-nnptnt', 'mttq-hoa-binh', 'cuc-thue', 'ubnd-cao-phong', 'ubnd-xa-thu-phong']),
    );
    expect(duty('ke-hoach-trien-khai')[0]?.parties?.clusterIds).not.toEqual([]);
  });

  test('S0-20 the mid-term review is held from 01/10/2026 to 31/12/2026 and gates phase 2', () => {
    expect(review('so-ket-2026')).toMatchObject([{ from: '2026-10-01', lastDay: '2026-12-31' }]);
    expect(plan.phases.find(({ key }) => key === 'giai-doan-2')?.gate).toBe('so-ket-2026');
  });

  test('S0-22 phases overlap in 2026 and the report names the phase', () => {
    expect(file.phaseOverlap?.policy).toBe('assign-explicitly');
    expect(plan.phases).toMatchObject([{ to: '2026-12-31' }, { from: '2026-01-01' }]);
  });

  test('S0-24 the final review and its guidance lie in the fourth quarter of 2030', () => {
    expect(review('tong-ket-2030')).toMatchObject([{ from: '2030-10-01', lastDay: '2030-12-31' }]);
    expect(duty('huong-dan-khen-thuong-tong-ket')).toMatchObject([{ from: '2030-10-01', lastDay: '2030-10-31' }]);
  });

  test('S0-29 the yearly report is due seven times, 30/11 being the last day on time', () => {
    const days = [2024, 2025, 2026, 2027, 2028, 2029, 2030].map((year) => `${year}-11-30`);
    expect(duty('bao-cao-nam').map(({ lastDay }) => lastDay)).toEqual(days);
    expect(duty('bao-cao-nam').every(({ reminders }) => reminders.length > 0)).toBe(true);
  });

  test('S0-32 the compiled report goes to two addressees every year', () => {
    const compiled = file.obligations.find(({ kind }) => kind === 'consolidation');
    expect(compiled?.addressees).toEqual([{ roles: ['council'] }, { roles: ['issuer'] }]);
    expect(duty('tong-hop-bao-cao-tinh')).toHaveLength(7);
  });

  test('S0-33 every round but the prompt one has its guidance, due before it opens under the key it is asked for', () => {
    const rounds = plan.rounds.filter(({ kind }) => kind !== 'prompt');
    expect(rounds.map(({ kind }) => kind)).toEqual(['annual', 'mid-term', 'final']);
    for (const { guidance, occurrences: openings } of rounds) {
      expect(openings).not.toEqual([]);
      for (const { key, opens } of openings) {
        const due = duty(guidance ?? '').find((one) => one.key === key);
        expect(due?.lastDay).toBeDefined();
        expect((due?.lastDay ?? '') < opens).toBe(true);
      }
    }
  });

  test('S0-33 rounds of a review open inside the campaign and can still open when the review is concluded last', () => {
    for (const round of file.rounds.filter((candidate) => candidate.review !== undefined)) {
      const [closes] = occurrences(round.closes);
      const [held] = review(round.review ?? '');
      expect((held?.lastDay ?? '') < (closes?.due.lastDay ?? '')).toBe(true);
    }
  });

  test('S0-36 no time limit of a route and no award rule is enforced', () => {
    const steps = [...(file.routes?.default ?? []), ...(file.routes?.short ?? [])];
    const origins = [
      ...steps.flatMap(({ due }) => (due === undefined ? [] : [due.provenance])),
      ...file.rounds.flatMap(({ awards }) => awards.map(({ provenance }) => provenance)),
    ];
    expect(origins.filter(({ enforced, confidence }) => enforced === true || confidence === 'V')).toEqual([]);
  });

  test('S0-34 the rounds offer what the provincial chairman gives; who else gives what is asked, by the text', () => {
    expect(file.rounds.flatMap(({ awards }) => awards.map(({ award }) => award))).toEqual(file.rounds.map(() => 'BKT'));
    const question = file.openQuestions.find(({ id }) => id === 'hinh-thuc-khen-thuong');
    expect(question).toMatchObject({ blocks: 'launch', recommended: 'chi-bang-khen', rows: ['S0-34', 'S0-36'] });
    expect(question?.quote).toContain('trình cấp có thẩm quyền xem xét, biểu dương khen thưởng');
    expect(question?.unclear.vi).toContain('điều 80');
  });

  test('S0-06 the day to sign up, which the document does not name, is shown as a proposal', () => {
    const [signUp] = plan.dates.filter(({ about }) => about === 'obligation:registration');
    expect(signUp).toMatchObject({ on: '2024-07-31', kind: 'due', proposed: true });
  });

  test('S0-15 who is invited is reminded and never escalated', () => {
    const invited = plan.obligations.filter(({ mode }) => mode === 'invited');
    expect(invited.map(({ key }) => key)).toContain('bao-cao-nam-doanh-nghiep');
    const steps = invited.flatMap((item) => item.occurrences.flatMap(({ reminders }) => reminders));
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.every(({ kind }) => kind === 'remind')).toBe(true);
  });

  test('S0-46 there is no target and a note says why', () => {
    expect(file.targets).toEqual([]);
    expect(file.targetsNote).toBeDefined();
    expect(file.criteria.every(({ kind }) => kind === 'narrative')).toBe(true);
  });

  test('S0-45 the lead agency and the province have successors noted', () => {
    expect(file.successionNotes.map(({ from, confidence }) => [from, confidence])).toEqual(
      expect.arrayContaining([
        ['ubnd-hoa-binh', 'V'],
        ['so-nnptnt', 'M'],
      ]),
    );
  });

  it('cannot be launched until a person has answered every question that blocks it', () => {
    const blocking = file.openQuestions.filter(({ blocks }) => blocks === 'launch').map(({ id }) => id);
    expect(blocking.length).toBeGreaterThan(0);
    expect(plan.launchable).toBe(false);
    expect(planCampaign(file, calendar.calendar, organisation, blocking.slice(1)).launchable).toBe(false);
    expect(planCampaign(file, calendar.calendar, organisation, blocking).launchable).toBe(true);
  });
});

describe('campaign commands', () => {
  it('print the plan for people, in both languages', () => {
    const vietnamese = campaignPlan(PATH, { json: false, language: 'vi' });
    expect(vietnamese.exitCode).toBe(0);
    expect(vietnamese.text).toMatch(/30\/11\/2024 T7 +hạn +Báo cáo kết quả .*\d+ đơn vị, \d+ cụm, khối \| \d+ nhắc/);
    expect(vietnamese.text).toContain('Chưa thể phát động');
    expect(vietnamese.text).toContain('nam-ban-hanh [chặn launch]');
    const english = campaignPlan(PATH, { json: false, language: 'en' });
    expect(english.text).toMatch(/31\/12\/2026 Thu +review due +Mid-term review/);
  });

  it('print the plan as JSON', () => {
    const { text, exitCode } = campaignPlan(PATH, { json: true, language: 'vi' });
    expect(exitCode).toBe(0);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(plan)));
  });

  it('print a JSON Schema with descriptions', () => {
    const { text, exitCode } = campaignSchema();
    expect(exitCode).toBe(0);
    expect(JSON.parse(text)).toMatchObject({ type: 'object' });
    expect(text).toContain('Day of the adopting document. Nobody is reminded of what lies before it.');
  });
});
