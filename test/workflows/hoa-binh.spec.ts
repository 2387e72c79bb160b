import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seedOrganisation } from '../../apps/cli/seed.js';
import { dataFile } from '../../libs/config/paths.js';
import { isLocalDate, startOfDay, atTime, type LocalDate } from '../../libs/domain/calendar/local-date.js';
import type { CampaignFile } from '../../libs/domain/campaign-plan/campaign.js';
import type { OrganisationFile } from '../../libs/domain/campaign-plan/organisation.js';
import { validateCampaignFile } from '../../libs/reference/campaign-reference.js';
import { loadOrganisation } from '../../libs/reference/organisation-reference.js';
import { Engine } from './support/engine.js';
import { nextDate, quiet } from './support/rehearse.js';

/** The real plan of Hòa Bình on the real engine, with a few of its bodies: one is always late. */
const KEPT = ['ubnd-hoa-binh', 'so-nnptnt', 'so-noi-vu', 'ban-tdkt', 'hd-tdkt-hoa-binh', 'so-cong-thuong'];
const LATE = 'so-cong-thuong';
const CHAIR = 'ubnd-hoa-binh-thu-truong';

const given = <T>(file: T | undefined, findings: unknown): T => {
  if (file === undefined) throw new Error(JSON.stringify(findings));
  return file;
};

function fewUnits(file: OrganisationFile): OrganisationFile {
  const kept = new Set(KEPT);
  const positions = file.positions.filter((p) => kept.has(p.unit));
  const holders = new Set(positions.map((p) => p.person));
  return {
    ...file,
    units: file.units.filter((unit) => kept.has(unit.id)),
    successions: [],
    clusters: [],
    people: file.people.filter((person) => holders.has(person.id)),
    positions,
  };
}

let engine: Engine;
let campaign: CampaignFile;
const at = (day: LocalDate, time: '08:00' | '10:00' = '10:00'): number => atTime(day, time);

/** Walks the clock from date to date up to a day; nobody acts but the engine. */
async function walkTo(day: LocalDate): Promise<void> {
  const end = startOfDay(day);
  for (;;) {
    await quiet(engine);
    const next = await nextDate(engine);
    if (next === undefined || next >= end) break;
    if (next > (await engine.world.now())) await engine.moveTo(next);
    else
      throw new Error(
        `a date that has come is not acted on: ${JSON.stringify(await engine.rows('select * from ops_engine_wait'))}`,
      );
  }
  if ((await engine.world.now()) < end) await engine.moveTo(end);
  await quiet(engine);
}

async function reminders(id: string): Promise<string[]> {
  const events = await engine.rows<{ at: Date; payload: { kind: string; to: string } }>(
    `select business_at as at, payload from ledger_event where stream = 'obligation' and stream_id = $1 and type = 'taskReminded' order by version`,
    [id],
  );
  return events.map(({ at: when, payload }) => `${when.toISOString().slice(0, 10)} ${payload.kind} ${payload.to}`);
}

beforeAll(async () => {
  engine = await Engine.open({ clock: at('2024-05-13') });
  const organisation = loadOrganisation(dataFile('organisations', 'hoa-binh.yaml'));
  await seedOrganisation(engine.world, fewUnits(given(organisation.file, organisation.findings)));
  const loaded = validateCampaignFile(dataFile('campaigns', 'hoa-binh-nong-san-2024-2030.yaml'));
  campaign = given(loaded.file, loaded.findings);
  await engine.must({ kind: 'operator' }, 'draftCampaign', { file: campaign, rulePack: 'L2022-ND98' });
});
afterAll(() => engine.close());

describe('X02 the Hòa Bình campaign on the rehearsal clock', () => {
  it('S0-22 S0-45 does not launch while questions are open, and says which', async () => {
    const launch = { campaignId: campaign.id, document: { number: '101/KH-UBND', date: '2024-05-10' } };
    const refusal = await engine.execute({ kind: 'person', id: CHAIR }, 'launchCampaign', launch);
    expect(refusal).toMatchObject({ ok: false, refusal: { code: 'OPEN_QUESTIONS' } });
    for (const question of campaign.openQuestions) {
      const choice = question.recommended ?? question.choices[0]?.key ?? '';
      await engine.must(CHAIR, 'answerQuestion', {
        campaignId: campaign.id,
        questionId: question.id,
        choice,
        ...(choice === '' ? { text: 'Theo văn bản' } : {}),
      });
    }
    await engine.must(CHAIR, 'launchCampaign', launch);
  });

  it('S0-18 S0-25 asks every unit for its plan by 30/06/2024', async () => {
    await engine.startWorker();
    engine.startRelay();
    await quiet(engine);
    const plans = await engine.rows<{ unit_id: string; last_day: string }>(
      `select unit_id, last_day from read_obligation where obligation_key = 'ke-hoach-trien-khai' order by unit_id`,
    );
    expect(plans.length).toBeGreaterThan(0);
    expect(new Set(plans.map((p) => p.last_day))).toEqual(new Set(['2024-06-30']));
  });

  it('S0-28 S0-31 reminds a late unit, then its head, then the lead agency, each once', async () => {
    await walkTo('2024-07-20');
    expect(await reminders(`${campaign.id}.ke-hoach-trien-khai.once.${LATE}`)).toEqual([
      `2024-06-17 remind ${LATE}/officer`,
      `2024-06-26 remind ${LATE}/officer`,
      `2024-06-28 remind ${LATE}/officer`,
      `2024-06-30 remind ${LATE}/officer`,
      `2024-07-01 escalate ${LATE}/head`,
      `2024-07-03 escalate ${LATE}/head`,
      `2024-07-05 escalate so-nnptnt/officer`,
      `2024-07-12 escalate ban-tdkt/secretary`,
    ]);
    const doubled = await engine.rows(
      'select 1 from ops_notice group by subject, step, recipient, channel having count(*) > 1',
    );
    expect(doubled).toEqual([]);
  });

  it('S0-20 S0-23 opens the mid-term review on 01/10/2026 and no phase 2 before its conclusion', async () => {
    await walkTo('2026-10-05');
    const opened = await engine.events('campaign', campaign.id);
    const review = opened.find((e) => e.type === 'reviewOpened');
    expect(review?.payload['task']).toMatchObject({ due: { lastDay: '2026-12-31' } });
    const [when] = await engine.rows<{ day: string }>(
      `select to_char(business_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day from ledger_event where stream = 'campaign' and type = 'reviewOpened'`,
    );
    expect(when?.day).toBe('2026-10-01');
    const phases = (): Promise<{ payload: Record<string, unknown> }[]> =>
      engine.rows(
        `select payload from ledger_event where stream = 'campaign' and type = 'phaseOpened' order by version`,
      );
    expect((await phases()).map((e) => e.payload['phase'])).toEqual(['giai-doan-1']);
    await engine.moveTo(at('2026-11-20'));
    await engine.must(CHAIR, 'concludeReview', {
      campaignId: campaign.id,
      review: 'so-ket-2026',
      number: '250/BC-UBND',
      date: '2026-11-20',
      conclusion: 'Hoàn thành giai đoạn 1',
    });
    await quiet(engine);
    expect((await phases()).map((e) => e.payload['phase'])).toEqual(['giai-doan-1', 'giai-doan-2']);
  });

  it('S0-24 S0-29 asks for seven reports, each by 30/11, and opens the final review on 01/10/2030', async () => {
    await walkTo('2030-10-05');
    const reports = await engine.rows<{ last_day: string }>(
      `select last_day from read_obligation where obligation_key = 'bao-cao-nam' and unit_id = $1 order by last_day`,
      [LATE],
    );
    expect(reports.map((r) => r.last_day)).toEqual(
      [2024, 2025, 2026, 2027, 2028, 2029, 2030].map((year) => `${year}-11-30`),
    );
    expect(reports.every((r) => isLocalDate(r.last_day))).toBe(true);
    const final = await engine.rows<{ day: string; due: string }>(
      `select to_char(business_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day, payload #>> '{task,due,lastDay}' as due
       from ledger_event where stream = 'campaign' and type = 'reviewOpened' and payload ->> 'review' = 'tong-ket-2030'`,
    );
    expect(final).toEqual([{ day: '2030-10-01', due: '2030-12-31' }]);
  });
});
