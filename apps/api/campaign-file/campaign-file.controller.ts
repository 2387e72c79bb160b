import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { planCampaign } from '../../../libs/domain/campaign-plan/plan.js';
import type { World } from '../../../libs/ledger/worlds.js';
import { validateCampaignText } from '../../../libs/reference/campaign-reference.js';
import { By } from '../http/act.js';
import { notFound } from '../http/problem.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { calendarOf } from '../organisation/working-days.js';
import { shippedPlan, shippedPlans, textOfPlan } from './shipped-plans.js';

const LONGEST = 600_000;
const textBody = z
  .strictObject({ text: z.string().min(1).max(LONGEST).describe('A campaign file, YAML or JSON.') })
  .describe('Judge a campaign file and lay it out in time; nothing is recorded.');
const pathName = { schema: z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/) };

/** Campaign files before they are campaigns: what is wrong in them, line by line, and the dates they lead to. */
@Controller('api/v1/campaign-files')
export class CampaignFileController {
  @Get()
  @Reads('work.read', 'Plans that come with the product.')
  list() {
    return {
      items: shippedPlans().map(({ name, file }) => ({
        name,
        campaignId: file.id,
        title: file.name,
        kind: file.kind,
        fromYear: file.period.fromYear,
        toYear: file.period.toYear,
        adoptedOn: file.adoptedOn,
        document: file.documents.find(({ role }) => role === 'adopts') ?? null,
      })),
    };
  }

  @Get(':name')
  @Reads('work.read', 'One of them: its text, and what it leads to.')
  async show(@By() by: SignedIn, @Param('name', pathName) name: string) {
    const plan = shippedPlan(name);
    if (plan === undefined) throw notFound(name);
    const text = textOfPlan(plan);
    return { name, text, ...(await judged(by.world, text)) };
  }

  @Post('judgement')
  @HttpCode(200)
  @Reads('work.read', 'Judge a campaign file and lay it out in time; nothing is recorded.')
  judge(@By() by: SignedIn, @Body({ schema: textBody }) { text }: z.infer<typeof textBody>) {
    return judged(by.world, text);
  }
}

/** What stands in the way, and the calendar of the file where nothing does. */
async function judged(world: World, text: string) {
  const { file, findings } = validateCampaignText(text);
  const plan = file === undefined ? null : planCampaign(file, await calendarOf(world));
  return { findings, file: file ?? null, plan };
}
