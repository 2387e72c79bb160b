import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from '@jest/globals';
import { dataFile, repositoryRoot } from '../../libs/config/paths.js';
import type { CampaignFile } from '../../libs/domain/campaign-plan/campaign.js';
import { checkCampaign } from '../../libs/domain/campaign-plan/check.js';
import type { OrganisationFile } from '../../libs/domain/campaign-plan/organisation.js';
import { planCampaign } from '../../libs/domain/campaign-plan/plan.js';
import { settleAnswers } from '../../libs/domain/campaign-plan/settle-answers.js';
import { loadCalendar } from '../../libs/reference/calendar-reference.js';
import { validateCampaignFile } from '../../libs/reference/campaign-reference.js';
import { loadOrganisation } from '../../libs/reference/organisation-reference.js';

const loaded = loadCalendar(dataFile('calendars', 'vn.csv'));
if (!loaded.ok) throw new Error('data/calendars/vn.csv has errors');
const { calendar } = loaded;

const SEEDS = [
  ['S0', 'hoa-binh-nong-san-2024-2030'],
  ['S1', 'hoa-binh-thi-dua-2024'],
  ['S2', 'binh-phuoc-hop-tac-xa-2021-2030'],
  ['S3', 'my-tu-thi-dua-2023'],
  ['S4', 'tra-vinh-nong-thon-moi-2021-2025'],
] as const;

interface Loaded {
  readonly file: CampaignFile;
  readonly organisation: OrganisationFile;
  readonly findings: readonly string[];
}

function load(id: string): Loaded {
  const path = dataFile('campaigns', `${id}.yaml`);
  const alone = validateCampaignFile(path);
  const organisation = loadOrganisation(dataFile('organisations', `${alone.file?.organisation ?? ''}.yaml`)).file;
  if (organisation === undefined) throw new Error(`${id} has no organisation`);
  const { file, findings } = validateCampaignFile(path, organisation);
  const told = findings.map(({ line, field, messageEn }) => `${line} ${field}: ${messageEn}`);
  if (file === undefined) throw new Error(told.join('\n'));
  return { file, organisation, findings: told };
}

const files = new Map(SEEDS.map(([seed, id]) => [seed, load(id)] as const));
const of = (seed: (typeof SEEDS)[number][0]): Loaded => files.get(seed) as Loaded;

/** The answers a named person would give by what the file recommends. */
const recommended = (file: CampaignFile) =>
  Object.fromEntries(file.openQuestions.map(({ id, recommended: choice }) => [id, { choice: choice ?? '' }]));

const checklist = readFileSync(join(repositoryRoot(), 'docs', 'seeds-checklist.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, id = '', seed = '', phrases = ''] = /^\| ((S\d)-\d\d) \| (.*?) \|/.exec(line) ?? [];
    return id === '' ? [] : [{ id, seed, phrases: [...phrases.matchAll(/«(.*?)»/g)].map(([, phrase = '']) => phrase) }];
  });

test('every campaign file under data/ is one of those judged here, or labelled as another', () => {
  const known = new Set<string>(SEEDS.map(([, id]) => `${id}.yaml`));
  const others = readdirSync(dataFile('campaigns')).filter((name) => name.endsWith('.yaml') && !known.has(name));
  expect(others).toContain('yen-bai-xoa-nha-tam-2025.yaml');
  for (const name of others) {
    const { file, organisation, findings } = load(name.replace('.yaml', ''));
    expect(findings).toEqual([]);
    const settled = settleAnswers(file, recommended(file));
    const plan = planCampaign(settled, calendar, organisation, Object.keys(recommended(file)));
    expect(plan.launchable).toBe(true);
    expect(plan.warnings.filter(({ code }) => code === 'NOBODY_OWES')).toEqual([]);
  }
});

describe.each(SEEDS)('%s %s', (seed, _id) => {
  const { file, organisation, findings } = of(seed);
  const source = readFileSync(join(dataFile('campaigns'), file.source.file), 'utf8');

  it('has no finding, with its organisation too', () => {
    expect(findings).toEqual([]);
  });

  it('quotes every phrase of its checklist rows from the source', () => {
    const lost = checklist
      .filter((row) => row.seed === seed)
      .flatMap(({ id, phrases }) => phrases.filter((phrase) => !source.includes(phrase)).map((p) => `${id} ${p}`));
    expect(lost).toEqual([]);
  });

  test('X06 cannot be launched before its questions are answered; the recommended answers leave nothing undated', () => {
    const settled = settleAnswers(file, recommended(file));
    const blocking = file.openQuestions.filter(({ blocks }) => blocks === 'launch');
    expect(blocking.length).toBeGreaterThan(0);
    expect(planCampaign(file, calendar, organisation).launchable).toBe(false);
    const plan = planCampaign(settled, calendar, organisation, Object.keys(recommended(file)));
    expect(plan.launchable).toBe(true);
    expect(settled.obligations.filter(({ due }) => due.kind === 'undated').map(({ key }) => key)).toEqual([]);
    expect(settled.registration?.due.kind).not.toBe('undated');
    expect(checkCampaign(settled).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('plans every dated duty for somebody', () => {
    const settled = settleAnswers(file, recommended(file));
    const nobody = planCampaign(settled, calendar, organisation).warnings.filter(({ code }) => code === 'NOBODY_OWES');
    expect(nobody.map(({ about, text }) => `${about} ${text.en}`)).toEqual([]);
  });

  it('enforces nothing that neither the document nor verified law says', () => {
    const text = JSON.stringify(file);
    const enforced = [...text.matchAll(/"basis":"(\w+)"[^{}]*"enforced":true/g)].map(([, basis]) => basis);
    expect(enforced.filter((basis) => basis !== 'document')).toEqual([]);
  });
});

test('S1-52 the period of the report is a setting: the answer changes the plan', () => {
  const { file, organisation } = of('S1');
  const days = (choice: string): readonly string[] => {
    const settled = settleAnswers(file, { 'ky-bao-cao': { choice } });
    const plan = planCampaign(settled, calendar, organisation);
    return (
      plan.obligations.find(({ key }) => key === 'bao-cao-dinh-ky')?.occurrences.map(({ lastDay }) => lastDay) ?? []
    );
  };
  expect(days('')).toEqual([]);
  expect(days('sau-thang')).toEqual(['2024-06-30', '2024-12-31']);
  expect(days('hang-quy')).toHaveLength(4);
  expect(days('hang-thang')).toHaveLength(12);
});

test('S2-07 only what belongs to the department owes its campaign anything', () => {
  const { file, organisation } = of('S2');
  const plan = planCampaign(file, calendar, organisation);
  const owing = plan.obligations.find(({ key }) => key === 'bao-cao-nam')?.occurrences[0]?.parties?.unitIds ?? [];
  expect(owing.length).toBeGreaterThan(10);
  const parents = new Map(organisation.units.map(({ id, parent }) => [id, parent]));
  expect(owing.filter((id) => parents.get(id) !== 'so-khcn-binh-phuoc')).toEqual([]);
});

test('S2-04 the child plan comes 25 days after its parent', () => {
  const [child, parent] = ['ke-hoach-1555', 'ke-hoach-272'].map(
    (id) => of('S2').file.documents.find((document) => document.id === id)?.date?.value ?? '',
  );
  expect((Date.parse(child ?? '') - Date.parse(parent ?? '')) / 86_400_000).toBe(25);
});

test('S2-12 a document cited twice stands once in the register, one without number or date stands too', () => {
  const { documents } = of('S2').file;
  expect(documents.filter(({ symbol }) => symbol === '340/QĐ-TTg')).toHaveLength(1);
  expect(documents.find(({ id }) => id === 'nghi-quyet-tw5')).not.toHaveProperty('number');
});
