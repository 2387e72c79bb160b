import type { Actor } from '../../../libs/domain/access/actor.js';
import { permit, type PermissionName } from '../../../libs/domain/access/permissions.js';
import { dateOf, type LocalDate } from '../../../libs/domain/calendar/local-date.js';
import type { World } from '../../../libs/ledger/worlds.js';
import { refused } from './problem.js';

/** The person behind a request, in the world it names. What they hold is read once, when it is first asked for. */
export class SignedIn {
  private acting: Promise<Actor> | undefined;

  constructor(
    readonly world: World,
    readonly personId: string,
    /** SHA-256 of the session's token, in hex. */
    readonly session: string,
    /** Set for a person of a rehearsal world who was stood in for. */
    readonly simulated: boolean,
  ) {}

  /** The person with everything they hold today, own and delegated. */
  actor(): Promise<Actor> {
    this.acting ??= this.readActor();
    return this.acting;
  }

  async may(permission: PermissionName, units: readonly string[] = []): Promise<boolean> {
    return permit(await this.actor(), permission, units) !== undefined;
  }

  async must(permission: PermissionName, units: readonly string[] = []): Promise<void> {
    if (!(await this.may(permission, units))) throw refused('FORBIDDEN', { params: { permission } });
  }

  /** Today in the world's own time. */
  async today(): Promise<LocalDate> {
    return dateOf(await this.world.now());
  }

  private async readActor(): Promise<Actor> {
    const holdings = await this.world.reader.holdings(this.personId, await this.today());
    return { id: this.personId, kind: 'person', holdings };
  }
}
