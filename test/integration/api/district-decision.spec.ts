import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, engine, moveClock, on } from '../../support/test-world.js';
import { expectWholeHistory, exported } from '../proof/exported.js';
import { dig, eachOf, listAt, textAt, type Body } from './api-under-test.js';
import { PlanOnStage } from './plan-on-stage.js';

/** The plan of Mỹ Tú for 2023: from the meeting of a unit to a decision with all its parts. */
let stage: PlanOnStage;
const UNIT = 'ubnd-xa-my-huong-st';
const OFFICE = 'phong-noi-vu-my-tu';
const DISTRICT = 'ubnd-my-tu';
const COUNCIL = 'hd-tdkt-my-tu';
const launchOf = (entry: string): string => `${stage.file.id}.launch.${entry}`;

beforeAll(async () => {
  stage = await PlanOnStage.launch({
    campaign: 'my-tu-thi-dua-2023.yaml',
    organisation: 'my-tu.yaml',
    launchedOn: '2023-02-02',
    document: { number: '12/KH-UBND', date: '2023-02-01' },
  });
}, 240_000);
afterAll(() => stage.api.stop());

describe('the plan is sent to whom it names', () => {
  it('S3-60 with a task to acknowledge it, and who did and when', async () => {
    const officer = await stage.at(`${UNIT}/officer`);
    const sent = await officer.get(`/api/v1/dispatches?campaign=${stage.file.id}`);
    expect(eachOf(sent.body, 'items', 'entry')).toEqual(
      expect.arrayContaining(['co-quan-ban-nganh', 'ubnd-xa-thi-tran', 'accountable.thu-truong']),
    );
    expect(eachOf(sent.body, 'items', 'entry')).not.toContain('luu');
    const inbox = await officer.get('/api/v1/inbox');
    const task = listAt(inbox.body, 'items').find((item) => dig(item, 'what.kind') === 'acknowledge-document');
    expect(task).toMatchObject({ owner: { id: launchOf('ubnd-xa-thi-tran') } });
    const path = `/api/v1/dispatches/${launchOf('ubnd-xa-thi-tran')}`;
    const visit = Number(dig(task, 'visit'));
    const other = await stage.at('phong-y-te-my-tu/officer');
    expect(await other.post(`${path}/acknowledgement`, { visit })).toMatchObject({ status: 403 });
    expect(await officer.post(`${path}/acknowledgement`, { visit })).toMatchObject({ status: 200 });
    expect(await officer.post(`${path}/acknowledgement`, { visit })).toMatchObject({ body: { code: 'ALREADY_DONE' } });
    const shown = (await officer.get(path)).body;
    expect(shown).toMatchObject({
      line: { vi: 'UBND các xã, thị trấn' },
      document: { number: '12/KH-UBND', date: '2023-02-01' },
    });
    const seen = listAt(shown, 'recipients').filter((one) => dig(one, 'acknowledged') !== null);
    expect(seen).toEqual([
      expect.objectContaining({
        unit: expect.objectContaining({ id: UNIT }),
        acknowledged: expect.objectContaining({ at: new Date(await stage.world.now()).toISOString() }),
      }),
    ]);
  });

  it('S3-46 S0-28 S1-40 tells the heads who answer for it, and shows what their units are late with', async () => {
    const head = await stage.at(`${UNIT}/head`);
    const told = await head.get('/api/v1/notices');
    expect(eachOf(told.body, 'items', 'template')).toContain('accountable-head');
    const { key } = stage.file.obligations.find((duty) => duty.kind === 'implementing-plan') ?? { key: '' };
    const duty = { campaignId: stage.file.id, key, occurrence: 'once', unitId: UNIT };
    await accepted(stage.world, { actor: engine, name: 'openObligation', input: duty });
    await moveClock(stage.world, on('2023-05-15'));
    const shown = await head.get(`/api/v1/campaigns/${stage.file.id}/accountability`);
    const [group] = listAt(shown.body, 'heads');
    expect(group).toMatchObject({ key: 'thu-truong', answersTo: { id: DISTRICT } });
    const own = listAt(group, 'units').find((unit) => dig(unit, 'unit.id') === UNIT);
    expect(own).toMatchObject({ owed: 1, overdue: 1, late: 0 });
    expect(listAt(own, 'heads')).toHaveLength(1);
  });
});

describe('the register of documents', () => {
  const numbers = async (query: string): Promise<readonly unknown[]> =>
    eachOf((await (await stage.at(`${OFFICE}/officer`)).get(`/api/v1/documents?${query}`)).body, 'items', 'number');

  it('S3-44 S3-02 S3-03 is searched by number in both notations, without diacritics, spaces and capitals', async () => {
    for (const typed of ['34-CT/TW', '34-ct/tw', 'số 34 - CT/TW', '34']) {
      expect(await numbers(`number=${encodeURIComponent(typed)}`)).toContain('34-CT/TW');
    }
    expect(await numbers('notation=party')).toEqual(['34-CT/TW']);
    expect(await numbers(`number=${encodeURIComponent('15 / kh-ubnd')}`)).toEqual(['15/KH-UBND']);
    expect(await numbers('number=nq-hdnd')).toEqual(['52/NQ-HĐND']);
    expect(await numbers('text=bo+chinh+tri')).toContain('34-CT/TW');
  });

  it('S2-11 S3-64 keeps documents without a number or a date', async () => {
    const caller = await stage.at(`${OFFICE}/officer`);
    const found = await caller.get(`/api/v1/documents?campaign=${stage.file.id}&role=adopts`);
    expect(found.body['items']).toEqual([expect.objectContaining({ number: null, date: null })]);
  });
});

describe('X07 S3-40 S3-42 from the meeting of the unit to the decision', () => {
  const nominationOf = (id: string, awardCode: string): Body => ({
    nominationId: id,
    campaignId: stage.file.id,
    roundId: `${stage.file.id}.khen-thuong-nam.once`,
    awardCode,
    unitId: UNIT,
    subject: { kind: 'individual', id: `ct.${id}`, name: 'Bà Lâm Thị Kim N' },
    achievement: 'Hoàn thành xuất sắc nhiệm vụ năm 2023',
    documents: [{ kind: 'bien-ban-binh-xet', reference: '03/BB-UBND' }],
    answers: [
      { criterion: 'tc-khong-tham-nhung', met: true },
      { criterion: 'tc-binh-xet-cong-khai', met: true, evidence: ['03/BB-UBND'] },
    ],
    meeting: { number: '03/BB-UBND', date: '2023-12-20', present: 21, inFavour: 20 },
  });

  async function atDecision(id: string, awardCode: string): Promise<void> {
    const officer = await stage.at(`${UNIT}/officer`);
    expect(await officer.post('/api/v1/nominations', nominationOf(id, awardCode))).toMatchObject({ status: 201 });
    expect(await officer.post(`/api/v1/nominations/${id}/submission`)).toMatchObject({ status: 200 });
    const approve = async (queue: string, visit: number): Promise<void> => {
      const caller = await stage.at(queue);
      expect(await caller.post(`/api/v1/nominations/${id}/approval`, { visit })).toMatchObject({ status: 200 });
    };
    await approve(`${OFFICE}/secretary`, 1);
    await approve(`${OFFICE}/officer`, 2);
    const secretary = await stage.at(`${COUNCIL}/secretary`);
    const session = await secretary.post('/api/v1/sessions', {
      campaignId: stage.file.id,
      councilId: COUNCIL,
      date: '2023-12-27',
      members: 11,
      agenda: [{ nominationId: id, visit: 3 }],
    });
    const counts = [{ nominationId: id, inFavour: 11, against: 0, abstained: 0, outcome: 'approved' }];
    const minutes = { number: '07/BB-HĐ', date: '2023-12-27' };
    const result = `/api/v1/sessions/${textAt(session.body, 'result.sessionId')}/result`;
    expect(await secretary.post(result, { visit: 1, present: 11, counts, minutes })).toMatchObject({ status: 200 });
    await approve(`${OFFICE}/appraiser`, 4);
    await approve(`${OFFICE}/appraiser`, 5);
  }

  it('keeps the minutes of the unit, is decided by the district, and the decision has Căn cứ, signature and Nơi nhận', async () => {
    await moveClock(stage.world, on('2023-11-01'));
    await stage.openRound('khen-thuong-nam', 'once', '2023-12-27', 'huong-dan-khen-thuong');
    await atDecision('giay-khen', 'GK');
    const dossier = await (await stage.at(`${UNIT}/officer`)).get('/api/v1/nominations/giay-khen/dossier');
    expect(dossier.body).toMatchObject({ meeting: { number: '03/BB-UBND', present: 21, inFavour: 20 } });

    const deputy = await stage.as('ubnd-my-tu-pct1');
    const issued = await deputy.post('/api/v1/decisions', {
      number: '1500/QĐ-UBND',
      date: '2023-12-27',
      signer: 'ubnd-my-tu-pct1',
      nominations: [{ nominationId: 'giay-khen', visit: 6 }],
    });
    expect(issued).toMatchObject({ status: 201 });
    const id = textAt(issued.body, 'result.decisionId');
    const { body } = await deputy.get(`/api/v1/decisions/${id}/document`);
    expect(body).toMatchObject({
      number: '1500/QĐ-UBND',
      recipients: [{ name: 'Bà Lâm Thị Kim N', award: 'GK' }],
      signature: { form: 'KT', lines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] },
    });
    expect(listAt(body, 'bases').some((line) => String(line).includes('52/NQ-HĐND ngày 20/12/2022'))).toBe(true);
    expect(listAt(body, 'distribution').map((one) => dig(one, 'line.vi'))).toEqual([
      'Các cơ quan, ban ngành huyện',
      'UBND các xã, thị trấn',
      'Lưu: VT, MP/KH10',
    ]);
    const sent = await deputy.get(`/api/v1/dispatches?source=${id}`);
    expect(eachOf(sent.body, 'items', 'entry')).toEqual(['co-quan-ban-nganh', 'ubnd-xa-thi-tran']);
    const found = await deputy.get('/api/v1/documents?number=1500/qd-ubnd');
    expect(found.body['items']).toEqual([expect.objectContaining({ number: '1500/QĐ-UBND', type: 'quyet-dinh' })]);
  });

  it('S3-62 is signed TM. by the chairman where the decider says so', async () => {
    await atDecision('giay-khen-2', 'GK');
    const chairman = await stage.as('ubnd-my-tu-thu-truong');
    const issued = await chairman.post('/api/v1/decisions', {
      number: '1501/QĐ-UBND',
      date: '2023-12-27',
      signer: 'ubnd-my-tu-thu-truong',
      nominations: [{ nominationId: 'giay-khen-2', visit: 6 }],
      bases: ['Căn cứ Luật Thi đua, khen thưởng;'],
      signature: { form: 'TM', onBehalfOf: 'ỦY BAN NHÂN DÂN', title: 'CHỦ TỊCH' },
    });
    const { body } = await chairman.get(`/api/v1/decisions/${textAt(issued.body, 'result.decisionId')}/document`);
    expect(body).toMatchObject({
      bases: ['Căn cứ Luật Thi đua, khen thưởng;'],
      signature: { lines: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'] },
    });
  });

  it('S3-42 or is submitted upward where the award is not the district’s', async () => {
    await atDecision('bang-khen', 'BKT');
    const chairman = await stage.as('ubnd-my-tu-thu-truong');
    const upward = await chairman.post('/api/v1/nominations/bang-khen/upward-submission', {
      visit: 6,
      authority: 'Chủ tịch Ủy ban nhân dân tỉnh Sóc Trăng',
      document: { number: '88/TTr-UBND', date: '2023-12-27' },
    });
    expect(upward).toMatchObject({ status: 200 });
    const shown = await chairman.get('/api/v1/nominations/bang-khen');
    expect(shown.body).toMatchObject({ openStep: { step: 'higher-decision' }, upward: { number: '88/TTr-UBND' } });
  });

  it('X10 issue 7: each of the three exports as a file that verifies, with its whole history', async () => {
    const officer = await stage.at(`${UNIT}/officer`);
    for (const id of ['giay-khen', 'giay-khen-2', 'bang-khen']) {
      const bundle = await exported(stage.world, officer, id);
      expectWholeHistory(bundle);
      for (const said of ['Bà Lâm Thị Kim N', 'Biên bản 03/BB-UBND', '20/21 người có mặt tán thành', '07/BB-HĐ'])
        expect(bundle.report).toContain(said);
    }
    expect((await exported(stage.world, officer, 'bang-khen')).report).toContain('88/TTr-UBND');
    expect((await exported(stage.world, officer, 'giay-khen')).report).toContain('1500/QĐ-UBND');
  });
});
