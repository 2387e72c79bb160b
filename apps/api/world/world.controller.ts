import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ulid } from 'ulid';
import { z } from 'zod';
import { id as idSchema } from '../../../libs/contracts/commands/command-parts.contract.js';
import { namesIn } from '../../../libs/history/names.js';
import { organisationFile } from '../../../libs/contracts/organisation-file.contract.js';
import { loadOrganisationInto } from '../../../libs/ledger/load-organisation.js';
import { OFFICIAL, Worlds, type World } from '../../../libs/ledger/worlds.js';
import { FileStore } from '../../../libs/persistence/file-store.js';
import { SessionStore } from '../account/session-store.js';
import { EngineHost } from '../engine/engine-host.js';
import { Act, Acting, By, type Accepted } from '../http/act.js';
import { notFound, refused } from '../http/problem.js';
import { Does, Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { desksIn } from './desks.js';
import { WorldDirectory } from './world-directory.js';
import { earliestWait, waitingIn } from './waiting.js';

const name = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'a world’s name');
const pathWorld = { schema: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/) };
const purpose = z.record(z.string().max(60), z.union([z.string().max(2000), z.number(), z.boolean()])).default({});
const rehearsalBody = z
  .strictObject({
    name: name.optional(),
    purpose,
    clock: z.iso.datetime({ offset: true }).describe('Where its clock stands.'),
    organisation: organisationFile.optional().describe('An organisation of its own instead of the official one.'),
  })
  .describe('Begin a rehearsal: a world of its own, with the official organisation of today or one that is given.');
const clockBody = z
  .strictObject({ to: z.union([z.literal('next'), z.iso.datetime({ offset: true })]) })
  .describe('Move the clock of a rehearsal on; `next` is the earliest date anything waits for.');
const sessionBody = z.strictObject({ personId: idSchema }).describe('Act as a person of the rehearsal.');

/** Worlds: the official one, and rehearsals that are thrown away. */
@Controller('api/v1/worlds')
export class WorldController {
  constructor(
    @Inject(Worlds) private readonly worlds: Worlds,
    @Inject(WorldDirectory) private readonly directory: WorldDirectory,
    @Inject(SessionStore) private readonly sessions: SessionStore,
    @Inject(EngineHost) private readonly engine: EngineHost,
    @Inject(FileStore) private readonly files: FileStore,
  ) {}

  @Get()
  @Reads('work.read', 'Every world with its purpose and its clock.')
  async list(@By() by: SignedIn) {
    const worlds = await this.worlds.list();
    const names = await namesIn(by.world, { persons: worlds.map(({ createdBy }) => createdBy ?? '') });
    const clocks = await Promise.all(worlds.map(({ name: one }) => this.clockOf(one)));
    return {
      items: worlds.map(({ createdBy, ...world }, i) => ({
        ...world,
        createdBy: createdBy === null ? null : names.person(createdBy),
        now: clocks[i] ?? null,
      })),
    };
  }

  @Post()
  @Reads('world.rehearse', 'Begin a rehearsal: a world of its own, with the official organisation of today.')
  async begin(@By() by: SignedIn, @Body({ schema: rehearsalBody }) input: z.infer<typeof rehearsalBody>) {
    if (by.world.name !== OFFICIAL) throw refused('WRONG_WORLD');
    const given = input.name ?? `dien-tap-${ulid().toLowerCase().slice(-10)}`;
    if (given === OFFICIAL || (await this.worlds.open(given)) !== undefined) {
      throw refused('ALREADY_EXISTS', { field: 'name', params: { id: given } });
    }
    const world = await this.worlds.createRehearsal({
      name: given,
      clock: Date.parse(input.clock),
      createdBy: by.personId,
      purpose: input.purpose,
      bare: input.organisation !== undefined,
    });
    if (input.organisation !== undefined) await loadOrganisationInto(world, input.organisation);
    await this.engine.host(world);
    return { name: world.name, now: await nowIn(world) };
  }

  @Get(':name')
  @Reads('work.read', 'One world and its clock.')
  async show(@Param('name', pathWorld) given: string) {
    const world = await this.directory.byName(given);
    const info = (await this.worlds.list()).find((one) => one.name === given);
    return { name: world.name, kind: world.kind, ...info, now: await nowIn(world) };
  }

  @Delete(':name')
  @Reads('world.rehearse', 'Throw a rehearsal away with everything in it.')
  async drop(@Param('name', pathWorld) given: string) {
    await this.rehearsal(given);
    await this.engine.release(given);
    await this.worlds.drop(given);
    await this.files.drop(given);
    return { dropped: given };
  }

  @Post(':name/clock')
  @Does('moveClock')
  async moveClock(
    @Acting() act: Act,
    @Param('name', pathWorld) given: string,
    @Body({ schema: clockBody }) { to }: z.infer<typeof clockBody>,
  ): Promise<Accepted & { readonly now: string }> {
    const world = await this.rehearsal(given);
    const next = to === 'next' ? await earliestWait(world) : Date.parse(to);
    if (next === undefined) throw refused('NOT_FOUND', { field: 'to', params: { id: 'next' } });
    const accepted = await act.in(world).execute('moveClock', { to: next });
    return { ...accepted, now: await nowIn(world) };
  }

  @Get(':name/waiting')
  @Reads('work.read', 'What the engine waits for in a world, and how far it has looked.')
  async waiting(@Param('name', pathWorld) given: string) {
    const world = await this.directory.byName(given);
    return {
      world: world.name,
      now: await nowIn(world),
      engine: await this.engine.state(),
      ...(await waitingIn(world)),
    };
  }

  @Get(':name/desks')
  @Reads(
    'world.rehearse',
    'On whose desk in a rehearsal something is new: a mark for each, of kinds of work, no names.',
  )
  async desks(@Param('name', pathWorld) given: string) {
    return desksIn(await this.rehearsal(given));
  }

  @Post(':name/sessions')
  @HttpCode(201)
  @Reads('world.rehearse', 'Act as a person of a rehearsal: a token good in that world alone.')
  async simulate(
    @Param('name', pathWorld) given: string,
    @Body({ schema: sessionBody }) { personId }: z.infer<typeof sessionBody>,
  ) {
    const world = await this.rehearsal(given);
    if ((await world.reader.state('person', personId)) === undefined) throw notFound(personId);
    const { token, expiresAt } = await this.sessions.begin(world, personId);
    return { personId, world: world.name, token, expiresAt: expiresAt.toISOString() };
  }

  /** Null where a world was thrown away while it was being listed. */
  private async clockOf(given: string): Promise<string | null> {
    const world = await this.worlds.open(given);
    return world === undefined ? null : nowIn(world);
  }

  private async rehearsal(given: string): Promise<World> {
    const world = await this.directory.byName(given);
    if (world.kind !== 'rehearsal') throw refused('WRONG_WORLD');
    return world;
  }
}

const nowIn = async (world: World): Promise<string> => new Date(await world.now()).toISOString();
