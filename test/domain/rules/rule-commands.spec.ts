import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '../../../libs/config/paths.js';
import { eligibilityFacts } from '../../../libs/contracts/eligibility-facts.contract.js';
import type { Verdict } from '../../../libs/domain/rules/verdict.js';
import { checkEligibility, diffRules, listRules } from '../../../libs/rules/rule-commands.js';
import { rulesToVerify } from '../../../libs/rules/rules-to-verify.js';
import { book } from './facts-fixture.js';

const facts = join(repositoryRoot(), 'test/domain/rules/facts/cstdcs-no-initiative.json');
const folder = mkdtempSync(join(tmpdir(), 'facts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('vinhdanh eligibility check', () => {
  it('tells by its exit code and cites the article', () => {
    const on = (date: string, pack?: string) => checkEligibility(facts, { award: 'CSTDCS', on: date, pack });
    expect([on('2023-12-20').exitCode, on('2024-12-20').exitCode, on('2025-12-20').exitCode]).toEqual([3, 0, 0]);
    expect(on('2026-12-20', 'DRAFT26').exitCode).toBe(3);
    expect(on('2023-12-20').text).toContain('Không đủ điều kiện: Chiến sĩ thi đua cơ sở');
    expect(on('2023-12-20').text).toContain('điều 9 khoản 3, Nghị định 91/2017/NĐ-CP');
    expect(on('2026-12-20', 'DRAFT26').text).toContain('what if');
  });
  it('prints the whole verdict as JSON', () => {
    const { text } = checkEligibility(facts, { award: 'CSTDCS', on: '2024-12-20', json: true });
    const verdict = JSON.parse(text) as Verdict;
    expect(verdict).toMatchObject({ outcome: 'eligible', pack: { id: 'L2022-ND98', version: book.version } });
    expect(
      verdict.rules.every(({ sentence, basis }) => sentence.vi !== '' && sentence.en !== '' && basis.instrument !== ''),
    ).toBe(true);
  });
  it('names line and field of a mistake in the facts', () => {
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, readFileSync(facts, 'utf8').replace('"individual"', '"person"'));
    const { text, exitCode } = checkEligibility(broken, { award: 'CSTDCS', on: '2024-12-20' });
    expect(exitCode).toBe(1);
    expect(text).toContain('broken.json:2 subject.kind');
  });
  it('refuses an unknown award, day, pack or file', () => {
    const exit = (options: Parameters<typeof checkEligibility>[1], path = facts) =>
      checkEligibility(path, options).exitCode;
    expect(exit({ award: 'NOBODY', on: '2024-12-20' })).toBe(1);
    expect(exit({ award: 'CSTDCS', on: '20/12/2024' })).toBe(1);
    expect(exit({ award: 'CSTDCS', on: '2010-01-01' })).toBe(1);
    expect(exit({ award: 'CSTDCS', on: '2024-12-20', pack: 'L1999' })).toBe(1);
    expect(exit({ award: 'CSTDCS', on: '2024-12-20' }, join(folder, 'none.json'))).toBe(1);
  });
  it('refuses what would look like an answer: a misspelt fact, an award in small letters, a place without rules', () => {
    const typo = join(folder, 'typo.json');
    writeFileSync(typo, readFileSync(facts, 'utf8').replace('"initiative.recognised"', '"initiative.recognized"'));
    const asked = { award: 'CSTDCS', on: '2024-12-20' };
    const { text, exitCode } = checkEligibility(typo, asked);
    expect(exitCode).toBe(1);
    expect(text).toMatch(/typo\.json:\d+ values\.initiative\.recognized: không có dữ kiện này \/ no such fact/);
    expect(text).toContain('initiative.recognised');
    const small = checkEligibility(facts, { ...asked, award: 'cstdcs' });
    expect([small.exitCode, small.text.includes('CSTDCS?')]).toEqual([1, true]);
    const nowhere = checkEligibility(facts, { ...asked, locality: 'nowhere' });
    expect([nowhere.exitCode, nowhere.text.includes('da-nang')]).toEqual([1, true]);
    expect(listRules({ on: '2024-12-20', award: 'NOPE' }).exitCode).toBe(1);
    expect(listRules({ on: '2024-12-20', locality: 'nowhere' }).exitCode).toBe(1);
  });
  it('reads the example of the documentation', () => {
    const page = readFileSync(join(repositoryRoot(), 'docs/eligibility-facts.md'), 'utf8');
    const example: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '');
    expect(eligibilityFacts.safeParse(example).success).toBe(true);
  });
});

describe('vinhdanh rules', () => {
  it('lists the rules of a day, by table, award and place', () => {
    const { text } = listRules({ on: '2025-07-01' });
    expect(text.split('\n', 1)[0]).toContain('2025-07-01  L2022-ND152');
    expect(text).toContain('authority-commune  Chủ tịch Ủy ban nhân dân cấp xã');
    expect(text).not.toContain('authority-district');
    expect(listRules({ on: '2025-06-30', table: 'authority', award: 'CSTDCS' }).text).toContain('authority-district');
    expect(listRules({ on: '2024-05-01', award: 'BKT', locality: 'da-nang' }).text).toContain(
      'limit-bkt-dng-appraisal-1-9',
    );
    expect(JSON.parse(listRules({ on: '2025-07-01', json: true }).text)).toMatchObject({ pack: 'L2022-ND152' });
    expect([
      listRules({ on: '1990-01-01' }).exitCode,
      listRules({ on: 'x' }).exitCode,
      listRules({ on: '2025-07-01', table: 'x' }).exitCode,
    ]).toEqual([1, 1, 1]);
  });
  it('says what a pack changes', () => {
    const { text } = diffRules('L2022-ND152', 'DRAFT26');
    expect(text).toContain('~ criterion/CSTDCS');
    expect(text).toContain('+ cstdcs-draft26');
    expect(diffRules('L2022-ND98', 'L2022-ND152').text).toContain('- authority/CHU_TICH_UBND_HUYEN');
    expect(diffRules('L2022-ND98', 'NONE').exitCode).toBe(1);
  });
});

describe('docs/rules-to-verify.md', () => {
  it('says what the rule data says; else run: npm run build && node scripts/rules-to-verify.mjs', () => {
    expect(readFileSync(join(repositoryRoot(), 'docs/rules-to-verify.md'), 'utf8')).toBe(rulesToVerify(book));
  });
  it('names every row nobody may enforce yet', () => {
    const page = rulesToVerify(book);
    for (const id of ['cstdcs-quota-l2022', 'authority-province', 'salary-2340', 'vote-high-now', 'r11-dissolved'])
      expect(page).toContain(`\`${id}\``);
    expect(page).not.toContain('`cstdcs-l2022`');
  });
});
