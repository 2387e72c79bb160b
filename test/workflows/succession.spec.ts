import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { factsOf } from '../../libs/history/fact-rows.js';
import { namedIn, tell } from '../../libs/history/history-entry.js';
import { namesIn } from '../../libs/history/names.js';
import { publicQuery, publishedIn } from '../../apps/api/decision/published.js';
import { atTime, dateOf, type LocalDate } from '../../libs/domain/calendar/local-date.js';
import type { CampaignFile } from '../../libs/domain/campaign-plan/campaign.js';
import type { UnitSuccession } from '../../libs/domain/campaign-plan/organisation.js';
import type { Commands } from '../../libs/domain/commands.js';
import type { StreamKind } from '../../libs/domain/core/stream.js';
import { rebuild } from '../../libs/ledger/rebuild.js';
import { both, CAMPAIGN, UNITS } from '../domain/support/people.js';
import { Engine } from './support/engine.js';
import { launch, person, PROMPT_ROUND, promptFile, submit } from './support/organisation.js';
import { quiet } from './support/rehearse.js';
import { given, launchedSeed, type SeedCampaign } from './support/seed-campaign.js';
import { atStep, nomination, walk } from './support/walk.js';

/** The reorganisation of 1/7/2025 in the middle of campaigns that run, on the running engine. */

const ON = '2025-07-01';
const document = { number: '202/2025/QH15', date: '2025-06-12' };
const at = (day: LocalDate): number => atTime(day, '10:00');

/** What a stream's history says, in Vietnamese. */
async function words(engine: Engine, kind: StreamKind, id: string): Promise<string[]> {
  const facts = await factsOf(engine.world, kind, id);
  const names = await namesIn(engine.world, namedIn(facts));
  return tell(facts, { about: id, names }).map(({ what }) => what.vi);
}

describe('X03 S0-45 Hòa Bình merges into Phú Thọ in the middle of its campaign', () => {
  const KEPT = ['ubnd-hoa-binh', 'so-nnptnt', 'so-noi-vu', 'ban-tdkt', 'hd-tdkt-hoa-binh', 'so-cong-thuong'];
  const LATE = 'so-cong-thuong';
  const ADMIN = 'so-noi-vu-quan-tri';
  let engine: Engine;
  let campaign: CampaignFile;
  let successions: readonly UnitSuccession[];
  const planned = () => successions;

  async function to(day: LocalDate): Promise<void> {
    await engine.moveTo(at(day));
    await quiet(engine);
  }

  const openQueues = async (): Promise<string[]> =>
    (
      await engine.rows<{ unit: string }>(
        `select distinct split_part(queue, '/', 1) as unit from read_task where status = 'open' order by 1`,
      )
    ).map(({ unit }) => unit);

  beforeAll(async () => {
    ({ engine, campaign, successions } = await launchedSeed({
      organisation: 'hoa-binh.yaml',
      campaign: 'hoa-binh-nong-san-2024-2030.yaml',
      units: KEPT,
      clock: at('2024-05-13'),
      document: { number: '101/KH-UBND', date: '2024-05-10' },
      rulePack: 'L2022-ND98',
    }));
  });
  afterAll(() => engine.close());

  it('the plan of the department that is late still waits there in June 2025', async () => {
    const plan = `${campaign.id}.ke-hoach-trien-khai.once.so-noi-vu`;
    await engine.must('so-noi-vu-cb1', 'fulfilObligation', {
      obligationId: plan,
      proof: { kind: 'document', number: '12/KH-SNV', date: '2024-05-13' },
    });
    await to('2025-06-20');
    expect(await openQueues()).toContain(LATE);
  });

  it('an administrator carries every planned succession out by the resolution; nothing moves before its day', async () => {
    for (const { from, to: heir } of planned()) {
      const kind = 'merged' as const;
      await engine.must(ADMIN, 'carryOutSuccession', { unitId: from, to: heir, kind, on: ON, document });
    }
    await quiet(engine);
    expect(await openQueues()).toContain(LATE);
    const moved = await engine.rows(`select 1 from ledger_event where type = 'workPassedOn'`);
    expect(moved).toEqual([]);
  });

  it('on 01/07/2025 open tasks move to the successors, with the campaign itself', async () => {
    await to(ON);
    const ended = new Set(planned().map(({ from }) => from));
    expect((await openQueues()).filter((unit) => ended.has(unit))).toEqual([]);
    const late = `${campaign.id}.ke-hoach-trien-khai.once.${LATE}`;
    const { state } = given(await engine.world.reader.state('obligation', late), 'no duty');
    expect(state).toMatchObject({ status: 'open', unitId: 'so-cong-thuong-phu-tho', due: { lastDay: '2024-06-30' } });
    const running = given(await engine.world.reader.state('campaign', campaign.id), 'no campaign').state;
    expect(running.file.roles.leadAgency.unit).toBe('so-nnmt-phu-tho');
    expect(Object.keys(running.passedOn ?? {}).sort()).toEqual([...ended].sort());
    expect(Object.values(running.passedOn ?? {}).every(({ done }) => done)).toBe(true);
  });

  it('what was done before keeps its unit, and the history says both names', async () => {
    const done = `${campaign.id}.ke-hoach-trien-khai.once.so-noi-vu`;
    const { state } = given(await engine.world.reader.state('obligation', done), 'no duty');
    expect(state).toMatchObject({ status: 'fulfilled', unitId: 'so-noi-vu' });
    const late = await words(engine, 'obligation', `${campaign.id}.ke-hoach-trien-khai.once.${LATE}`);
    expect(late).toContain(
      'Chuyển việc của Sở Công Thương sang Sở Công Thương tỉnh Phú Thọ từ 01/07/2025 (sáp nhập) theo văn bản 202/2025/QH15 ngày 12/06/2025',
    );
    const own = await words(engine, 'campaign', campaign.id);
    expect(own.filter((line) => line.includes('sang Ủy ban nhân dân tỉnh Phú Thọ'))).toEqual([
      expect.stringContaining('Chuyển việc của Ủy ban nhân dân tỉnh Hòa Bình'),
      'Đã chuyển xong việc của Ủy ban nhân dân tỉnh Hòa Bình sang Ủy ban nhân dân tỉnh Phú Thọ',
    ]);
  });

  it('the successor does it: the person of the old department, in the new one', async () => {
    const late = `${campaign.id}.ke-hoach-trien-khai.once.${LATE}`;
    const proof = { kind: 'document', number: '45/KH-SCT', date: ON } as const;
    await engine.must(`${LATE}-cb1`, 'fulfilObligation', { obligationId: late, proof });
    const [fact] = await engine.rows<{ capacity: string }>(
      `select capacity from ledger_event where stream_id = $1 and type = 'obligationFulfilled'`,
      [late],
    );
    expect(fact?.capacity).toBe('so-cong-thuong-phu-tho/officer');
  });

  it('reports of 2025 are asked of the successors, once each, and doing it all again changes nothing', async () => {
    await to('2025-10-05');
    const reports = await engine.rows<{ unit_id: string; n: number }>(
      `select unit_id, count(*)::int as n from read_obligation where obligation_key = 'bao-cao-nam' and occurrence = '2025'
       group by 1 order by 1`,
    );
    const ended = new Set(planned().map(({ from }) => from));
    expect(reports.length).toBeGreaterThan(0);
    expect(reports.filter(({ unit_id, n }) => ended.has(unit_id) || n > 1)).toEqual([]);
    expect(reports.map(({ unit_id }) => unit_id)).toContain('so-cong-thuong-phu-tho');
    const before = await engine.countEvents();
    await engine.world.pool.query('delete from ops_receipt');
    await engine.handle('campaign', campaign.id).signal('rollOver');
    await quiet(engine);
    expect(await engine.countEvents()).toBe(before);
    expect(await rebuild(engine.world)).toEqual([]);
  });
});

describe('X08 X03 S4-18 districts end in the middle of the plan of Trà Vinh', () => {
  const DISTRICTS = ['ubnd-cang-long-tv', 'ubnd-cau-ke-tv', 'ubnd-tieu-can-tv'];
  let engine: Engine;
  let seed: SeedCampaign;

  beforeAll(async () => {
    seed = await launchedSeed({
      organisation: 'tra-vinh.yaml',
      campaign: 'tra-vinh-nong-thon-moi-2021-2025.yaml',
      units: [
        ...['ubnd-tra-vinh', 'so-nnptnt-tra-vinh', 'so-noi-vu-tra-vinh', 'ban-tdkt-tra-vinh', 'hd-tdkt-tra-vinh'],
        ...DISTRICTS,
      ],
      clock: at('2022-10-18'),
      document: { number: '69/KH-UBND', date: '2022-10-17' },
      rulePack: 'L2003-ND91',
    });
    engine = seed.engine;
  });
  afterAll(() => engine.close());

  const state = async () => {
    const found = await engine.world.reader.state('campaign', seed.campaign.id);
    if (found === undefined) throw new Error('no campaign');
    return found.state;
  };
  const adjust = (disposition: Commands['adjustTarget']['disposition'], target: string, point: string, more: object) =>
    engine.must(seed.holder('so-nnptnt-tra-vinh', 'head'), 'adjustTarget', {
      campaignId: seed.campaign.id,
      target,
      point,
      disposition,
      reason: 'Kết thúc cấp huyện từ 01/7/2025',
      ...more,
    });

  it('district targets of 2025 wait for a person at the successor of the lead agency; those of the past do not', async () => {
    await engine.moveTo(at('2025-06-20'));
    await quiet(engine);
    const admin = seed.holder('so-noi-vu-tra-vinh', 'admin');
    for (const { from, to, kind, on } of seed.successions)
      await engine.must(admin, 'carryOutSuccession', { unitId: from, to, kind, on, document });
    await quiet(engine);
    expect((await state()).rebasing).toBeUndefined();

    await engine.moveTo(at(ON));
    await quiet(engine);
    const { rebasing = [], passedOn = {}, open } = await state();
    expect(Object.keys(passedOn).sort()).toEqual(seed.successions.map(({ from }) => from).sort());
    const waiting = rebasing.flatMap(({ points }) => points.map(({ target, point }) => `${target} ${point}`)).sort();
    expect(waiting).toEqual(['huyen-kieu-mau 2025-12-31', 'huyen-nang-cao 2025-12-31/ubnd-cang-long-tv']);
    const tasks = Object.values(open).filter(({ kind }) => kind === 'rebase-targets');
    expect(tasks.map(({ queue, due }) => [queue, due?.lastDay])).toEqual(
      tasks.map(() => ['so-nnmt-vinh-long/officer', '2025-12-31']),
    );
    expect(tasks).toHaveLength(rebasing.length);
  });

  it('S4-18 each is carried over, re-scoped or closed as not assessable, with a reason; then nothing waits', async () => {
    await adjust('carried-over', 'huyen-nang-cao', '2025-12-31/ubnd-cang-long-tv', { unitId: 'ubnd-vinh-long' });
    await adjust('not-assessable', 'huyen-kieu-mau', '2025-12-31', {});
    await quiet(engine);
    const { rebasing, open, adjustments, file } = await state();
    expect(rebasing).toEqual([]);
    expect(Object.values(open).filter(({ kind }) => kind === 'rebase-targets')).toEqual([]);
    expect(adjustments).toHaveLength(2);
    // What the document says of the district stays as it was printed.
    const point = file.targets.find(({ key }) => key === 'huyen-nang-cao')?.points.at(-1);
    expect(point).toMatchObject({ unitId: 'ubnd-cang-long-tv', value: 1 });
    const told = await words(engine, 'campaign', seed.campaign.id);
    expect(told.filter((line) => line.includes('chờ người có thẩm quyền điều chỉnh')).length).toBeGreaterThan(0);
    expect(await rebuild(engine.world)).toEqual([]);
  });
});

describe('X03 S2-32 a dossier and a decision when the units around them end', () => {
  const NEW = 'tinh-moi';
  let engine: Engine;

  beforeAll(async () => {
    engine = await Engine.open({ clock: at('2025-06-02') });
    await launch(engine, promptFile);
    const open = { campaignId: promptFile.id, key: 'prompt', occurrence: 'once' };
    await engine.must({ kind: 'engine' }, 'openRound', open);
    engine.startRelay();
    await engine.startWorker();
    const names = { type: 'province-people-committee', validFrom: ON, confidence: 'V', external: true } as const;
    await engine.must({ kind: 'operator' }, 'defineUnit', { unitId: NEW, ...names, name: both('UBND tỉnh mới') });
    await engine.must({ kind: 'operator' }, 'appointPerson', {
      personId: person('province', 'head'),
      unitId: UNITS.province,
      role: 'admin',
      title: 'Quản trị',
      from: '2025-01-01',
    });
  });
  afterAll(() => engine.close());

  it('goes on at the successor, and the old decision prints the old name', async () => {
    await walk(engine, 'n-old');
    await submit(engine, 'n-living');
    await atStep(engine, 'n-living', 'appraisal');
    for (const unitId of [UNITS.province, UNITS.a]) {
      const succession = { unitId, to: NEW, kind: 'merged', on: ON, document } as const;
      await engine.must(person('province', 'head'), 'carryOutSuccession', succession);
    }
    await engine.moveTo(at(ON));
    await quiet(engine);

    const living = await nomination(engine, 'n-living');
    expect(living).toMatchObject({ unitId: NEW, roles: { decider: NEW } });
    const old = await nomination(engine, 'n-old');
    expect(old).toMatchObject({ unitId: UNITS.a, roles: { decider: UNITS.province } });
    const published = await publishedIn(engine.world, publicQuery.parse({}));
    expect(published.items).toMatchObject([{ number: 'n-old/QĐ', issuer: both(UNITS.province) }]);

    // The same people decide, in the new province.
    await engine.must(person('homeAffairs', 'appraiser'), 'approveStep', { nominationId: 'n-living', visit: 1 });
    const ends = (await nomination(engine, 'n-living')).open['2']?.due?.at ?? 0;
    await engine.moveTo(ends);
    await atStep(engine, 'n-living', 'submission');
    await engine.must(person('homeAffairs', 'appraiser'), 'approveStep', { nominationId: 'n-living', visit: 3 });
    await engine.must(person('province', 'decider'), 'issueDecision', {
      decisionId: 'd-living',
      number: '1/QĐ-UBND',
      date: dateOf(await engine.world.now()),
      signer: person('province', 'decider'),
      nominations: [{ nominationId: 'n-living', visit: 4 }],
    });
    const decision = await engine.world.reader.state('decision', 'd-living');
    expect(decision?.state.issuer).toBe(NEW);
    // An award of the province that is no more is annulled by whoever took over its decisions.
    await engine.must(person('province', 'decider'), 'revokeAward', {
      nominationId: 'n-old',
      reason: 'Kê khai sai',
      decisionNumber: '2/QĐ-UBND',
      decisionDate: dateOf(await engine.world.now()),
    });
    expect(await words(engine, 'nomination', 'n-living')).toContain(
      `Chuyển việc của ${UNITS.a} sang UBND tỉnh mới từ 01/07/2025 (sáp nhập) theo văn bản 202/2025/QH15 ngày 12/06/2025`,
    );
    const draft: Commands['draftNomination'] = {
      nominationId: 'n-late',
      campaignId: CAMPAIGN,
      roundId: PROMPT_ROUND,
      awardCode: 'BK',
      unitId: UNITS.a,
      subject: { kind: 'individual', id: 's-late', name: 'Cá nhân' },
      achievement: 'Thành tích',
      documents: [],
    };
    const late = await engine.execute({ kind: 'person', id: person('a', 'officer') }, 'draftNomination', draft);
    expect(late).toMatchObject({ ok: false, refusal: { code: 'UNIT_SUCCEEDED' } });
  });
});
