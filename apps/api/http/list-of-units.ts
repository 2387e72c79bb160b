import type { World } from '../../../libs/ledger/worlds.js';
import { namesIn, type Names } from '../../../libs/history/names.js';
import type { Page } from './cursor.js';
import { list, type Listed, type ListRequest } from './list.js';

/** What a unit has under a campaign. */
export interface OfUnit extends Listed {
  readonly campaign_id: string;
  readonly unit_id: string;
}

/** One page of what units have under campaigns, each row shown with the names of both. */
export function listOfUnits<R extends OfUnit, T>(
  world: World,
  request: ListRequest,
  show: (row: R, names: Names) => T,
): Promise<Page<T>> {
  return list(world, request, async (rows: readonly R[]) => {
    const names = await namesIn(world, {
      units: rows.map((row) => row.unit_id),
      campaigns: rows.map((row) => row.campaign_id),
    });
    return rows.map((row) => show(row, names));
  });
}
