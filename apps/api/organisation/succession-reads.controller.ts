import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import type { UnitState } from '../../../libs/domain/organisation/unit.stream.js';
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

const successionsQuery = z.strictObject({
  ...paging,
  status: z.enum(['planned', 'carried-out']).optional().describe('Said by somebody, or carried out by a document.'),
});

interface UnitRow extends Listed {
  readonly state: UnitState;
  readonly waiting: number;
}

/** Where a unit that was succeeded still has something open. */
const WAITING = `(select count(*)::int from read_task t where t.status = 'open' and starts_with(t.queue, read_unit.id || '/')) as waiting`;
const IS: Readonly<Record<'planned' | 'carried-out', string>> = {
  planned: `(state->'succession' is null and jsonb_array_length(state->'successors') > 0)`,
  'carried-out': `state->'succession' is not null`,
};

/** What becomes of units: planned with its confidence, or carried out with its document and what is still open. */
@Controller('api/v1')
export class SuccessionReadsController {
  @Get('successions')
  @Reads('work.read', 'Units that have a successor, planned or carried out.')
  successions(@By() by: SignedIn, @Query({ schema: successionsQuery }) query: z.infer<typeof successionsQuery>) {
    const wanted = query.status === undefined ? `(${IS.planned} or ${IS['carried-out']})` : IS[query.status];
    const request = {
      table: 'read_unit',
      columns: `id, state, ${WAITING}`,
      where: [[`${wanted} and ?::boolean`, true] as const],
      limit: query.limit,
      cursor: query.cursor,
    } as const;
    return list(by.world, request, async (rows: readonly UnitRow[]) => {
      const heirs = rows.flatMap(({ state: { succession, successors } }) => [
        ...successors.map(({ to }) => to),
        ...(succession === undefined ? [] : [succession.to, ...succession.others]),
      ]);
      const names = await namesIn(by.world, { units: [...rows.map(({ id }) => id), ...heirs] });
      return rows.map(({ id, state: { succession, successors }, waiting }) => ({
        unit: names.unit(id),
        planned: successors.map(({ to, ...plan }) => ({ to: names.unit(to), ...plan })),
        carriedOut:
          succession === undefined
            ? null
            : {
                to: names.unit(succession.to),
                others: succession.others.map((other) => names.unit(other)),
                kind: succession.kind,
                on: succession.on,
                document: succession.document,
              },
        /** Open tasks that still stand at the unit itself. */
        waiting,
      }));
    });
  }

  @Get('units/:unitId/history')
  @Reads('work.read', 'What happened to a unit, in words: names, mergers, successors.')
  async history(@By() by: SignedIn, @Param('unitId', pathId) unitId: string) {
    const facts = await factsOf(by.world, 'unit', unitId);
    if (facts.length === 0) throw notFound(unitId);
    const names = await namesIn(by.world, namedIn(facts));
    return { items: tell(facts, { about: unitId, names }) };
  }
}
