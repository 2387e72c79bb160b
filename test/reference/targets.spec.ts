import { describe, expect, test } from '@jest/globals';
import { dataFile } from '../../libs/config/paths.js';
import type { CampaignFile } from '../../libs/domain/campaign-plan/campaign.js';
import { settleAnswers } from '../../libs/domain/campaign-plan/settle-answers.js';
import type { Target } from '../../libs/domain/campaign-plan/targets.js';
import { evaluateTarget, type Evaluating, type Standing } from '../../libs/domain/targets/evaluate.js';
import type { TargetResult } from '../../libs/domain/targets/result.js';
import { parseVietnameseNumber } from '../../libs/domain/targets/vietnamese-number.js';
import { validateCampaignFile } from '../../libs/reference/campaign-reference.js';

/** The plans as they ship, with results somebody could report. */
function plan(name: string): CampaignFile {
  const { file, findings } = validateCampaignFile(dataFile('campaigns', `${name}.yaml`));
  if (file === undefined) throw new Error(findings.map(({ field, messageEn }) => `${field}: ${messageEn}`).join('\n'));
  return file;
}

function targetOf({ targets }: CampaignFile, key: string): Target {
  const target = targets.find((one) => one.key === key);
  if (target === undefined) throw new Error(`no target ${key}`);
  return target;
}

const at = (target: string, on: TargetResult['on'], value: number, more: Partial<TargetResult> = {}): TargetResult => ({
  target,
  unitId: 'so',
  scope: 'whole',
  on,
  counts: 'total',
  value,
  at: 0,
  ...more,
});
const judge = (target: Target, results: readonly TargetResult[], more: Partial<Evaluating> = {}): readonly Standing[] =>
  evaluateTarget(target, { results, asOf: '2031-01-01', ...more }).points;
const pointsOf = (standings: readonly Standing[]): readonly (readonly unknown[])[] =>
  standings.map(({ reached, gap, verdict }) => [reached, gap, verdict]);

describe('the plans as they ship', () => {
  test('X05 S2-20 S2-22 S2-23 Bình Phước: each answer to the open question leaves another gap', () => {
    const file = plan('binh-phuoc-hop-tac-xa-2021-2030');
    const question = file.openQuestions.find(({ about }) => about === 'target:ho-tro-hop-tac-xa');
    const gaps = (question?.choices ?? []).flatMap(({ key, sets }) => {
      if (question === undefined || sets?.target?.mode === undefined) return [];
      const target = targetOf(settleAnswers(file, { [question.id]: { choice: key } }), 'ho-tro-hop-tac-xa');
      const results = [at(target.key, '2025-12-31', 10), at(target.key, '2030-12-31', 20)];
      return [[sets.target.mode, judge(target, results).map(({ gap }) => gap)]];
    });
    expect(Object.fromEntries(gaps)).toEqual({ cumulative: [0, 0], incremental: [0, 10] });
    const unset = judge(targetOf(file, 'ho-tro-hop-tac-xa'), [at('ho-tro-hop-tac-xa', '2025-12-31', 10)]);
    expect(unset.map(({ why }) => why)).toEqual(['mode-unset', 'mode-unset']);
  });

  test('S3-27 S3-28 S3-29 S3-30 S3-31 S3-33 S3-37 Mỹ Tú: every printed number reads as the value that is judged', () => {
    const printed = plan('my-tu-thi-dua-2023').targets.flatMap(({ key, points }) =>
      points.flatMap((point) => (point.printed === undefined ? [] : [{ key, ...point, printed: point.printed }])),
    );
    expect(printed.length).toBeGreaterThan(10);
    for (const { key, value, printed: text } of printed)
      expect({ key, value: parseVietnameseNumber(text) }).toEqual({ key, value });
  });

  test('S3-32 S3-34 S3-36 Mỹ Tú: what the document leaves unclear is judged only as a person reads it', () => {
    const file = plan('my-tu-thi-dua-2023');
    const read = (target: string, choice: string): Target => {
      const question = file.openQuestions.find(({ about }) => about === `target:${target}`);
      return targetOf(settleAnswers(file, { [question?.id ?? '']: { choice } }), target);
    };
    const chosen = file.openQuestions.flatMap(({ about, choices }) =>
      choices.flatMap(({ key, sets }) =>
        sets?.target === undefined || about === undefined ? [] : [{ target: about.slice('target:'.length), key, sets }],
      ),
    );
    for (const { target, key, sets } of chosen) {
      const { perUnit: _, ...reading } = sets.target ?? {};
      expect(read(target, key)).toMatchObject(reading);
    }
    const more = chosen.find(({ sets }) => sets.target?.comparison === 'more-than');
    const from = chosen.find(({ sets, target }) => sets.target?.comparison === 'at-least' && target === more?.target);
    const seventeen = (choice: typeof more): unknown => {
      const target = read(choice?.target ?? '', choice?.key ?? '');
      return judge(target, [at(target.key, '2023-12-31', 17)])[0]?.verdict;
    };
    expect([seventeen(more), seventeen(from)]).toEqual(['not-met', 'met']);
  });

  test('X08 S4-06 S4-08 S4-09 S4-10 Trà Vinh: 2 and 1 more districts make 9 of 9, 100 %', () => {
    const file = plan('tra-vinh-nong-thon-moi-2021-2025');
    const added = (target: string): readonly TargetResult[] => [
      at(target, '2022-12-31', 2, { counts: 'added' }),
      at(target, '2023-12-31', 1, { counts: 'added' }),
    ];
    expect(pointsOf(judge(targetOf(file, 'huyen-dat-chuan-them'), added('huyen-dat-chuan-them')))).toEqual([
      [2, 0, 'met'],
      [1, 0, 'met'],
    ]);
    expect(judge(targetOf(file, 'huyen-dat-chuan'), added('huyen-dat-chuan'))).toMatchObject([
      { reached: 9, of: 9, percent: 100, verdict: 'met' },
    ]);
    const communes = [at('xa-dat-chuan-them', '2022-12-31', 3, { counts: 'added' })];
    expect(judge(targetOf(file, 'xa-dat-chuan-them'), communes)[0]?.verdict).toBe('met');
  });

  test('X08 S4-12 S4-14 S4-16 S4-17 Trà Vinh: yearly steps of one share, and a stretch that fails nothing', () => {
    const file = plan('tra-vinh-nong-thon-moi-2021-2025');
    const steps = ([2023, 2024, 2025] as const).map((year, i) =>
      at('ty-le-xa-nang-cao', `${year}-12-31`, [43, 50, 60][i] ?? 0, { of: 85 }),
    );
    expect(judge(targetOf(file, 'ty-le-xa-nang-cao'), steps).map(({ verdict }) => verdict)).toEqual([
      'met',
      'not-met',
      'met',
    ]);
    const model = judge(targetOf(file, 'huyen-kieu-mau'), [at('huyen-kieu-mau', '2025-12-31', 0)]);
    expect(model).toMatchObject([{ verdict: 'not-met', stretch: true }]);
  });

  test('X08 S4-11 S4-13 S4-15 S4-18 Trà Vinh: named districts, and what is due after the level ended waits for a person', () => {
    const target = targetOf(plan('tra-vinh-nong-thon-moi-2021-2025'), 'huyen-nang-cao');
    const one = (unitId: string, on: TargetResult['on']): TargetResult =>
      at(target.key, on, 1, { unitId, scope: 'unit' });
    const results = [one('ubnd-cau-ke-tv', '2023-12-31'), one('ubnd-tieu-can-tv', '2024-12-31')];
    const ended = Object.fromEntries(
      target.points.flatMap(({ unitId }) =>
        unitId === undefined ? [] : [[unitId, { to: 'vinh-long', on: '2025-07-01' }]],
      ),
    );
    expect(judge(target, results, { ended }).map(({ verdict, why }) => why ?? verdict)).toEqual([
      'met',
      'met',
      'unit-ended',
    ]);
    const point = '2025-12-31/ubnd-cang-long-tv';
    const based = (disposition: 'rescoped' | 'not-assessable', value?: number): Standing | undefined =>
      judge(target, [...results, one('xa-cang-long', '2025-12-31')], {
        ended,
        adjustments: [
          { target: target.key, point, disposition, ...(value === undefined ? {} : { value, unitId: 'xa-cang-long' }) },
        ],
      }).at(-1);
    expect(based('rescoped', 1)).toMatchObject({ unitId: 'xa-cang-long', verdict: 'met' });
    expect(based('not-assessable')).toMatchObject({ verdict: 'not-assessable', why: 'closed' });
  });
});
