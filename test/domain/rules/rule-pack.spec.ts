import { describe, expect, it } from '@jest/globals';
import { ruleBook } from '../../../libs/contracts/rule-book.contract.js';
import { packInForce, rowsOn } from '../../../libs/domain/rules/pack.js';
import { bookInForce, RULE_PACK_ID } from '../../../libs/domain/rules/rule-pack.stream.js';
import type { RuleBook } from '../../../libs/domain/rules/rows.js';
import { outcome, refusalOf } from '../support/outcome.js';
import { OPERATOR } from '../../../libs/domain/access/actor.js';
import { who } from '../support/people.js';
import { province, type Province } from '../support/province.js';
import { book } from './facts-fixture.js';

const APPRAISER = who('homeAffairs', 'appraiser');
const SOURCE = 'Nghị định 73/2024/NĐ-CP, điều 3, Công báo 2024';

function withRules(): Province {
  const world = province();
  world.must('loadRules', { book }, OPERATOR);
  return world;
}
const inForce = (world: Province): RuleBook => bookInForce(world.state('rule-pack', RULE_PACK_ID)!);
const salary = (world: Province) => {
  const now = inForce(world);
  return rowsOn(now, packInForce(now, '2024-08-01')!, 'baseSalary', '2024-08-01')[0];
};
const verify = (world: Province, more: object = {}, actor = APPRAISER) =>
  world.execute('verifyRule', { rowId: 'salary-2340', source: SOURCE, enforced: true, ...more }, actor);

describe('the rule book of a world', () => {
  it('goes through its own schema unchanged', () => {
    expect(ruleBook.parse(book)).toEqual(book);
  });
  it('is loaded by the machine, once for each version', () => {
    const world = withRules();
    expect(outcome(world.execute('loadRules', { book }, OPERATOR))).toBe('ALREADY_DONE');
    expect(outcome(world.execute('loadRules', { book }, APPRAISER))).toBe('FORBIDDEN');
    const other = { ...book, localities: [] };
    expect(refusalOf(world.execute('loadRules', { book: other }, OPERATOR)).code).toBe('ALREADY_EXISTS');
    expect(outcome(world.execute('loadRules', { book: { ...other, version: 'next' } }, OPERATOR))).toBe('accepted');
  });
  it('lets a named person verify a row with its source, as a fact; the version of the book says so', () => {
    const world = withRules();
    expect(salary(world)).toMatchObject({ confidence: 'M' });
    expect(outcome(verify(world))).toBe('accepted');
    expect(salary(world)).toMatchObject({ confidence: 'V', source: SOURCE, enforced: true });
    expect(inForce(world).version).toBe(`${book.version}+1`);
    expect(world.events.at(-1)).toMatchObject({ type: 'ruleVerified', actor: APPRAISER.id, payload: { was: 'M' } });
    expect(outcome(verify(world))).toBe('ALREADY_DONE');
  });
  it('refuses a verification without a source, of nothing, of a draft, or by those who may not', () => {
    const world = withRules();
    expect(refusalOf(verify(world, { source: ' ' }))).toMatchObject({ code: 'REASON_REQUIRED', field: 'source' });
    expect(outcome(verify(world, { rowId: 'nobody' }))).toBe('NOT_FOUND');
    expect(outcome(verify(world, { rowId: 'cstdcs-draft26' }))).toBe('NOT_ALLOWED_IN_STATE');
    expect(outcome(verify(world, {}, who('a', 'officer')))).toBe('FORBIDDEN');
    expect(outcome(verify(world, {}, OPERATOR))).toBe('FORBIDDEN');
  });
  it('takes a verification back with a reason', () => {
    const world = withRules();
    const withdraw = (reason: string) =>
      world.execute('withdrawVerification', { rowId: 'salary-2340', reason }, APPRAISER);
    expect(outcome(withdraw('Nhầm'))).toBe('ALREADY_DONE');
    verify(world);
    expect(outcome(withdraw(' '))).toBe('REASON_REQUIRED');
    expect(outcome(withdraw('Nhầm văn bản'))).toBe('accepted');
    expect(salary(world)).toMatchObject({ confidence: 'M' });
    expect(inForce(world).version).toBe(`${book.version}+2`);
  });
  it('keeps a verification over new data only where the row has not changed', () => {
    const world = withRules();
    verify(world);
    verify(world, { rowId: 'authority-province' });
    const next: RuleBook = {
      ...book,
      version: 'next',
      tables: {
        ...book.tables,
        baseSalary: book.tables.baseSalary.map((row) => (row.id === 'salary-2340' ? { ...row, dong: 2_530_000 } : row)),
      },
    };
    world.must('loadRules', { book: next }, OPERATOR);
    expect(Object.keys(world.state('rule-pack', RULE_PACK_ID)!.verified)).toEqual(['authority-province']);
    expect(salary(world)).toMatchObject({ dong: 2_530_000, confidence: 'M' });
  });
});
