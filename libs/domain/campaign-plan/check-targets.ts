import { formatVi } from '../calendar/local-date.js';
import { parseVietnameseNumber, parseVietnameseRatio } from '../targets/vietnamese-number.js';
import type { CampaignFile } from './campaign.js';
import { type Finding, type FindingCode, type FindingPath, finding } from './finding.js';
import { periodOf } from './period.js';
import type { Target, TargetPoint } from './targets.js';

/**
 * Everything wrong with the targets of a campaign beyond the form of their fields. What the document leaves unclear is
 * an error only while no open question asks about it: nothing is guessed and nothing is corrected. Pure.
 */
export function checkTargets(file: CampaignFile): readonly Finding[] {
  return file.targets.flatMap((target, i) => {
    const path = ['targets', i];
    const isAsked = file.openQuestions.some(({ about }) => about === `target:${target.key}`);
    return [
      ...(isAsked ? [] : unclear(target, path)),
      ...checkPoints(file, target, path, isAsked),
      ...checkFamily(file, target, path, isAsked),
    ];
  });
}

const hasNumber = ({ points }: Target): boolean => points.some(({ value }) => value !== undefined);

/** What somebody has to say before a result can be judged. */
function unclear(target: Target, path: FindingPath): readonly Finding[] {
  const about = `target:${target.key}`;
  const say = (code: FindingCode, field: string, isWrong: boolean): readonly Finding[] =>
    isWrong ? [finding(code, [...path, field], target.key, about)] : [];
  const { comparison, unit, per, measures, mode, tolerancePercent, document } = target;
  const isMeasured = hasNumber(target);
  return [
    ...say('TARGET_MODE_UNSET', 'mode', mode === 'unset'),
    ...say('TARGET_COMPARISON_UNSET', 'comparison', isMeasured && comparison === undefined),
    ...say('TARGET_UNIT_MISSING', 'unit', isMeasured && unit === undefined),
    ...say('TARGET_UNIT_MISSING', 'per', per !== undefined && per.unit === undefined),
    ...say('TARGET_MEASURE_UNSET', 'measures', measures === 'unset'),
    ...say('TARGET_VALUE_MISSING', 'points', unit !== undefined && !isMeasured && document === undefined),
    ...say('TARGET_TOLERANCE_MISSING', 'tolerancePercent', comparison === 'about' && tolerancePercent === undefined),
    ...say('TARGET_WORDS_CONTRADICT', 'comparison', contradictsItself(target)),
    ...implausible(target, path),
  ];
}

/** "trên 17 tiêu chí trở lên": more than seventeen, or seventeen and more? */
const contradictsItself = ({ quotes, text }: Target): boolean =>
  [...(quotes ?? []), text.vi].some((words) => /trên\s+[\d.,]*\d[^;.]*trở\s+lên/iu.test(words));

/** No plan speaks of a sum of money below this: "789,53 đồng" has lost its "tỷ". A product default; it only asks. */
const LEAST_PLAUSIBLE_DONG = 1000;

function implausible({ key, unit, scale, per, points }: Target, path: FindingPath): readonly Finding[] {
  const isDong = /^(đồng|vnd|vnđ)\b/iu.test(scale?.base ?? unit ?? '') || unit === 'đồng';
  if (!isDong || per !== undefined) return [];
  return points.flatMap(({ value }, n) =>
    value !== undefined && value !== 0 && Math.abs(value) * (scale?.factor ?? 1) < LEAST_PLAUSIBLE_DONG
      ? [finding('TARGET_IMPLAUSIBLE', [...path, 'points', n, 'value'], key, `${value} ${unit ?? ''}`)]
      : [],
  );
}

function checkPoints(file: CampaignFile, target: Target, path: FindingPath, isAsked: boolean): readonly Finding[] {
  const end = periodOf(file).to;
  const names = target.points.map(({ due, unitId }) => `${due} ${unitId ?? ''}`.trim());
  return target.points.flatMap((point, n) => {
    const at = [...path, 'points', n];
    const { value, due } = point;
    const ratio = isAsked ? undefined : ratioProblem(point);
    return [
      ...(due > end ? [finding('DUE_OUTSIDE_PERIOD', [...at, 'due'], formatVi(due), formatVi(end))] : []),
      ...(names.indexOf(names[n] ?? '') < n ? [finding('TARGET_POINT_TWICE', at, target.key, names[n])] : []),
      ...(readsAs(point) ? [] : [finding('TARGET_NUMBER_DIFFERS', [...at, 'printed'], point.printed, String(value))]),
      ...(ratio === undefined ? [] : [finding('TARGET_RATIO_DIFFERS', at, target.key, ratio)]),
      ...(target.comparison === 'zero' && value !== undefined && value !== 0
        ? [finding('TARGET_ZERO_VALUE', [...at, 'value'], target.key, String(value))]
        : []),
    ];
  });
}

function readsAs({ printed, value, of }: TargetPoint): boolean {
  if (printed === undefined) return true;
  if (!printed.includes('/')) return parseVietnameseNumber(printed) === value;
  const ratio = parseVietnameseRatio(printed);
  return ratio !== undefined && ratio.value === value && ratio.of === of;
}

/** x of y cannot be above y, and is the percentage printed beside it, as exactly as that is printed. */
function ratioProblem({ value, of, percent }: TargetPoint): string | undefined {
  if (value === undefined || of === undefined) return undefined;
  if (of <= 0 || value > of) return `${value}/${of}`;
  if (percent === undefined) return undefined;
  const decimals = String(percent).split('.')[1]?.length ?? 0;
  const isClose = Math.abs((value / of) * 100 - percent) <= 0.5 * 10 ** -decimals + 1e-9;
  return isClose ? undefined : `${value}/${of} ≠ ${percent} %`;
}

function checkFamily(file: CampaignFile, target: Target, path: FindingPath, isAsked: boolean): readonly Finding[] {
  const parent = file.targets.find(({ key }) => key === target.parent);
  const total = file.targets.find(({ key }) => key === target.sumsTo);
  const differs = total === undefined || isAsked ? undefined : reconcile(target, total);
  return [
    ...(isOwnPart(file, target) ? [finding('TARGET_OWN_PARENT', [...path, 'parent'], target.key)] : []),
    ...(parent === undefined || isAsked ? [] : abovePoints(target, parent, path)),
    ...(differs === undefined ? [] : [finding('TARGET_NOT_RECONCILED', [...path, 'sumsTo'], target.key, differs)]),
  ];
}

function isOwnPart({ targets }: CampaignFile, target: Target): boolean {
  const seen = new Set<string>();
  for (let next = target.parent; next !== undefined && !seen.has(next);) {
    if (next === target.key) return true;
    seen.add(next);
    next = targets.find(({ key }) => key === next)?.parent;
  }
  return false;
}

const comparable = (one: Target, other: Target): boolean => one.unit === other.unit && one.mode === other.mode;

function abovePoints(part: Target, whole: Target, path: FindingPath): readonly Finding[] {
  if (!comparable(part, whole)) return [];
  return part.points.flatMap(({ due, unitId, value }, n) => {
    const of = whole.points.find((point) => point.due === due && point.unitId === unitId)?.value;
    return value !== undefined && of !== undefined && value > of
      ? [finding('TARGET_ABOVE_PARENT', [...path, 'points', n, 'value'], part.key, whole.key)]
      : [];
  });
}

/**
 * Increments up to a day, and what there was before, give the total wanted by that day. Without a baseline they may not
 * be above it, and all totals must leave the same beginning. Undefined when they agree.
 */
export function reconcile(increments: Target, total: Target): string | undefined {
  let begin = total.baseline?.value;
  for (const { due, value } of total.points) {
    if (value === undefined) continue;
    const added = increments.points.reduce((sum, point) => sum + (point.due <= due ? (point.value ?? 0) : 0), 0);
    const before = value - added;
    if (before < 0 || (begin !== undefined && before !== begin))
      return `${begin ?? 0} + ${added} ≠ ${value} (${formatVi(due)})`;
    begin = before;
  }
  return undefined;
}
