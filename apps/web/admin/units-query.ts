import { queryOptions } from '@tanstack/react-query';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import { UNIT_TYPES, type SuccessionKind, type UnitType } from '../../../libs/domain/campaign-plan/vocabulary.js';
import { foldText, seeking } from '../../../libs/domain/core/fold-text.js';
import type { NamedUnit, Page } from '../shared/api/answers.js';
import { address, request } from '../shared/api/client.js';

export interface UnitListed {
  readonly id: string;
  readonly type: UnitType;
  readonly name: Bilingual;
  readonly parent: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly external: boolean;
  readonly succeededBy: string | null;
  readonly planned: boolean;
}

export interface UnitDetail {
  readonly id: string;
  readonly type: UnitType;
  readonly name: Bilingual;
  readonly shortName?: string;
  readonly parent?: string;
  readonly validFrom: string;
  readonly validTo?: string;
  readonly external?: boolean;
  readonly confidence: string;
  readonly successors: readonly { readonly to: string; readonly kind: string; readonly on: string }[];
  readonly formerNames?: readonly { readonly name: Bilingual; readonly until: string }[];
  readonly succession?: {
    readonly to: string;
    readonly others: readonly string[];
    readonly kind: SuccessionKind;
    readonly on: string;
    readonly document: { readonly number: string; readonly date: string };
  };
}

export interface SuccessionShown {
  readonly unit: NamedUnit;
  readonly planned: readonly { readonly to: NamedUnit; readonly kind: string; readonly on: string }[];
  readonly carriedOut: {
    readonly to: NamedUnit;
    readonly others: readonly NamedUnit[];
    readonly kind: SuccessionKind;
    readonly on: string;
    readonly document: { readonly number: string; readonly date: string };
  } | null;
  readonly waiting: number;
}

/** A province has some hundreds of units: all of a day are read, page by page, and kept. */
export const unitsOnQuery = (on: string | undefined) =>
  queryOptions({
    queryKey: ['units', on],
    queryFn: ({ signal }) => everyUnit(on, signal),
    staleTime: 60_000,
    meta: { follows: { kinds: ['unit'] } },
  });

async function everyUnit(on: string | undefined, signal: AbortSignal): Promise<readonly UnitListed[]> {
  const units: UnitListed[] = [];
  let cursor: string | undefined;
  do {
    const page = await request<Page<UnitListed>>(address('/api/v1/units', { on, limit: 200, cursor }), { signal });
    units.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return units;
}

export const unitPath = (id: string, part = ''): string => `/api/v1/units/${encodeURIComponent(id)}${part}`;

export const unitQuery = (id: string) =>
  queryOptions({
    queryKey: ['unit', id],
    queryFn: ({ signal }) => request<UnitDetail>(unitPath(id), { signal }),
    meta: { follows: { ids: [id] } },
  });

export const successionsQuery = queryOptions({
  queryKey: ['successions'],
  queryFn: ({ signal }) => request<Page<SuccessionShown>>(address('/api/v1/successions', { limit: 200 }), { signal }),
  meta: { follows: { kinds: ['unit', 'campaign'] } },
});

/** A unit with how deep it stands in the tree. */
export interface Branch {
  readonly unit: UnitListed;
  readonly depth: number;
}

/**
 * The tree from its roots, those of one parent by rank and name. A unit whose parent is not there on that day is a root; a
 * search keeps what mentions it together with everything above it.
 */
export function treeOf(units: readonly UnitListed[], search: string): readonly Branch[] {
  const known = new Map(units.map((unit) => [unit.id, unit]));
  const wanted: { has(id: string): boolean } = foldText(search) === '' ? known : mentioned(units, known, search);
  const below = new Map<string, UnitListed[]>();
  for (const unit of units) {
    if (!wanted.has(unit.id)) continue;
    const parent = unit.parent !== null && known.has(unit.parent) ? unit.parent : '';
    below.set(parent, [...(below.get(parent) ?? []), unit]);
  }
  const grow = (parent: string, depth: number): readonly Branch[] =>
    (below.get(parent) ?? [])
      .sort(byRank)
      .flatMap((unit) => [{ unit, depth }, ...(depth < DEEPEST ? grow(unit.id, depth + 1) : [])]);
  return grow('', 0);
}

/** As an organisation chart has it: those who belong to the province first, higher kinds before lower ones, then by name. */
const byRank = (a: UnitListed, b: UnitListed): number =>
  Number(a.external) - Number(b.external) ||
  UNIT_TYPES.indexOf(a.type) - UNIT_TYPES.indexOf(b.type) ||
  a.name.vi.localeCompare(b.name.vi, 'vi');

/** No administration is deeper; two units that are each other's parent must not be followed for ever. */
const DEEPEST = 12;

/** Units the words speak of, with everything above them. */
function mentioned(
  units: readonly UnitListed[],
  known: ReadonlyMap<string, UnitListed>,
  search: string,
): ReadonlySet<string> {
  const wanted = new Set<string>();
  const speaks = seeking(search);
  for (const unit of units) {
    if (!speaks([unit.name.vi, unit.name.en, unit.id])) continue;
    let at: UnitListed | undefined = unit;
    while (at !== undefined && !wanted.has(at.id)) {
      wanted.add(at.id);
      at = at.parent === null ? undefined : known.get(at.parent);
    }
  }
  return wanted;
}
