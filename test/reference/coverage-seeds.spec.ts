import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '../../libs/config/paths.js';
import { judge, rowsInData, rowsInTests, rowsOf, unknownIn } from '../../scripts/lib/seed-coverage.mjs';

const CHECKLIST = `
| # | exact phrase | kind | actor | deadline | capability |
|---|---|---|---|---|---|
| S0-01 | «a» | document | x | - | Register (C02) |
| S0-02 | «b» | obligation | x | - | Task (C10) |
| S0-03 | «c» | target/ANOMALY | x | - | Flag (C28) |
| S0-04 | «d» | content | x | - | Content (C15) |
| X01 | import | rows |
| X02 | launch | rows |
`;
const rows = rowsOf(CHECKLIST);
const stateOf = (data: readonly string[], tests: readonly string[]) =>
  Object.fromEntries(judge(rows, data, tests).map(({ id, state }) => [id, state]));

describe('what proves a row of the checklist', () => {
  it('is a data node for documents and contents, a test on the product for what the product does', () => {
    expect(rows.map(({ id, needs }) => [id, needs])).toEqual([
      ['S0-01', 'data'],
      ['S0-02', 'test'],
      ['S0-03', 'test'],
      ['S0-04', 'data'],
      ['X01', 'test'],
      ['X02', 'test'],
    ]);
    expect(stateOf(['S0-01', 'S0-02', 'S0-03', 'S0-04'], [])).toEqual({
      'S0-01': 'covered',
      'S0-02': 'uncovered',
      'S0-03': 'not yet',
      'S0-04': 'covered',
      X01: 'not yet',
      X02: 'uncovered',
    });
    expect(stateOf([], ['S0-01', 'S0-02', 'X02'])).toMatchObject({
      'S0-01': 'covered',
      'S0-02': 'covered',
      'S0-04': 'uncovered',
      X02: 'covered',
    });
  });

  it('reads ids from nodes of data, at any depth', () => {
    expect(rowsInData({ a: [{ rows: ['S0-01'] }, { b: { rows: ['S0-02', 'nothing'] } }], rows: 'S0-03' })).toEqual([
      'S0-01',
      'S0-02',
    ]);
  });

  it('reads ids from names and tables of tests, never from comments', () => {
    const source = [
      `// S0-01 in a comment`,
      `/* S0-02 in another */`,
      `test('S0-03 does', () => {});`,
      `test.each([['S0-04', 1]])('%s', () => {});`,
      'it("X02 says so", () => {});',
    ].join('\n');
    expect(rowsInTests(source)).toEqual(['S0-03', 'S0-04', 'X02']);
  });

  it('names ids that stand in no checklist', () => {
    expect(unknownIn(rows, ['S0-01', 'S9-99'])).toEqual(['S9-99']);
  });

  it('knows every row of our checklist, and no id is claimed that is none', () => {
    const all = rowsOf(readFileSync(join(repositoryRoot(), 'docs', 'seeds-checklist.md'), 'utf8'));
    expect(all.filter(({ id }) => id.startsWith('S'))).toHaveLength(286);
    expect(all.filter(({ id }) => id.startsWith('X'))).toHaveLength(12);
  });

  it('runs on this repository: no row of the five plans is uncovered, no id is claimed that is no row', () => {
    const script = join(repositoryRoot(), 'scripts', 'coverage-seeds.mjs');
    let out: string;
    try {
      out = execFileSync(process.execPath, [script, '--json'], { encoding: 'utf8', maxBuffer: 10_000_000 });
    } catch (error) {
      out = (error as { stdout: string }).stdout;
    }
    const told = JSON.parse(out) as { rows: { id: string; needs: string; state: string }[]; unknown: string[] };
    expect(told.rows).toHaveLength(298);
    expect(told.unknown).toEqual([]);
    const uncovered = told.rows.filter(({ id, state }) => id.startsWith('S') && state === 'uncovered');
    expect(uncovered.map(({ id }) => id)).toEqual([]);
  });
});
