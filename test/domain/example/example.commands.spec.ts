import { describe, expect, it } from '@jest/globals';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { IntroduceExample } from '../../../libs/domain/example/example.commands.js';
import { outcome, refusalOf } from '../support/outcome.js';
import { OPERATOR } from '../../../libs/domain/access/actor.js';
import { both, CAMPAIGN, UNITS, who } from '../support/people.js';
import { launched, type Province } from '../support/province.js';
import { campaignFile } from '../support/sample-province-campaign.js';

const FILE: CampaignFile = {
  ...campaignFile,
  exampleRegister: {
    levels: [
      { key: 'co-so', name: both('Cấp cơ sở'), recognisedBy: { unitTypes: ['province-department'] } },
      { key: 'tinh', name: both('Cấp tỉnh'), recognisedBy: { roles: ['issuer'] } },
    ],
    stages: [{ key: 'phat-hien', name: both('Phát hiện') }],
    introducedBy: { scope: ['all'] },
    kinds: ['person', 'model'],
  },
};
const MODEL: IntroduceExample = {
  exampleId: 'dh-1',
  campaignId: CAMPAIGN,
  introducedBy: UNITS.b,
  unitId: UNITS.a,
  kind: 'model',
  subject: { kind: 'household', id: 'ho-m', name: 'Hộ bà Bùi Thị M' },
  summary: 'Trồng cam hữu cơ, giúp 12 hộ bà con',
};
const introduce = (world: Province, more: Partial<IntroduceExample> = {}, actor = who('b', 'officer')) =>
  world.execute('introduceExample', { ...MODEL, ...more }, actor);
const stage = (world: Province) => world.state('example', 'dh-1')?.stage;
const paper = { number: '15/QĐ-SNN', date: '2024-05-13' };

describe('an advanced example', () => {
  it('S0-41 S3-06 anyone may introduce one; the unit it lives in gets the task', () => {
    const world = launched(FILE);
    expect(outcome(introduce(world, {}, who('a', 'officer')))).toBe('FORBIDDEN');
    expect(refusalOf(introduce(world, { kind: 'person', unitId: 'khong-co' })).code).toBe('UNKNOWN_UNIT');
    expect(refusalOf(introduce(world, { kind: 'household' })).field).toBe('kind');
    expect(outcome(introduce(world))).toBe('accepted');
    expect(world.table('read_task').at(-1)).toMatchObject({ queue: `${UNITS.a}/officer`, kind: 'propose-example' });
    expect(world.notices.at(-1)).toMatchObject({ template: 'example-introduced', recipient: `${UNITS.a}.officer` });
    expect(JSON.stringify(world.events)).not.toContain('Bùi Thị M');
  });

  it('a campaign without a register takes none', () => {
    expect(outcome(introduce(launched()))).toBe('NO_EXAMPLE_REGISTER');
  });

  it('S0-35 S0-37 S3-50 is proposed, recognised by level, fostered, publicised and replicated', () => {
    const world = launched(FILE);
    introduce(world);
    const foster = { exampleId: 'dh-1', what: 'fostered', unitId: UNITS.a, on: '2024-05-13' } as const;
    expect(outcome(world.execute('promoteExample', foster, who('a', 'officer')))).toBe('NOT_ALLOWED_IN_STATE');
    expect(
      refusalOf(world.execute('proposeExample', { exampleId: 'dh-1', level: 'quoc-gia' }, who('a', 'officer'))).field,
    ).toBe('level');
    expect(
      outcome(world.execute('proposeExample', { exampleId: 'dh-1', level: 'co-so' }, who('leader', 'officer'))),
    ).toBe('FORBIDDEN');
    world.must('proposeExample', { exampleId: 'dh-1', level: 'co-so' }, who('a', 'officer'));
    expect(stage(world)).toBe('proposed');
    // The nearest unit the campaign means: the department itself.
    expect(world.state('example', 'dh-1')?.open['2']?.queue).toBe(`${UNITS.a}/head`);
    expect(
      outcome(world.execute('recogniseExample', { exampleId: 'dh-1', visit: 2, document: paper }, who('b', 'head'))),
    ).toBe('NOT_ASSIGNED_TO_YOU');
    world.must('recogniseExample', { exampleId: 'dh-1', visit: 2, document: paper }, who('a', 'head'));
    expect(stage(world)).toBe('recognised');

    world.must('proposeExample', { exampleId: 'dh-1', level: 'tinh' }, who('lead', 'officer'));
    expect(stage(world)).toBe('recognised');
    expect(world.state('example', 'dh-1')?.open['3']?.queue).toBe(`${UNITS.province}/head`);
    world.must(
      'recogniseExample',
      { exampleId: 'dh-1', visit: 3, document: { ...paper, number: '20/QĐ-UBND' } },
      who('province', 'head'),
    );
    expect(world.table('read_example')[0]).toMatchObject({ level: 'tinh', stage: 'recognised' });
    expect(outcome(world.execute('proposeExample', { exampleId: 'dh-1', level: 'co-so' }, who('a', 'officer')))).toBe(
      'ALREADY_DONE',
    );

    world.must('promoteExample', foster, who('a', 'officer'));
    expect(outcome(world.execute('promoteExample', foster, who('a', 'officer')))).toBe('ALREADY_DONE');
    world.must('promoteExample', { ...foster, what: 'replicated', unitId: UNITS.b }, who('b', 'officer'));
    world.must('promoteExample', { ...foster, what: 'publicised', unitId: UNITS.lead }, who('lead', 'officer'));
    expect(stage(world)).toBe('replicated');
    expect(world.replay().everything()).toEqual(world.everything());
  });

  it('S0-35 a commune’s example goes to the first unit above it that may recognise it', () => {
    const world = launched(FILE);
    const commune = {
      unitId: 'xa-1',
      type: 'commune-people-committee',
      name: both('Xã'),
      parent: UNITS.a,
      validFrom: '2010-01-01',
      confidence: 'V',
    } as const;
    world.must('defineUnit', commune, OPERATOR);
    introduce(world, { unitId: 'xa-1' });
    world.must('proposeExample', { exampleId: 'dh-1', level: 'co-so' }, who('b', 'officer'));
    expect(world.state('example', 'dh-1')?.open['2']?.queue).toBe(`${UNITS.a}/head`);
  });

  it('a declined proposal leaves it where it was, with the reason', () => {
    const world = launched(FILE);
    introduce(world);
    world.must('proposeExample', { exampleId: 'dh-1', level: 'co-so' }, who('a', 'officer'));
    const no = { exampleId: 'dh-1', visit: 2, reason: 'Chưa đủ thời gian' };
    expect(outcome(world.execute('declineExample', { ...no, reason: ' ' }, who('a', 'head')))).toBe('REASON_REQUIRED');
    world.must('declineExample', no, who('a', 'head'));
    expect(stage(world)).toBe('detected');
    world.must('proposeExample', { exampleId: 'dh-1', level: 'co-so' }, who('a', 'officer'));
    expect(world.state('example', 'dh-1')?.open['3']).toBeDefined();
  });
});
