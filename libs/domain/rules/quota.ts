import type { EligibilityFacts } from './facts.js';
import type { QuotaRow } from './rows.js';
import { settle, truthOf, type Answer } from './truth.js';

/** How many may be given at most; undefined where the share or a number is not known. Whole numbers, no binary fractions. */
export function mostAllowed(
  { percent, ofAwards, rounding }: QuotaRow,
  counts: Readonly<Record<string, number>>,
): number | undefined {
  if (percent === undefined || ofAwards.every((award) => counts[award] === undefined)) return undefined;
  const base = ofAwards.reduce((sum, award) => sum + (counts[award] ?? 0), 0);
  // In hundredths of the share, so that 12.5 % stays exact.
  const [whole, rest] = [Math.round(percent * 100) * base, 10_000];
  const down = Math.floor(whole / rest);
  if (rounding === 'down') return down;
  if (rounding === 'up') return Math.ceil(whole / rest);
  return down + (whole % rest >= rest / 2 ? 1 : 0);
}

/** Whether the number proposed, this nomination included, stays within the quota. */
export function withinQuota(row: QuotaRow, { counts = {} }: EligibilityFacts): Answer {
  const proposed = counts[row.award];
  const most = mostAllowed(row, counts);
  const names = [row.award, ...row.ofAwards];
  return settle({
    truth: most === undefined || proposed === undefined ? 'unknown' : truthOf(proposed <= most),
    used: names.map((award) => ({
      fact: `counts.${award}`,
      ...(counts[award] === undefined ? {} : { value: counts[award] }),
    })),
    missing:
      row.percent === undefined ? [] : [`counts.${row.award}`, ...row.ofAwards.map((award) => `counts.${award}`)],
  });
}
