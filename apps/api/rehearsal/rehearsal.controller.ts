import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { periodOf } from '../../../libs/domain/campaign-plan/period.js';
import { OFFICIAL, Worlds, type WorldInfo } from '../../../libs/ledger/worlds.js';
import { shippedPlan } from '../campaign-file/shipped-plans.js';
import { By } from '../http/act.js';
import { notFound, refused } from '../http/problem.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { WorldDirectory } from '../world/world-directory.js';
import { Rehearsals, type Playing } from './rehearsals.js';

const id = z.string().max(240);
const beginBody = z
  .strictObject({
    campaignId: id.optional().describe('A campaign of this system, draft or running.'),
    plan: id.optional().describe('Or a plan that comes with the product, by its name.'),
    units: z.int().min(1).max(500).default(20).describe('How many units take part.'),
    seed: z.int().min(0).max(2_147_483_647).default(1).describe('Chance; the same seed tells the same story.'),
  })
  .describe('Play a campaign through in a world of its own, with simulated people.');
const rehearsalsQuery = z.strictObject({ campaign: id.optional() });
const pathWorld = { schema: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/) };

/** Rehearsals of campaigns: begun with one request, watched while they are played. */
@Controller('api/v1/rehearsals')
export class RehearsalController {
  constructor(
    @Inject(Rehearsals) private readonly rehearsals: Rehearsals,
    @Inject(Worlds) private readonly worlds: Worlds,
    @Inject(WorldDirectory) private readonly directory: WorldDirectory,
  ) {}

  @Post()
  @HttpCode(201)
  @Reads('world.rehearse', 'Play a campaign through in a world of its own, with simulated people.')
  async begin(@By() by: SignedIn, @Body({ schema: beginBody }) input: z.infer<typeof beginBody>) {
    if (by.world.name !== OFFICIAL) throw refused('WRONG_WORLD');
    const { units, seed } = input;
    return { world: await this.rehearsals.begin(by, { file: await this.fileOf(by, input), units, seed }) };
  }

  @Get()
  @Reads('work.read', 'Rehearsals, the newest first, with the day they have come to.')
  async list(@Query({ schema: rehearsalsQuery }) { campaign }: z.infer<typeof rehearsalsQuery>) {
    const worlds = (await this.worlds.list()).filter(
      ({ kind, purpose }) => kind === 'rehearsal' && (campaign === undefined || purpose['rehearses'] === campaign),
    );
    return { items: await Promise.all(worlds.reverse().map((world) => this.standing(world))) };
  }

  @Get(':world')
  @Reads('work.read', 'One rehearsal with its story so far.')
  async show(@Param('world', pathWorld) name: string) {
    const world = (await this.worlds.list()).find((one) => one.name === name && one.kind === 'rehearsal');
    if (world === undefined) throw notFound(name);
    const playing = this.rehearsals.of(name);
    return { ...(await this.standing(world)), story: playing?.story ?? [] };
  }

  private async fileOf(by: SignedIn, { campaignId, plan }: z.infer<typeof beginBody>) {
    if (campaignId !== undefined) {
      const found = await by.world.reader.state('campaign', campaignId);
      if (found === undefined) throw notFound(campaignId);
      return found.state.written ?? found.state.file;
    }
    const shipped = shippedPlan(plan ?? '');
    if (shipped === undefined) throw notFound(plan ?? '');
    return shipped.path;
  }

  private async standing({ name, purpose, createdAt }: WorldInfo) {
    const world = await this.directory.byName(name);
    const playing: Playing | undefined = this.rehearsals.of(name);
    const campaignId = typeof purpose['rehearses'] === 'string' ? purpose['rehearses'] : null;
    const campaign = campaignId === null ? undefined : await world.reader.state('campaign', campaignId);
    return {
      world: name,
      campaignId,
      name: campaign?.state.file.name ?? null,
      period: campaign === undefined ? null : periodOf(campaign.state.file),
      status: campaign?.state.status ?? null,
      now: new Date(await world.now()).toISOString(),
      begunAt: createdAt,
      // A rehearsal that another process plays tells here only by its clock.
      state: playing?.state ?? null,
      held: playing?.held ?? 0,
      failed: playing?.failed ?? [],
    };
  }
}
