import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadRules, rulesFolder } from '../../../libs/rules/load-rules.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rules-'));
  cpSync(rulesFolder(), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Changes one file and says what the loader finds: file, line, code. */
function after(file: string, from: string | RegExp, to: string) {
  const text = readFileSync(join(folder, file), 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(join(folder, file), changed);
  const { book, findings } = loadRules(folder);
  expect(book).toBeUndefined();
  return findings.map(({ file: name, line, code, messageVi }) => ({
    file: name,
    code,
    text: changed.split('\n')[line - 1] ?? '',
    messageVi,
  }));
}

describe('a rule book that is wrong is refused with file and line', () => {
  it('rows of one key that apply on the same day', () => {
    const found = after('criteria.yaml', "to: '2023-12-31'", "to: '2024-01-01'");
    expect(found).toMatchObject([
      { file: 'criteria.yaml', code: 'ROWS_OVERLAP', text: expect.stringContaining('2024-01-01') },
    ]);
  });
  it('an award nobody has defined', () => {
    const found = after('authority.yaml', '[CTDCP]', '[CTDCPX]');
    expect(found).toMatchObject([
      { file: 'authority.yaml', code: 'UNKNOWN_REFERENCE', text: expect.stringContaining('CTDCPX') },
    ]);
  });
  it('a fact nobody can be asked for', () => {
    expect(after('criteria.yaml', 'has: cluster.leader', 'has: cluster.lead')).toMatchObject([
      { code: 'UNKNOWN_REFERENCE' },
    ]);
  });
  it('an instrument that is not in the register', () => {
    expect(after('quotas.yaml', 'instrument: ND91', 'instrument: ND92')).toMatchObject([
      { code: 'UNKNOWN_REFERENCE', text: expect.stringContaining('ND92') },
    ]);
  });
  it('an unverified row that claims to be enforced', () => {
    const found = after('base-salary.yaml', "confidence: 'M'", "confidence: 'M'\n    enforced: true");
    expect(found).toMatchObject([
      { file: 'base-salary.yaml', code: 'ENFORCED_UNVERIFIED', text: expect.stringContaining('enforced') },
    ]);
  });
  it('an enforced row without a source', () => {
    expect(after('base-salary.yaml', "source: 'ND-1800'", '')).toMatchObject([{ code: 'ENFORCED_UNVERIFIED' }]);
  });
  it('a comparison with what the fact can never be', () => {
    expect(after('criteria.yaml', 'value: HOAN_THANH_XUAT_SAC', 'value: HOAN_THANH_RAT_TOT')).toMatchObject([
      { code: 'VALUE_INVALID' },
    ]);
  });
  it('code instead of a rule', () => {
    expect(after('criteria.yaml', '{ has: cluster.leader }', "{ run: 'process.exit()' }").length).toBeGreaterThan(0);
  });
  it('one id for two rows', () => {
    expect(after('base-salary.yaml', 'id: salary-2340', 'id: salary-1800')).toMatchObject([{ code: 'DUPLICATE_KEY' }]);
  });
});
