import { createHash, randomBytes } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import { FILE_LIMIT } from '../../../libs/persistence/file-store.js';
import { CAMPAIGN, UNITS } from '../../domain/support/people.js';
import { campaignFile } from '../../domain/support/sample-province-campaign.js';
import { accepted, engine } from '../../support/test-world.js';
import { ApiUnderTest, eachOf, textAt, type Caller } from './api-under-test.js';

/** The yearly report asks for evidence of the number of households. */
const file: CampaignFile = {
  ...campaignFile,
  obligations: campaignFile.obligations.map((one) =>
    one.key === 'report'
      ? {
          ...one,
          fields: (one.fields ?? []).map((field) => ({
            ...field,
            ...(field.key === 'households' ? { evidence: 'required' as const } : {}),
          })),
        }
      : one,
  ),
};

let api: ApiUnderTest;
let officer: Caller;
let lead: Caller;
let stranger: Caller;

beforeAll(async () => {
  api = await ApiUnderTest.start(file);
  officer = await api.as(UNITS.a, 'officer');
  lead = await api.as(UNITS.lead, 'officer');
  stranger = await api.as(UNITS.b, 'officer');
}, 240_000);
afterAll(() => api.stop());

const pdf = (text: string): string => `%PDF-1.7\n${text}`;
const digestOf = (content: string): string => createHash('sha256').update(content).digest('hex');

async function owed(occurrence: string, unitId: string): Promise<string> {
  await accepted(api.world, {
    actor: engine,
    name: 'openObligation',
    input: { campaignId: CAMPAIGN, key: 'report', occurrence, unitId },
  });
  return `${CAMPAIGN}.report.${occurrence}.${unitId}`;
}

describe('a file', () => {
  it('is kept under the digest of its content, once, and comes back as it was', async () => {
    const content = pdf('Danh sách hộ');
    const first = await officer.upload('Danh sách hộ năm 2024.pdf', content);
    expect(first).toMatchObject({
      status: 201,
      body: {
        digest: digestOf(content),
        name: 'Danh sách hộ năm 2024.pdf',
        mediaType: 'application/pdf',
        size: Buffer.byteLength(content),
      },
    });
    expect((await officer.upload('bản sao.pdf', content)).body['digest']).toBe(digestOf(content));
    const { status, headers, body } = await officer.get(`/api/v1/files/${digestOf(content)}`);
    expect({ status, text: body['text'] }).toEqual({ status: 200, text: content });
    expect(headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''b%E1%BA%A3n%20sao.pdf");
    expect(headers.get('content-type')).toBe('application/pdf');
  });

  it('does not exist for those who neither uploaded it nor may read what it is attached to', async () => {
    const { digest } = (await officer.upload('rieng.txt', 'của riêng đơn vị')).body;
    expect(await stranger.get(`/api/v1/files/${String(digest)}`)).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    });
    expect((await stranger.get(`/api/v1/files/${String(digest)}/versions`)).status).toBe(404);
    expect((await officer.get('/api/v1/files/khong-phai')).status).toBe(400);
    expect((await officer.get(`/api/v1/files/${'0'.repeat(64)}`)).status).toBe(404);
  });

  it('is refused when it is too large, of another kind than its name says, or none', async () => {
    const large = Buffer.concat([Buffer.from('%PDF-'), randomBytes(FILE_LIMIT)]);
    expect((await officer.upload('lon.pdf', large)).body).toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
    for (const [name, content] of [
      ['trang.html', '<script>alert(1)</script>'],
      ['anh.png', pdf('không phải ảnh')],
      ['khong-duoi', pdf('x')],
      ['nhi-phan.txt', Uint8Array.of(1, 2, 3)],
      ['rong.txt', ''],
    ] as const) {
      const { status, body } = await officer.upload(name, content);
      expect({ name, status, code: body['code'] }).toEqual({ name, status: 422, code: 'FILE_NOT_ACCEPTED' });
    }
    expect(await officer.post('/api/v1/files', { file: 'x' })).toMatchObject({ status: 400, body: { field: 'file' } });
    expect((await officer.upload('a.pdf', pdf('a'), {}, '/api/v1/reports')).status).toBe(415);
    expect(await readdir(join(api.data, 'files', 'api', 'incoming'))).toEqual([]);
  });

  it('is a version of the one it replaces', async () => {
    const [old, renewed] = [pdf('lần 1'), pdf('lần 2')];
    await officer.upload('bao-cao.pdf', old);
    const second = await officer.upload('bao-cao.pdf', renewed, { replaces: digestOf(old) });
    expect(second.status).toBe(201);
    const { body } = await officer.get(`/api/v1/files/${digestOf(renewed)}/versions`);
    expect(eachOf(body, 'items', 'digest')).toEqual([digestOf(renewed), digestOf(old)]);
    expect((await stranger.upload('x.pdf', pdf('x'), { replaces: digestOf(old) })).status).toBe(404);
  });

  it('is not given out when it was changed on disk', async () => {
    const content = pdf('sẽ hỏng');
    const digest = digestOf(content);
    await officer.upload('hong.pdf', content);
    await writeFile(join(api.data, 'files', 'api', digest.slice(0, 2), digest), pdf('đã bị sửa'));
    expect(await officer.get(`/api/v1/files/${digest}`)).toMatchObject({ status: 503, body: { code: 'FILE_DAMAGED' } });
  });
});

describe('evidence of a report', () => {
  const fields = { result: 'Đã hỗ trợ các hộ', households: 12 };

  test('S0-29 S1-44 a field that asks for evidence is not taken without it, nor with a file nobody uploaded', async () => {
    const obligationId = await owed('2025', UNITS.a);
    const send = (evidence?: unknown) =>
      officer.post('/api/v1/reports', { obligationId, fields, phase: 'phase-1', evidence });
    expect((await send()).body).toMatchObject({ code: 'EVIDENCE_MISSING', field: 'evidence' });
    const absent = { field: 'households', digest: '0'.repeat(64), name: 'khong-co.pdf' };
    expect((await send([absent])).body).toMatchObject({ code: 'NOT_FOUND', field: 'evidence.0.digest' });
    const astray = { ...absent, field: 'result' };
    expect((await send([astray])).body).toMatchObject({ code: 'INVALID_INPUT', field: 'evidence.0.field' });
  });

  test('S1-44 evidence goes up with the report: who reviews it reads the file, other units do not', async () => {
    const obligationId = await owed('2024', UNITS.a);
    const { digest } = (await officer.upload('minh-chung.pdf', pdf('12 hộ'))).body;
    const evidence = [{ field: 'households', digest, name: 'Biên bản 12 hộ.pdf' }];
    expect((await lead.get(`/api/v1/files/${String(digest)}`)).status).toBe(404);
    expect((await officer.post('/api/v1/reports', { obligationId, fields, evidence })).status).toBe(201);
    const { body } = await lead.get(`/api/v1/reports/${obligationId}`);
    expect(textAt(body, 'evidence.0.name.text')).toBe('Biên bản 12 hộ.pdf');
    expect(eachOf(body, 'evidence', 'field')).toEqual(['households']);
    expect((await lead.get(`/api/v1/files/${String(digest)}`)).body['text']).toBe(pdf('12 hộ'));
    expect((await stranger.get(`/api/v1/files/${String(digest)}`)).status).toBe(404);
  });
});
