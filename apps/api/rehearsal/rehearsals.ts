import { Inject, Injectable, Logger } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import { rehearse } from '../../../libs/rehearsal/rehearse.js';
import { SessionStore } from '../account/session-store.js';
import { refused } from '../http/problem.js';
import type { SignedIn } from '../http/signed-in.js';
import { WorldDirectory } from '../world/world-directory.js';

/** How a rehearsal that was begun here stands. */
export interface Playing {
  readonly world: string;
  /** The last lines of its story, oldest first, as the people of the rehearsal told them. */
  readonly story: readonly string[];
  readonly state: 'playing' | 'ended' | 'broken';
  /** Invariants that held and those that did not, once it has ended. */
  readonly held: number;
  readonly failed: readonly string[];
}

interface Kept {
  world: string;
  story: string[];
  state: Playing['state'];
  held: number;
  failed: readonly string[];
}

export interface Wanted {
  /** The campaign itself, or the path of a plan that lies beside its organisation. */
  readonly file: string | CampaignFile;
  readonly units: number;
  readonly seed: number;
}

const LINES = 200;
/** Each plays a whole campaign through on the engine people work with. */
const MOST_AT_ONCE = 2;

/**
 * Rehearsals begun by a press of a button. They are played in this process by simulated people who use the public API
 * over HTTP like everybody else; the world is the record, what is kept here only tells how the play goes.
 */
@Injectable()
export class Rehearsals {
  private readonly log = new Logger('rehearsal');
  private readonly kept = new Map<string, Kept>();

  constructor(
    @Inject(SessionStore) private readonly sessions: SessionStore,
    @Inject(WorldDirectory) private readonly worlds: WorldDirectory,
    @Inject(HttpAdapterHost) private readonly http: HttpAdapterHost,
  ) {}

  /** Begins to play and gives the world's name as soon as there is one; the play goes on without whoever asked. */
  async begin(by: SignedIn, wanted: Wanted): Promise<string> {
    const playing = [...this.kept.values()].filter(({ state }) => state === 'playing').length;
    if (playing >= MOST_AT_ONCE) throw refused('NOT_ALLOWED_IN_STATE', { params: { status: 'running' } });
    const official = await this.worlds.official();
    const { token } = await this.sessions.begin(official, by.personId);
    return new Promise((begun, failed) => {
      const kept: Kept = { world: '', story: [], state: 'playing', held: 0, failed: [] };
      const ending = rehearse({
        baseUrl: this.ownAddress(),
        adminToken: token,
        ...wanted,
        say: (line) => {
          kept.story = [...kept.story, line].slice(-LINES);
        },
        begun: (world) => {
          kept.world = world;
          this.kept.set(world, kept);
          begun(world);
        },
      });
      void ending
        .then(
          ({ invariants }) => {
            kept.state = 'ended';
            kept.held = invariants.filter(({ holds }) => holds).length;
            kept.failed = invariants.filter(({ holds }) => !holds).map(({ name }) => name);
          },
          (error: unknown) => {
            const why = error instanceof Error ? error.message : String(error);
            this.log.warn(`the rehearsal ${kept.world} broke off: ${why}`);
            kept.state = 'broken';
            kept.story = [...kept.story, why];
            failed(error instanceof Error ? error : new Error(why));
          },
        )
        .finally(() => this.endSession(token));
    });
  }

  /** How it stands, where it was begun in this process. */
  of(world: string): Playing | undefined {
    return this.kept.get(world);
  }

  private async endSession(token: string): Promise<void> {
    const official = await this.worlds.official();
    const session = await this.sessions.find(official, token);
    if (session !== undefined) await this.sessions.end(official, session.hash);
  }

  /** Where this process answers: simulated people go through the front door. */
  private ownAddress(): string {
    const server = this.http.httpAdapter.getHttpServer() as { address: () => unknown };
    const bound = server.address();
    if (typeof bound !== 'object' || bound === null || !('port' in bound))
      throw new Error('this process does not listen');
    return `http://127.0.0.1:${String(bound.port)}`;
  }
}
