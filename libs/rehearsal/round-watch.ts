import { addDays } from '../domain/calendar/local-date.js';
import { extendRound } from './agency-acts.js';
import { textOf } from './api-client.js';
import { planNominations, type OpenRound } from './award-acts.js';
import { atWork, day } from './days.js';
import type { Desks } from './desks.js';
import { holderOf, type Stage } from './stage.js';

/** Sees rounds open, and plans who nominates whom in them. */
export class RoundWatch {
  private readonly seen = new Set<string>();
  private isExtended = false;

  constructor(
    private readonly stage: Stage,
    private readonly desks: Desks,
  ) {}

  async look(): Promise<void> {
    const { stage } = this;
    const items = await this.desks.part('rounds', () => {
      const who = holderOf(stage, 'leadAgency', 'officer');
      return stage.people.list(who, `/api/v1/rounds?campaign=${stage.file.id}&status=open`);
    });
    for (const item of items) {
      const round: OpenRound = {
        id: textOf(item['id']),
        key: textOf(item['key']),
        occurrence: textOf(item['occurrence']),
        closes: textOf(item['closes']),
      };
      if (this.seen.has(round.id)) continue;
      this.seen.add(round.id);
      for (const intent of planNominations(stage, round)) stage.later.set(intent.id, intent);
      this.planExtension(round);
    }
  }

  /** The first round with a last day of its own gets a week more. */
  private planExtension({ id, key, occurrence, closes }: OpenRound): void {
    const { stage } = this;
    if (this.isExtended || stage.file.rounds.find((round) => round.key === key)?.route === 'short') return;
    this.isExtended = true;
    const at = Math.max(stage.now, atWork(addDays(day(closes), -5)));
    const act = () => extendRound(stage, `${key}/${occurrence}`, closes);
    stage.later.set(`extend/${id}`, { id: `extend/${id}`, at, track: 'office:lead', act });
  }
}
