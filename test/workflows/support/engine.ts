import { randomUUID } from 'node:crypto';
import { WorkflowNotFoundError } from '@temporalio/client';
import { NativeConnection, Runtime, DefaultLogger, type Worker } from '@temporalio/worker';
import { createEngineWorker } from '../../../apps/worker/engine-worker.js';
import type { CommandName, Commands } from '../../../libs/domain/commands.js';
import type { Caller, Outcome } from '../../../libs/ledger/ledger.js';
import { Sequencer } from '../../../libs/ledger/sequencer.js';
import { Worlds, type World } from '../../../libs/ledger/worlds.js';
import { linkTemporal, type TemporalLink } from '../../../libs/temporal/connection.js';
import { workflowId } from '../../../libs/temporal/names.js';
import { Relay } from '../../../libs/temporal/relay.js';
import type { WorkflowKind } from '../../../libs/domain/wakes.js';
import { populate } from './organisation.js';

const need = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set: run the tests with npm test`);
  return value;
};

let quiet = false;
/** The SDK's runtime can be installed once a process. */
function quietRuntime(): void {
  if (quiet) return;
  quiet = true;
  Runtime.install({ logger: new DefaultLogger('ERROR') });
}

export interface EngineOptions {
  /** Business instant at which the rehearsal stands. */
  readonly clock: number;
  readonly sweepEvery?: number;
  /** The official world, on real time. */
  readonly official?: boolean;
  readonly namespace?: string;
  readonly address?: string;
}

/** A world of its own with its own task queue, sequencer, relay and worker, on the servers of the test run. */
export class Engine {
  readonly taskQueue = `test-${randomUUID()}`;
  readonly world: World;
  readonly link: TemporalLink;
  private worker: { readonly worker: Worker; readonly running: Promise<void> } | undefined;
  private connection: NativeConnection | undefined;
  private readonly sequencer: Sequencer;
  private relay: Relay | undefined;

  private constructor(
    readonly worlds: Worlds,
    world: World,
    private readonly options: EngineOptions,
  ) {
    this.world = world;
    this.link = linkTemporal({ address: this.address, namespace: this.namespace });
    this.sequencer = new Sequencer(world.pool, { world: world.name, idle: 100 });
    world.ledger.onCommit(() => this.sequencer.poke());
    this.sequencer.onLog(() => this.relay?.wake(world.name));
    this.sequencer.start();
  }

  static async open(options: EngineOptions): Promise<Engine> {
    quietRuntime();
    const officialSchema = `t_${randomUUID().slice(0, 8)}`;
    const worlds = new Worlds({ ownerUrl: need('TEST_DATABASE_URL'), poolSize: 6, officialSchema });
    await worlds.migrate();
    await populate(await worlds.official());
    // Workflow ids begin with the world's name, and other files of the test run have an official world too.
    if (options.official === true) {
      const official = await worlds.official();
      return new Engine(worlds, { ...official, name: `o${randomUUID().slice(0, 8)}` }, options);
    }
    const name = `r${randomUUID().slice(0, 8)}`;
    const world = await worlds.createRehearsal({ name, clock: options.clock, createdBy: 'test', purpose: {} });
    return new Engine(worlds, world, options);
  }

  get address(): string {
    return this.options.address ?? need('TEST_TEMPORAL_ADDRESS');
  }
  get namespace(): string {
    return this.options.namespace ?? need('TEST_TEMPORAL_NAMESPACE');
  }

  startRelay(client = this.link.client): Relay {
    this.relay = new Relay({
      client,
      taskQueue: this.taskQueue,
      worlds: () => Promise.resolve([this.world]),
      sweepEvery: this.options.sweepEvery ?? 30_000,
    });
    this.relay.start();
    return this.relay;
  }

  wakeRelay(): void {
    this.relay?.wake(this.world.name);
  }

  async stopRelay(): Promise<void> {
    await this.relay?.stop();
    this.relay = undefined;
  }

  async startWorker(maxCachedWorkflows?: number): Promise<void> {
    this.connection ??= await NativeConnection.connect({ address: this.address });
    const worker = await createEngineWorker({
      connection: this.connection,
      namespace: this.namespace,
      taskQueue: this.taskQueue,
      workflowBundle: { codePath: need('TEST_WORKFLOW_BUNDLE') },
      worlds: { open: (name) => this.worldAhead(name) },
      ...(maxCachedWorkflows === undefined ? {} : { maxCachedWorkflows }),
    });
    this.worker = { worker, running: worker.run() };
  }

  /** What the activities take for the time lies this much ahead of the ledger's. */
  ahead = 0;

  private async worldAhead(name: string): Promise<World | undefined> {
    const world = name === this.world.name ? this.world : await this.worlds.open(name);
    return world === undefined ? undefined : { ...world, now: async () => (await world.now()) + this.ahead };
  }

  async stopWorker(): Promise<void> {
    this.worker?.worker.shutdown();
    await this.worker?.running;
    this.worker = undefined;
  }

  async close(): Promise<void> {
    await this.stopRelay();
    await this.stopWorker();
    await this.sequencer.stop();
    await this.connection?.close();
    await this.link.close();
    await this.worlds.close();
  }

  execute<N extends CommandName>(actor: Caller, name: N, input: Commands[N]): Promise<Outcome> {
    return this.world.ledger.execute({ actor, name, input });
  }

  /** A step the test takes for granted. */
  async must<N extends CommandName>(actor: Caller | string, name: N, input: Commands[N]): Promise<void> {
    const caller: Caller = typeof actor === 'string' ? { kind: 'person', id: actor } : actor;
    const outcome = await this.execute(caller, name, input);
    if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome.refusal)}`);
  }

  async moveTo(to: number): Promise<void> {
    await this.must({ kind: 'operator' }, 'moveClock', { to });
  }

  handle(kind: WorkflowKind, id: string) {
    return this.link.client.workflow.getHandle(workflowId(this.world.name, kind, id));
  }

  /** Whether the server has something for the worker to do in a life that goes on: a fact to look at, an act to carry out. */
  async isAtWork(): Promise<boolean> {
    const open = await this.rows<{ workflow: WorkflowKind; subject_id: string }>(
      'select workflow, subject_id from ops_engine_wait where not done',
    );
    for (const { workflow, subject_id } of open) {
      const life = await this.handle(workflow, subject_id)
        .describe()
        .catch((error: unknown) => {
          if (error instanceof WorkflowNotFoundError) return undefined;
          throw error;
        });
      if (life === undefined) continue;
      if (life.raw.pendingWorkflowTask != null || (life.raw.pendingActivities ?? []).length > 0) return true;
    }
    return false;
  }

  async rows<R extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<R[]> {
    return (await this.world.pool.query<R>({ text, values })).rows;
  }

  /** Events of a stream, in order. */
  async events(stream: string, id: string): Promise<{ type: string; payload: Record<string, unknown> }[]> {
    return this.rows('select type, payload from ledger_event where stream = $1 and stream_id = $2 order by version', [
      stream,
      id,
    ]);
  }

  async countEvents(): Promise<number> {
    const [row] = await this.rows<{ n: number }>('select count(*)::int as n from ledger_event');
    return row?.n ?? 0;
  }
}

/** How long anything may take that must come, on a machine that does much else: only what never comes uses it up. */
const PATIENCE_MS = 300_000;

/** Waits for a condition of the database or the engine by looking at it; fails with what was seen last. */
export async function eventually<T>(look: () => Promise<T>, is: (seen: T) => boolean): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const seen = await look();
    if (is(seen)) return seen;
    if (Date.now() > end) throw new Error(`did not come about; last seen: ${JSON.stringify(seen)}`);
    await new Promise((go) => setTimeout(go, 40));
  }
}
