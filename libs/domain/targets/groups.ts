import type { LocalDate } from '../calendar/local-date.js';
import type { Target } from '../campaign-plan/targets.js';
import { combine, comparable, totalOf } from './measure.js';
import type { TargetResult } from './result.js';

/** Units that ended: who has taken over, and since which day. */
export type Ended = Readonly<Record<string, { readonly to: string; readonly on: string }>>;

/** The figures of one unit, or those compiled for the whole. */
export interface Group {
  readonly unitId: string;
  readonly results: readonly TargetResult[];
}

export function byUnit(results: readonly TargetResult[]): readonly Group[] {
  const groups = new Map<string, TargetResult[]>();
  for (const result of results) {
    const key = result.scope === 'whole' ? '' : result.unitId;
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups].map(([unitId, own]) => ({ unitId, results: own }));
}

/** What is put together for one scope. */
export interface Measuring {
  readonly groups: readonly Group[];
  /** What there was before: counts once, and not where a total that was reported has it already. */
  readonly begin: number;
  readonly ended: Ended;
}

/** The figure of the scope by a day; undefined when nothing was reported by then, or nothing adds up. */
export function totalBy(target: Target, day: LocalDate, { groups, begin, ended }: Measuring): number | undefined {
  const known = groups
    .map(({ unitId, results }) => ({ unitId, results: results.filter(({ on }) => on <= day) }))
    .filter(({ results }) => results.length > 0);
  const hasTotal = known.some(({ results }) => results.some(({ counts }) => counts === 'total'));
  const reached = known
    .filter((group) => !isInSuccessor(group, known, ended))
    .flatMap(({ results }) => totalOf(results, day, 0) ?? []);
  const total = combine(target, reached);
  if (total === undefined) return undefined;
  return comparable(target, hasTotal ? total : { ...total, value: total.value + begin });
}

/** A total of who took a unit over, for a later day, has the figures of that unit in it. */
function isInSuccessor({ unitId, results }: Group, known: readonly Group[], ended: Ended): boolean {
  const last = results.reduce((latest, { on }) => (on > latest ? on : latest), '');
  const seen = new Set<string>();
  for (let heir = ended[unitId]?.to; heir !== undefined && !seen.has(heir); heir = ended[heir]?.to) {
    seen.add(heir);
    const taken = known.find((group) => group.unitId === heir);
    if (taken?.results.some(({ counts, on }) => counts === 'total' && on > last) === true) return true;
  }
  return false;
}
