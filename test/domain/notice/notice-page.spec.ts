import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { pageOfNotice } from '../../../libs/contracts/notice-page.js';
import { TEMPLATES } from '../../../libs/contracts/notice-texts.js';

const UNIT = { unitId: 'so-a' };
const CAMPAIGN = { campaignId: 'c' };
const TASK = { taskId: 'nomination:c.annual.2024.01:3' };

/** Every notice as the domain writes it, and the page it opens. */
const OPENS: Readonly<
  Record<string, readonly [subject: string, params: Readonly<Record<string, unknown>>, page: string]>
> = {
  'obligation-opened': ['obligation:c.plan.once.so-a', UNIT, '/matters/obligation/c.plan.once.so-a'],
  'obligation-urged': ['obligation:c.plan.once.so-a', UNIT, '/matters/obligation/c.plan.once.so-a'],
  'obligation-waived': ['obligation:c.plan.once.so-a', UNIT, '/matters/obligation/c.plan.once.so-a'],
  'personal-pledge-asked': ['obligation:c.plan.once.so-a', UNIT, '/matters/obligation/c.plan.once.so-a'],
  'unit-late': ['obligation:c.plan.once.so-a', { ...UNIT, ...CAMPAIGN }, '/campaigns/c?part=late'],
  'work-passed-on': ['campaign:c', CAMPAIGN, '/campaigns/c'],
  'work-handed-over': ['nomination:n-1', { from: 'so-a', to: 'so-b' }, '/nominations/n-1'],
  'task-due': ['nomination:c.annual.2024.01', TASK, '/inbox?task=nomination%3Ac.annual.2024.01%3A3'],
  'task-overdue': ['nomination:c.annual.2024.01', TASK, '/inbox?task=nomination%3Ac.annual.2024.01%3A3'],
  'task-assigned': ['task:nomination:c.annual.2024.01:3', TASK, '/inbox?task=nomination%3Ac.annual.2024.01%3A3'],
  'date-extended': ['campaign:c', { what: 'annual.2024' }, '/campaigns/c'],
  'session-day-off': ['session:c.s.1', { taskId: 'session:c.s.1:1' }, '/inbox?task=session%3Ac.s.1%3A1'],
  'registration-confirmed': ['registration:c.so-a', UNIT, '/desk/pledge/c?unit=so-a'],
  'registration-returned': ['registration:c.so-a', UNIT, '/desk/pledge/c?unit=so-a'],
  'confirmation-moved': [
    'registration:c.so-a',
    { ...UNIT, taskId: 'registration:c.so-a:2' },
    '/inbox?task=registration%3Ac.so-a%3A2',
  ],
  'pledge-assessed': ['registration:c.so-a', UNIT, '/desk/pledge-results/c.so-a'],
  'personal-pledge-confirmed': ['commitment:c.r.2024.p-1', CAMPAIGN, '/campaigns/c'],
  'report-accepted': ['report:c.report.2024.so-a', UNIT, '/matters/report/c.report.2024.so-a'],
  'report-returned': ['report:c.report.2024.so-a', UNIT, '/desk/reports/c.report.2024.so-a'],
  'report-sent': ['report:c.sum.2024.so-a', UNIT, '/matters/report/c.sum.2024.so-a'],
  'report-to-acknowledge': ['report:c.sum.2024.so-a', UNIT, '/matters/report/c.sum.2024.so-a'],
  'activity-recorded': ['activity:a-1', UNIT, '/matters/activity/a-1'],
  'activity-confirmed': ['activity:a-1', UNIT, '/matters/activity/a-1'],
  'activity-refused': ['activity:a-1', UNIT, '/matters/activity/a-1'],
  'activity-followed-up': ['activity:a-1', UNIT, '/matters/activity/a-1'],
  'nomination-initiated': ['nomination:n-1', UNIT, '/nominations/n-1'],
  'nomination-commented': ['nomination:n-1', { ...UNIT, nominationId: 'n-1' }, '/nominations/n-1'],
  'document-sent': ['dispatch:c.launch.1', { number: '1/KH' }, '/matters/dispatch/c.launch.1'],
  'accountable-head': ['dispatch:c.launch.2', { number: '1/KH' }, '/matters/dispatch/c.launch.2'],
  'steering-member': ['dispatch:c.launch.3', { number: '1/KH' }, '/matters/dispatch/c.launch.3'],
  'campaign-proposed': ['campaign:c', CAMPAIGN, '/campaigns/c'],
  'proposal-declined': ['campaign:c', CAMPAIGN, '/campaigns/c'],
  'review-opened': ['campaign:c', CAMPAIGN, '/campaigns/c'],
  'example-introduced': ['example:e-1', UNIT, '/examples/e-1'],
  'example-proposed': ['example:e-1', UNIT, '/examples/e-1'],
  'example-recognised': ['example:e-1', UNIT, '/examples/e-1'],
  'example-declined': ['example:e-1', UNIT, '/examples/e-1'],
  'round-opened': ['round:c.annual.2024', { lastDay: '2024-10-31' }, '/campaigns/c'],
  'round-award-added': ['round:c.annual.2024', { lastDay: '2024-10-31' }, '/campaigns/c'],
  'round-window-closed': ['round:c.annual.2024', { lastDay: '2024-10-31' }, '/rounds/c.annual.2024/list'],
};
/** A mail of many notices opens what they open. */
const OF_MANY = ['daily-digest'];

const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

describe('the page a notice opens', () => {
  it.each(Object.entries(OPENS))('%s leads to what it is about', (template, [subject, params, page]) => {
    expect(pageOfNotice({ template, subject, params, campaignId: 'c' })).toBe(page);
  });

  it('is known for every notice that has words, and every notice the domain tells has words', () => {
    expect([...Object.keys(OPENS), ...OF_MANY].sort()).toEqual(Object.keys(TEMPLATES).sort());
    const told = sources('libs/domain').flatMap((text) =>
      [...text.matchAll(/template: (?:[^'\n]*\? )?'([a-z-]+)'(?: : '([a-z-]+)')?/g)].flatMap(([, one, other]) =>
        [one, other].flatMap((name) => name ?? []),
      ),
    );
    expect(told.length).toBeGreaterThan(25);
    expect(told.filter((name) => !(name in TEMPLATES))).toEqual([]);
  });

  it('is a page even where a campaign is not found; a notice of many has none', () => {
    const about = { template: 'registration-returned', subject: 'registration:c.so-a', params: UNIT };
    expect(pageOfNotice(about)).toBe('/desk');
    expect(pageOfNotice({ template: 'daily-digest', subject: 'person:p', params: {} })).toBeNull();
  });
});
