import { procedureOf, type ProcedureInquiry } from './authority.js';
import type { RuleBook, VoteRow } from './rows.js';

/** What the tellers of a council counted about one nomination. */
export interface VoteCount {
  readonly members: number;
  readonly present: number;
  readonly inFavour: number;
}

/** One threshold of the rules held against a count. */
export interface VoteJudged {
  readonly row: string;
  readonly percent: number;
  readonly base: 'all-members' | 'present';
  readonly met: boolean;
  /** The row was verified; else it only advises. */
  readonly binding: boolean;
}

/** Whether a count reaches the threshold of a row; undefined where the row names none, or nobody knows of what. */
export function reachesThreshold({ percent, base }: VoteRow, count: VoteCount): boolean | undefined {
  if (percent === undefined || base === undefined) return undefined;
  // Whole numbers on both sides: 90 % of 10 is exactly 9, and 8 of 9 are not enough.
  return count.inFavour * 100 >= percent * (base === 'all-members' ? count.members : count.present);
}

/** Every threshold of the day that speaks of the award; those of the central council are not ours to count. */
export function judgeVote(book: RuleBook, inquiry: ProcedureInquiry, count: VoteCount): readonly VoteJudged[] {
  return (procedureOf(book, inquiry)?.vote ?? []).flatMap(({ row, binding }): VoteJudged[] => {
    const met = row.council === 'central' ? undefined : reachesThreshold(row, count);
    const { percent, base } = row;
    return met === undefined || percent === undefined || base === undefined
      ? []
      : [{ row: row.id, percent, base, met, binding }];
  });
}
