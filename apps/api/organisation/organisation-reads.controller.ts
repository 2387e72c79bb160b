import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import { UNIT_TYPES } from '../../../libs/domain/campaign-plan/vocabulary.js';
import type { PersonState } from '../../../libs/domain/organisation/person.stream.js';
import { seeking } from '../../../libs/domain/core/fold-text.js';
import { factsOf } from '../../../libs/history/fact-rows.js';
import { namedIn, tell } from '../../../libs/history/history-entry.js';
import { namesIn } from '../../../libs/history/names.js';
import { By } from '../http/act.js';
import { pathId } from '../http/command-body.js';
import { paging } from '../http/cursor.js';
import { list, type Listed } from '../http/list.js';
import { notFound } from '../http/problem.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';

const unitsQuery = z.strictObject({
  ...paging,
  on: z.iso.date().optional().describe('Units that exist on that day; today if left out.'),
  type: z.enum(UNIT_TYPES).optional(),
  parent: z.string().max(240).optional(),
  q: z.string().trim().max(120).optional().describe('Part of the name.'),
});
const personsQuery = z.strictObject({
  ...paging,
  unit: z.string().max(240).optional(),
  role: z.string().max(60).optional(),
  q: z.string().trim().max(120).optional().describe('Words of the name; a page may be short and still have a `next`.'),
});

interface UnitRow extends Listed {
  readonly type: string;
  readonly name: Bilingual;
  readonly parent_id: string | null;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly external: boolean;
  readonly succeeded_by: string | null;
  readonly planned: boolean;
}
interface PersonRow extends Listed {
  readonly state: PersonState;
}

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Units and people: who is who on a day. */
@Controller('api/v1')
export class OrganisationReadsController {
  @Get('units')
  @Reads('work.read', 'Units that exist on a day.')
  async units(@By() by: SignedIn, @Query({ schema: unitsQuery }) query: z.infer<typeof unitsQuery>) {
    const on = query.on ?? (await by.today());
    const request = {
      table: 'read_unit',
      columns: `id, type, state->'name' as name, parent_id, valid_from, valid_to, coalesce((state->>'external')::boolean, false) as external,
        state->'succession'->>'to' as succeeded_by, jsonb_array_length(state->'successors') > 0 as planned`,
      equal: { type: query.type, parent_id: query.parent },
      where: [
        ['valid_from <= ?::date and (valid_to is null or valid_to >= ?::date)', on] as const,
        ...(query.q === undefined ? [] : [['name ilike ?', like(query.q)] as const]),
      ],
      limit: query.limit,
      cursor: query.cursor,
    } as const;
    return list(by.world, request, (rows: readonly UnitRow[]) =>
      Promise.resolve(
        rows.map((row) => ({
          id: row.id,
          type: row.type,
          name: row.name,
          parent: row.parent_id,
          validFrom: row.valid_from,
          validTo: row.valid_to,
          external: row.external,
          /** Carried out by a document; `planned` is only said by somebody. */
          succeededBy: row.succeeded_by,
          planned: row.planned,
        })),
      ),
    );
  }

  @Get('units/:unitId')
  @Reads('work.read', 'One unit with what becomes of it.')
  async unit(@By() by: SignedIn, @Param('unitId', pathId) unitId: string) {
    const found = await by.world.reader.state('unit', unitId);
    if (found === undefined) throw notFound(unitId);
    return { id: unitId, version: found.version, ...found.state };
  }

  @Get('persons')
  @Reads('work.read', 'People with what they hold today, by unit and role.')
  async persons(@By() by: SignedIn, @Query({ schema: personsQuery }) query: z.infer<typeof personsQuery>) {
    const today = await by.today();
    const held = `exists (select 1 from read_position p where p.person_id = id and p.valid_from <= '${today}' and (p.valid_to is null or p.valid_to >= '${today}')`;
    const request = {
      table: 'read_person',
      columns: 'id, state',
      where: [
        ...(query.unit === undefined ? [] : [[`${held} and p.unit_id = ?)`, query.unit] as const]),
        ...(query.role === undefined ? [] : [[`${held} and p.role = ?)`, query.role] as const]),
      ],
      limit: query.limit,
      cursor: query.cursor,
    } as const;
    return list(by.world, request, async (rows: readonly PersonRow[]) => {
      const states = await by.world.reader.unseal(rows.map((row) => row.state));
      const holders = rows.map((row, i) => personOf(row.id, states[i] ?? row.state, today));
      // By their names whether the unit is still there or not: somebody may be left in charge of one that has ended.
      const names = await namesIn(by.world, {
        units: holders.flatMap(({ holdings }) => holdings.map(({ unitId }) => unitId)),
      });
      const people = holders.map((holder) => ({
        ...holder,
        holdings: holder.holdings.map((held) => ({ ...held, unit: names.unit(held.unitId) })),
      }));
      if (query.q === undefined || query.q === '') return people;
      const speaks = seeking(query.q);
      return people.filter(({ id, name }) => speaks([name ?? '', id]));
    });
  }

  @Get('persons/:personId')
  @Reads('work.read', 'One person; the address for those who administer people.')
  async person(@By() by: SignedIn, @Param('personId', pathId) personId: string) {
    const found = await by.world.reader.state('person', personId);
    if (found === undefined) throw notFound(personId);
    const state = await by.world.reader.unseal(found.state);
    const names = await namesIn(by.world, {
      units: state.positions.map(({ unitId }) => unitId),
      persons: state.positions.flatMap(({ onBehalfOf }) => onBehalfOf ?? []),
    });
    const maySeeAddress = personId === by.personId || (await by.may('person.define'));
    return {
      ...personOf(personId, state, await by.today()),
      positions: state.positions.map(({ onBehalfOf, ...position }) => ({
        ...position,
        unit: names.unit(position.unitId),
        ...(onBehalfOf === undefined ? {} : { onBehalfOf: names.person(onBehalfOf) }),
      })),
      ...(maySeeAddress ? { username: state.username, email: state.email.text ?? null } : {}),
    };
  }

  @Get('persons/:personId/history')
  @Reads('history.read', 'What was recorded of a person: positions, delegations, what was done with the account.')
  async personHistory(@By() by: SignedIn, @Param('personId', pathId) personId: string) {
    const facts = await factsOf(by.world, 'person', personId);
    if (facts.length === 0) throw notFound(personId);
    const names = await namesIn(by.world, namedIn(facts));
    return { items: tell(facts, { about: personId, names }) };
  }
}

const personOf = (id: string, state: PersonState, today: string) => ({
  id,
  name: state.name.text ?? null,
  invented: state.invented,
  holdings: state.positions
    .filter(({ from, to }) => from <= today && (to === undefined || today <= to))
    .map(({ unitId, role, title, onBehalfOf }) => ({
      unitId,
      role,
      title,
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    })),
});
