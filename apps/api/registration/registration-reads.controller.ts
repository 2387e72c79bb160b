import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { comparePledge } from '../../../libs/domain/registration/pledge-results.js';
import { By } from '../http/act.js';
import { pathId } from '../http/command-body.js';
import { paging } from '../http/cursor.js';
import { listOfUnits, type OfUnit } from '../http/list-of-units.js';
import { notFound } from '../http/problem.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { mustSeeDossier, queueUnits } from '../nomination/dossier-rights.js';
import { namesIn } from '../../../libs/history/names.js';

const registrationsQuery = z.strictObject({
  ...paging,
  campaign: z.string().max(240).optional(),
  unit: z.string().max(240).optional(),
  status: z.enum(['submitted', 'confirmed', 'returned']).optional(),
});

interface RegistrationRow extends OfUnit {
  readonly status: string;
  readonly number: number;
  readonly pledges: number;
}

@Controller('api/v1/registrations')
export class RegistrationReadsController {
  @Get()
  @Reads('work.read', 'Registrations, without the words of the pledges.')
  list(@By() by: SignedIn, @Query({ schema: registrationsQuery }) query: z.infer<typeof registrationsQuery>) {
    const request = {
      table: 'read_registration',
      columns: `id, campaign_id, unit_id, status, (state->>'number')::int as number, jsonb_array_length(state->'pledges') as pledges`,
      equal: { campaign_id: query.campaign, unit_id: query.unit, status: query.status },
      limit: query.limit,
      cursor: query.cursor,
    } as const;
    return listOfUnits(by.world, request, (row: RegistrationRow, names) => ({
      id: row.id,
      campaign: names.campaign(row.campaign_id),
      unit: names.unit(row.unit_id),
      status: row.status,
      number: row.number,
      pledges: row.pledges,
    }));
  }

  @Get(':registrationId')
  @Reads(
    'work.read',
    'One registration with its pledges, and what was reached of the version in force, entry by entry.',
  )
  async show(@By() by: SignedIn, @Param('registrationId', pathId) registrationId: string) {
    const found = await by.world.reader.state('registration', registrationId);
    if (found === undefined) throw notFound(registrationId);
    const { campaignId, unitId, open, head } = found.state;
    // What a cluster or block signed is seen by whoever has led it.
    const leaders = (await by.world.reader.state('cluster', unitId))?.state.years.map(({ leader }) => leader) ?? [];
    await mustSeeDossier(by, campaignId, [unitId, ...leaders, ...queueUnits(open)]);
    const state = await by.world.reader.unseal(found.state);
    const names = await namesIn(by.world, { units: [unitId], campaigns: [campaignId], persons: [head] });
    return {
      id: registrationId,
      version: found.version,
      ...state,
      comparison: comparePledge(state.inForce?.pledges ?? [], state.results),
      head: names.person(head),
      unit: names.unit(unitId),
      campaign: names.campaign(campaignId),
    };
  }
}
