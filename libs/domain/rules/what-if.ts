import type { LocalDate } from '../calendar/local-date.js';
import type { EligibilityFacts } from './facts.js';
import { packById } from './pack.js';
import type { RuleBook } from './rows.js';
import { order } from './truth.js';
import { basisText } from './verdict-words.js';
import { evaluate, type RuleOutcome, type Verdict, type VerdictOutcome } from './verdict.js';

/** One nomination with the day whose rules it is judged by, and what is known of it. */
export interface WhatIfCase {
  readonly id: string;
  readonly award: string;
  readonly on: LocalDate;
  readonly facts: EligibilityFacts;
  readonly localities?: readonly string[] | undefined;
}

/** The other rules: another pack, or those of another day. */
export interface OtherRules {
  readonly pack?: string | undefined;
  readonly on?: LocalDate | undefined;
}

/** A rule by which the answer changes, as it is told before or after. */
export interface DecidingRule {
  readonly row: string;
  readonly article: string;
  readonly status: RuleOutcome['status'];
}

export interface WhatIfChange {
  readonly id: string;
  readonly award: string;
  readonly before: VerdictOutcome;
  readonly after: VerdictOutcome;
  readonly change: 'gains' | 'loses';
  readonly by: readonly DecidingRule[];
}

export interface WhatIfReport {
  readonly total: number;
  readonly gains: number;
  readonly loses: number;
  readonly same: number;
  /** No rules for the day of the nomination: nothing to compare. */
  readonly unjudged: number;
  readonly changes: readonly WhatIfChange[];
  /** How many gain or lose by each rule. */
  readonly byRule: readonly {
    readonly row: string;
    readonly article: string;
    readonly gains: number;
    readonly loses: number;
  }[];
}

const RANK: Readonly<Record<VerdictOutcome, number>> = { 'not-eligible': 0, undetermined: 1, eligible: 2 };

/** Collects the answers of any number of nominations, a page at a time; `most` changes are kept one by one. */
export class WhatIf {
  private readonly counts = { total: 0, gains: 0, loses: 0, same: 0, unjudged: 0 };
  private readonly changes: WhatIfChange[] = [];
  private readonly byRule = new Map<string, { row: string; article: string; gains: number; loses: number }>();

  constructor(
    private readonly book: RuleBook,
    private readonly other: OtherRules,
    private readonly most: number,
  ) {}

  /** Whether the other rules can be asked for at all. */
  isKnown(): boolean {
    return this.other.pack === undefined || packById(this.book, this.other.pack) !== undefined;
  }

  /** Judges one nomination by both; pure arithmetic over what it is given. */
  add({ id, award, on, facts, localities }: WhatIfCase): void {
    const inquiry = { award, facts, localities };
    const before = evaluate(this.book, { ...inquiry, on });
    const after = evaluate(this.book, { ...inquiry, on: this.other.on ?? on, pack: this.other.pack });
    this.counts.total += 1;
    if (before === undefined || after === undefined) {
      this.counts.unjudged += 1;
      return;
    }
    const difference = RANK[after.outcome] - RANK[before.outcome];
    if (difference === 0) {
      this.counts.same += 1;
      return;
    }
    const change = difference > 0 ? 'gains' : 'loses';
    const by = this.deciding(change === 'gains' ? before : after, change === 'gains' ? after : before);
    this.counts[change] += 1;
    for (const { row, article } of by) {
      const counted = this.byRule.get(row) ?? { row, article, gains: 0, loses: 0 };
      counted[change] += 1;
      this.byRule.set(row, counted);
    }
    if (this.changes.length < this.most)
      this.changes.push({ id, award, before: before.outcome, after: after.outcome, change, by });
  }

  /** Rules of the worse verdict that stand in the way there and not in the better one. */
  private deciding(worse: Verdict, better: Verdict): readonly DecidingRule[] {
    const open = new Set(better.rules.filter(standsInTheWay).map(({ row }) => row));
    return worse.rules
      .filter((rule) => standsInTheWay(rule) && !open.has(rule.row))
      .map((rule) => ({ row: rule.row, article: basisText(this.book, rule), status: rule.status }));
  }

  report(): WhatIfReport {
    return {
      ...this.counts,
      changes: [...this.changes].sort((a, b) => order(a.id, b.id)),
      byRule: [...this.byRule.values()].sort((a, b) => b.loses + b.gains - (a.loses + a.gains) || order(a.row, b.row)),
    };
  }
}

const standsInTheWay = (rule: RuleOutcome): boolean =>
  rule.status === 'failed' || rule.status === 'unknown' || (rule.status === 'advisory' && rule.would === 'failed');
