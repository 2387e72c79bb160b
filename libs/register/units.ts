import { fold } from '../domain/award-history/import/fold.js';
import type { UnitState } from '../domain/organisation/unit.stream.js';
import type { Queryable } from '../persistence/pg.js';

/** Units by what they are or were called; several may share a name, or have had it one after the other. */
export class UnitNames {
  private readonly byName = new Map<string, { readonly id: string; readonly state: UnitState }[]>();

  constructor(rows: readonly { readonly id: string; readonly state: UnitState }[]) {
    for (const row of rows) {
      const { name, shortName, formerNames = [] } = row.state;
      const names = [name.vi, name.en, shortName, ...formerNames.flatMap((one) => [one.name.vi, one.shortName])];
      for (const text of new Set(names.flatMap((one) => (one === undefined ? [] : [fold(one)]))))
        this.byName.set(text, [...(this.byName.get(text) ?? []), row]);
    }
  }

  static async of(db: Queryable): Promise<UnitNames> {
    const { rows } = await db.query<{ id: string; state: UnitState }>({
      text: 'select id, state from read_unit order by id',
    });
    return new UnitNames(rows);
  }

  /** The one unit of that name on that day; undefined where there is none, or more than one. */
  find(name: string, day: string): string | undefined {
    const found = this.byName.get(fold(name)) ?? [];
    const then = found.filter(
      ({ state }) => state.validFrom <= day && (state.validTo === undefined || day <= state.validTo),
    );
    const meant = then.length > 0 ? then : found;
    return meant.length === 1 ? meant[0]?.id : undefined;
  }
}
