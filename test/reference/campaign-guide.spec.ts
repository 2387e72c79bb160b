import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from '@jest/globals';
import { repositoryRoot } from '../../libs/config/paths.js';
import { validateCampaignText } from '../../libs/reference/campaign-reference.js';

const guide = readFileSync(join(repositoryRoot(), 'docs', 'campaign-file.md'), 'utf8');
const example = /```yaml\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';

/** The line of the first occurrence, counted from 1. */
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

describe('docs/campaign-file.md', () => {
  it('shows an example that is valid as it stands', () => {
    const { file, findings } = validateCampaignText(example);
    expect(findings).toEqual([]);
    expect(file?.id).toBe('xa-mau-duong-hoa-2026');
  });

  test.each([
    ['a missing field', 'adoptedOn: 2026-01-15', 'adoptdOn: 2026-01-15', 'adoptdOn', 'FIELD_UNKNOWN'],
    ['a wrong value', 'kind: thematic', 'kind: themtic', 'kind', 'VALUE_INVALID'],
    [
      'a duty without a question',
      'about: obligation:bao-cao',
      'about: criteria',
      'obligations.2.due',
      'UNDATED_WITHOUT_QUESTION',
    ],
    ['a mode that does not fit', 'mode: undated', 'mode: recurring', 'obligations.2.due', 'MODE_DUE_MISMATCH'],
    ['an unproved duty', ', proves: [tuyen-truyen]', '', 'obligations.3', 'CONTINUOUS_UNPROVED'],
    ['a round without guidance', '    guidance: huong-dan-khen-thuong\n', '', 'rounds.0', 'GUIDANCE_MISSING'],
    ['a date after the end', 'to: 2026-12-15', 'to: 2027-12-15', 'reviews.0.window', 'DUE_OUTSIDE_PERIOD'],
    [
      'a choice that leads to an error',
      "sets: { due: { kind: 'on', date: 2026-12-10 } }",
      "sets: { due: { kind: 'on', date: 2027-12-10 } }",
      'openQuestions.0.choices.1.sets',
      'CHOICE_LEADS_TO_ERROR',
    ],
  ])('%s: validate names line, field, reason and way out', (_what, from, to, field, code) => {
    expect(example).toContain(from);
    const { findings } = validateCampaignText(example.replace(from, to));
    const found = findings.find((finding) => finding.code === code);
    expect(found?.field).toBe(field);
    expect(found?.line).toBeGreaterThan(0);
    expect(Math.abs((found?.line ?? 0) - lineOf(example, from))).toBeLessThan(60);
    for (const text of [found?.messageVi, found?.messageEn, found?.wayOut.vi, found?.wayOut.en])
      expect(text ?? '').not.toBe('');
  });
});
