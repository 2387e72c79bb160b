import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { dataFile } from '../../../libs/config/paths.js';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { OrganisationFile } from '../../../libs/domain/campaign-plan/organisation.js';
import { validateCampaignFile } from '../../../libs/reference/campaign-reference.js';
import { loadOrganisation } from '../../../libs/reference/organisation-reference.js';
import { UNITS } from '../../domain/support/people.js';
import { ApiUnderTest, Caller, type Body } from './api-under-test.js';

const campaign = (id: string): CampaignFile => {
  const { file, findings } = validateCampaignFile(dataFile('campaigns', `${id}.yaml`));
  if (file === undefined) throw new Error(JSON.stringify(findings[0]));
  return file;
};
const organisation = (id: string): OrganisationFile => {
  const { file } = loadOrganisation(dataFile('organisations', `${id}.yaml`));
  if (file === undefined) throw new Error(`no organisation ${id}`);
  return file;
};

let api: ApiUnderTest;
let admin: Caller;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  admin = await api.officially(UNITS.province, 'admin');
}, 240_000);
afterAll(() => api.stop());

/** A rehearsal with an organisation of its own, entered as one of its people. */
async function worldOf(name: string, id: string, clock: string): Promise<(person: string) => Promise<Caller>> {
  const body = { name, clock, purpose: {}, organisation: organisation(id) };
  expect(await admin.post('/api/v1/worlds', body)).toMatchObject({ status: 201, body: { name } });
  return async (personId) => {
    const { body: session } = await admin.post(`/api/v1/worlds/${name}/sessions`, { personId });
    return new Caller(api.url, { authorization: `Bearer ${String(session['token'])}`, 'x-world': name });
  };
}

const items = (body: Body, name: string): readonly Body[] => body[name] as readonly Body[];

describe('a department’s campaign under that of its province', () => {
  const child = campaign('binh-phuoc-hop-tac-xa-2021-2030');
  const { routes: _routes, ...base } = campaign('hoa-binh-nong-san-2024-2030');
  const parent: CampaignFile = {
    ...base,
    id: 'binh-phuoc-272',
    organisation: 'binh-phuoc',
    adoptedOn: '2021-08-20',
    period: { fromYear: 2021, toYear: 2030 },
    documents: [
      {
        id: 'kh-272',
        type: 'ke-hoach',
        issuer: 'UBND tỉnh',
        date: { value: '2021-08-20', inferred: false },
        role: 'adopts',
      },
    ],
    scope: [
      {
        key: 'so',
        text: { vi: 'Các sở', en: 'Departments' },
        unitTypes: ['province-department'],
        subjectKinds: ['collective'],
        resolve: 'at-due-date',
      },
    ],
    phases: [{ key: 'ca-ky', text: { vi: '2021 - 2030', en: '2021-2030' }, from: '2021-01-01', to: '2030-12-31' }],
    criteria: base.criteria.map(({ scope: _scope, ...criterion }) => criterion),
    obligations: [],
    reviews: [],
    rounds: [],
    openQuestions: [],
    successionNotes: [],
    roles: {
      issuer: { unit: 'ubnd-binh-phuoc' },
      leadAgency: { unit: 'so-noi-vu-binh-phuoc' },
      homeAffairs: { unit: 'so-noi-vu-binh-phuoc' },
      standingBody: { unit: 'ban-tdkt-binh-phuoc' },
      council: { unit: 'hd-tdkt-so-khcn-bp' },
      decider: { unit: 'ubnd-binh-phuoc' },
    },
  };
  delete (parent as { registration?: unknown }).registration;
  delete (parent as { exampleRegister?: unknown }).exampleRegister;
  const under: CampaignFile = {
    ...child,
    parent: { campaign: parent.id, document: 'ke-hoach-272', inherits: ['legalHooks', 'exampleRegister'] },
    legalHooks: [],
    exampleRegister: undefined,
  };
  let as: Awaited<ReturnType<typeof worldOf>>;

  beforeAll(async () => {
    as = await worldOf('binh-phuoc', 'binh-phuoc', '2021-09-10T02:00:00Z');
  }, 240_000);

  test('S2-03 a child whose parent is unknown is refused', async () => {
    const officer = await as('so-khcn-binh-phuoc-cb1');
    const draft = { file: under, rulePack: 'L2003-ND91' };
    expect(await officer.post('/api/v1/campaigns', draft)).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND', field: 'file.parent.campaign' },
    });
  });

  test('S2-04 S2-33 the department drafts under the province, takes over what it lacks, 25 days later', async () => {
    const province = await as('ubnd-binh-phuoc-cb1');
    expect(await province.post('/api/v1/campaigns', { file: parent, rulePack: 'L2003-ND91' })).toMatchObject({
      status: 201,
    });
    const officer = await as('so-khcn-binh-phuoc-cb1');
    expect(await officer.post('/api/v1/campaigns', { file: under, rulePack: 'L2003-ND91' })).toMatchObject({
      status: 201,
    });
    const { body: family } = await officer.get(`/api/v1/campaigns/${parent.id}/family`);
    expect(items(family, 'children')).toMatchObject([
      { id: child.id, status: 'draft', issuer: { id: 'so-khcn-binh-phuoc' }, daysAfter: 25 },
    ]);
    const { body: shown } = await officer.get(`/api/v1/campaigns/${child.id}`);
    const file = shown['file'] as CampaignFile;
    expect(file.legalHooks.map(({ key }) => key)).toEqual(base.legalHooks.map(({ key }) => key));
    expect(file.legalHooks.every((hook) => hook.quotes === undefined)).toBe(true);
    expect(await officer.get(`/api/v1/campaigns/${child.id}/family`)).toMatchObject({
      body: { parent: { id: parent.id } },
    });
  });

  test('S2-08 a campaign without criteria is not taken in', async () => {
    const officer = await as('so-khcn-binh-phuoc-cb1');
    const bare = { ...child, id: 'khong-tieu-chi', criteria: [], subjectGroups: undefined };
    expect(await officer.post('/api/v1/campaigns', { file: bare, rulePack: 'L2003-ND91' })).toMatchObject({
      status: 422,
      body: { code: 'INVALID_INPUT', field: 'file.criteria' },
    });
  });
});

describe('the campaign of the next year', () => {
  const file = campaign('my-tu-thi-dua-2023');

  it('S1-03 S3-01 is drafted from this one: dates moved, documents and figures asked again', async () => {
    const as = await worldOf('my-tu', 'my-tu', '2023-02-01T02:00:00Z');
    const officer = await as('ubnd-my-tu-cb1');
    await officer.post('/api/v1/campaigns', { file, rulePack: 'L2003-ND91' });
    const path = `/api/v1/campaigns/${file.id}/clones`;
    expect(await officer.post(path, { year: 2023 })).toMatchObject({ status: 422, body: { field: 'year' } });
    expect(await officer.post(path, { year: 2024 })).toMatchObject({ status: 201 });
    expect(await officer.post(path, { year: 2024 })).toMatchObject({ status: 409, body: { code: 'ALREADY_EXISTS' } });
    const { body: shown } = await officer.get('/api/v1/campaigns/my-tu-thi-dua-2024');
    const next = shown['file'] as CampaignFile;
    expect(next.period).toMatchObject({ fromYear: 2024, toYear: 2024 });
    expect(next.name.vi).toContain('năm 2024');
    expect(next.obligations.find(({ key }) => key === 'bao-cao-nam')?.due).toEqual({ kind: 'on', date: '2024-11-30' });
    expect(next.documents[0]).not.toHaveProperty('number');
    expect(next.openQuestions.find(({ about }) => about === 'target:san-luong-lua')?.blocks).toBe('launch');
    const { body: family } = await officer.get(`/api/v1/campaigns/${file.id}/family`);
    expect(items(family, 'next')).toMatchObject([{ id: 'my-tu-thi-dua-2024', status: 'draft' }]);
    const stranger = await as('ubnd-xa-my-tu-st-cb1');
    expect(await stranger.post(path, { year: 2025 })).toMatchObject({ status: 403 });
  }, 240_000);
});
