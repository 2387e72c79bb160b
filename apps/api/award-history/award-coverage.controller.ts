import { Controller, Get } from '@nestjs/common';
import type { RegisterCoverage } from '../../../libs/domain/organisation/unit.stream.js';
import { namesIn } from '../../../libs/history/names.js';
import { By } from '../http/act.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';

interface CoveredRow {
  readonly id: string;
  readonly covers: RegisterCoverage;
}
interface EntriesRow {
  readonly unit_id: string | null;
  readonly year: number;
  readonly entries: number;
}

/** What the register of awards holds: how many entries of which unit and year, and where somebody vouches for it. */
@Controller('api/v1')
export class AwardCoverageController {
  @Get('register-coverage')
  @Reads(
    'register.read',
    'Entries of the award register by unit and year, and the years of which a named person says that it is whole.',
  )
  async coverage(@By() by: SignedIn) {
    const [entries, covered] = await Promise.all([
      by.world.pool.query<EntriesRow>({
        name: 'register-entries',
        text: `select unit_id, year, count(*)::int as entries from read_award
          where status <> 'removed' and what <> 'freeze' group by unit_id, year order by unit_id, year`,
      }),
      by.world.pool.query<CoveredRow>({
        name: 'register-covered',
        text: `select id, state -> 'registerCovers' as covers from read_unit
          where state -> 'registerCovers' is not null order by id`,
      }),
    ]);
    const covers = new Map(covered.rows.map((row) => [row.id, row.covers]));
    const years = new Map<string, { readonly year: number; readonly entries: number }[]>();
    for (const { unit_id: unitId, year, entries: count } of entries.rows) {
      const known = years.get(unitId ?? '') ?? [];
      years.set(unitId ?? '', [...known, { year, entries: count }]);
    }
    const ids = [...new Set([...covers.keys(), ...years.keys()])].sort();
    const names = await namesIn(by.world, { units: ids });
    return {
      items: ids.map((id) => ({
        /** Null for entries of nobody's unit: a file may not say where somebody worked. */
        unit: id === '' ? null : names.unit(id),
        covers: covers.get(id) ?? null,
        years: years.get(id) ?? [],
      })),
    };
  }
}
