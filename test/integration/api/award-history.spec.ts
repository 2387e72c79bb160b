import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { historyOfSubject } from '../../../libs/ledger/award-history.js';
import { rebuild } from '../../../libs/ledger/rebuild.js';
import { UNITS } from '../../domain/support/people.js';
import { accepted, operator, person, personId } from '../../support/test-world.js';
import { xlsx } from '../../support/xlsx.js';
import { ApiUnderTest, eachOf, type Body } from './api-under-test.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await ApiUnderTest.start();
}, 240_000);
afterAll(() => api.stop());

const award = (id: string, year: number, more: object = {}) => ({
  subject: { kind: 'individual', id, name: 'Bùi Thị Thử' },
  entry: { what: 'award', award: 'CSTDCS', kind: 'CONG_TRANG', level: 'CS' },
  year,
  document: { number: `${year}/QĐ`, date: `${year}-12-20` },
  authority: UNITS.a,
  unitId: UNITS.a,
  ...more,
});

describe('GET /api/v1/award-history', () => {
  it('S3-65 S4-18 joins what was given at an employer that is no more with what came after, by the names of those days', async () => {
    const secretary = await api.as(UNITS.standing, 'secretary');
    const records = [
      award('bui-thi-thu', 2020),
      award('bui-thi-thu', 2021),
      award('btt-2', 2022, { authority: UNITS.b, unitId: UNITS.b }),
      award('btt-2', 2023, { entry: { what: 'award', award: 'BK', kind: 'CHUYEN_DE' } }),
    ];
    expect(await secretary.post('/api/v1/awards', { records })).toMatchObject({
      status: 201,
      body: { result: { recorded: 4, known: 0 } },
    });
    expect(await secretary.post('/api/v1/awards', { records })).toMatchObject({ status: 409 });
    const join = { into: 'bui-thi-thu', reason: 'Chuyển công tác năm 2022' };
    expect(await secretary.post('/api/v1/subjects/btt-2/joining', join)).toMatchObject({ status: 200 });
    await accepted(api.world, {
      actor: operator,
      name: 'defineUnit',
      input: {
        unitId: UNITS.a,
        type: 'province-department',
        name: { vi: 'Tên mới', en: 'New name' },
        validFrom: '2022-01-01',
        confidence: 'V',
      },
    });

    const { status, body } = await secretary.get('/api/v1/award-history?subject=btt-2&on=2024-05-13');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ids: ['btt-2', 'bui-thi-thu'],
      runs: [
        { award: 'CSTDCS', meritYears: [2020, 2021, 2022], longest: { length: 3, last: 2022 } },
        { award: 'BK', meritYears: [], longest: { length: 0 } },
      ],
      frozen: [],
    });
    const shown = (body['records'] as readonly Body[]).map(({ year, authority, subject }) => [
      year,
      authority,
      subject,
    ]);
    expect(shown[0]).toEqual([
      2020,
      { id: UNITS.a, name: { vi: UNITS.a, en: UNITS.a } },
      { kind: 'individual', id: 'bui-thi-thu', name: 'Bùi Thị Thử' },
    ]);
    const known = await historyOfSubject(api.world.pool).of('bui-thi-thu', '2022-06-30');
    expect(known.awards.map(({ year }) => year)).toEqual([2020, 2021]);
  });

  it('is for those who keep and appraise, and for a unit about its own people', async () => {
    const own = await api.as(UNITS.a, 'officer');
    expect((await own.get('/api/v1/award-history?subject=bui-thi-thu')).status).toBe(200);
    const stranger = await api.as(UNITS.lead, 'officer');
    expect((await stranger.get('/api/v1/award-history?subject=bui-thi-thu')).status).toBe(403);
    expect((await stranger.get('/api/v1/awards')).status).toBe(403);
    expect((await stranger.post('/api/v1/awards', { records: [award('x', 2020)] })).status).toBe(403);
  });

  it('is put right with a reason that its history tells, and rebuilt from its facts', async () => {
    const secretary = await api.as(UNITS.standing, 'secretary');
    const { body } = await secretary.get('/api/v1/awards?year=2023');
    const [entry] = body['items'] as readonly Body[];
    const path = `/api/v1/awards/${String(entry?.['id'])}`;
    const wrong = await secretary.post(`${path}/correction`, { change: { year: 2022 }, reason: '' });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'REASON_REQUIRED' } });
    const corrected = await secretary.post(`${path}/correction`, { change: { year: 2022 }, reason: 'Ghi nhầm năm' });
    expect(corrected.status).toBe(200);
    expect((await secretary.post(`${path}/removal`, { reason: 'Trùng người' })).status).toBe(200);
    const told = (await secretary.get(`${path}/history`)).body['items'] as readonly Body[];
    expect(told.map(({ what, why }) => [(what as { vi: string }).vi, why])).toEqual([
      ['Ghi vào sổ khen thưởng', undefined],
      ['Đính chính mục trong sổ khen thưởng', { text: 'Ghi nhầm năm' }],
      ['Xóa mục khỏi sổ khen thưởng', { text: 'Trùng người' }],
    ]);
    expect(await rebuild(api.world)).toEqual([]);
  });

  it('is said to be whole for some years by a named person, over HTTP', async () => {
    const secretary = await api.as(UNITS.standing, 'secretary');
    const said = { from: 2015, document: { number: '7/BC', date: '2024-05-10' }, reason: 'Đã rà soát' };
    const path = `/api/v1/units/${UNITS.a}/register-coverage`;
    expect((await (await api.as(UNITS.a, 'officer')).post(path, said)).status).toBe(403);
    expect((await secretary.post(path, said)).status).toBe(200);
    expect((await secretary.post(path, said)).status).toBe(409);
    expect((await api.world.reader.state('unit', UNITS.a))?.state.registerCovers).toMatchObject({ from: 2015 });
    expect(await rebuild(api.world)).toEqual([]);
  });

  it('two people who enter the same decision at once enter it once, and ids joined at once make no circle', async () => {
    const record = award('dua', 2019);
    const enter = (role: 'secretary' | 'appraiser') =>
      api.world.ledger.execute({
        actor: person(UNITS.standing, role),
        name: 'recordAwards',
        input: {
          records: [
            {
              ...record,
              subject: { ...record.subject, kind: 'individual' },
              entry: { what: 'award', award: 'CSTDCS', kind: 'CONG_TRANG' },
            },
          ],
        },
      });
    const entered = await Promise.all([enter('secretary'), enter('appraiser')]);
    expect(entered.map((one) => (one.ok ? 'ok' : one.refusal.code)).sort()).toEqual(['ALREADY_DONE', 'ok']);
    const join = (subjectId: string, into: string) =>
      api.world.ledger.execute({
        actor: { kind: 'person', id: personId(UNITS.standing, 'secretary') },
        name: 'joinSubjects',
        input: { subjectId, into, reason: 'Cùng người' },
      });
    for (let i = 0; i < 8; i += 1) {
      const joined = await Promise.all([join(`l-${i}`, `r-${i}`), join(`r-${i}`, `l-${i}`)]);
      expect(joined.map((one) => (one.ok ? 'ok' : one.refusal.code)).sort()).toEqual(['INVALID_INPUT', 'ok']);
    }
  });
});

describe('past decisions from a file', () => {
  const header = ['Họ và tên', 'Mã', 'Danh hiệu', 'Năm', 'Số QĐ', 'Ngày QĐ', 'Cơ quan ban hành'];
  const row = (name: string, code: string, award: string) => [name, code, award, 2022, '7/QĐ', '10/01/2023', UNITS.a];

  it('is uploaded, looked at and entered; a code is the subject’s id, so that nominations and files meet', async () => {
    const secretary = await api.as(UNITS.standing, 'secretary');
    const file = xlsx([header, row('Nhập Thử', 'cb-001', 'CSTĐCS'), row('Sai Thử', 'cb-002', 'Danh hiệu lạ')]);
    const uploaded = await secretary.upload('quyet-dinh.xlsx', file);
    const path = `/api/v1/award-imports/${String(uploaded.body['digest'])}`;
    const preview = await secretary.post(`${path}/preview`, {});
    expect(preview).toMatchObject({
      status: 200,
      body: {
        rows: 2,
        ready: 1,
        wrong: 1,
        missing: [],
        problems: [{ row: 3, column: 'C', header: 'Danh hiệu', code: 'AWARD_UNKNOWN' }],
      },
    });
    expect(preview.body['lines']).toMatchObject({
      items: [
        { row: 2, standing: 'new', problems: [] },
        { row: 3, standing: 'wrong', problems: [{ column: 'C', code: 'AWARD_UNKNOWN' }] },
      ],
    });
    const wrongOnly = await secretary.post(`${path}/preview`, { only: 'wrong' });
    expect(eachOf(wrongOnly.body['lines'] as Body, 'items', 'row')).toEqual([3]);
    const rest = await secretary.post(`${path}/preview`, { after: 2 });
    expect(eachOf(rest.body['lines'] as Body, 'items', 'row')).toEqual([3]);
    const unread = await secretary.post(`${path}/preview`, { headerRow: 2 });
    expect(unread.body).toMatchObject({ headerRow: 2, ready: 0, lines: { items: [{ row: 3, standing: 'unread' }] } });
    const left = await secretary.post(`${path}/preview`, { mapping: { award: null } });
    expect(left.body).toMatchObject({ missing: ['award'], ready: 0 });
    expect(await secretary.post(path, {})).toMatchObject({ status: 200, body: { recorded: 1 } });
    expect(await secretary.post(path, {})).toMatchObject({ status: 200, body: { recorded: 0, known: 1 } });
    const { body } = await secretary.get('/api/v1/award-history?subject=cb-001');
    expect(body['records']).toMatchObject([{ subject: { name: 'Nhập Thử' }, source: { from: 'import', row: 2 } }]);
    const wrong = await secretary.post(path, { mapping: { name: 0, year: 99 } });
    expect(wrong.status).toBe(200);
    expect(wrong.body).toMatchObject({ ready: 0, recorded: 0 });
  });

  it('is for those who keep the register; a file without its columns is refused with their names', async () => {
    const secretary = await api.as(UNITS.standing, 'secretary');
    const uploaded = await secretary.upload('khac.csv', 'một;hai\n1;2\n');
    const path = `/api/v1/award-imports/${String(uploaded.body['digest'])}`;
    expect(await secretary.post(path, {})).toMatchObject({ status: 422, body: { code: 'COLUMNS_MISSING' } });
    const broken = await secretary.upload('hong.xlsx', Buffer.from('PK\u0003\u0004 không phải'));
    const other = `/api/v1/award-imports/${String(broken.body['digest'])}`;
    expect((await secretary.post(`${other}/preview`, {})).status).toBe(413);
    const stranger = await api.as(UNITS.a, 'officer');
    expect((await stranger.post(`${path}/preview`, {})).status).toBe(403);
    expect((await stranger.post(path, {})).status).toBe(403);
  });
});
