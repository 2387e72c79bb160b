import { acknowledgeDocument } from './activity-acts.js';
import { daysAfter } from './days.js';
import type { Desks } from './desks.js';
import type { Intent, Stage } from './stage.js';

const KIND = 'acknowledge-document';
/** Whoever was sent a document says that they have it after some days, if nothing brings them to their inbox before. */
const LEAST_DAYS = 3;
const MORE_DAYS = 10;

/** Sees to whom documents were sent: units of the list, heads, members of a steering committee. */
export class DocumentWatch {
  private readonly meant = new Map<string, number>();

  constructor(
    private readonly stage: Stage,
    private readonly desks: Desks,
  ) {}

  look(): readonly Intent[] {
    const { stage } = this;
    const waiting = this.desks.having(KIND);
    for (const person of this.meant.keys()) if (!waiting.includes(person)) this.meant.delete(person);
    return waiting.map((person) => {
      const days = LEAST_DAYS + Math.floor(MORE_DAYS * stage.chance.of('sent', person));
      const at = this.meant.get(person) ?? daysAfter(stage.now, days);
      this.meant.set(person, at);
      return { id: `acknowledge/${person}/${at}`, at, track: 'office:documents', act: () => this.acknowledge(person) };
    });
  }

  private async acknowledge(person: string): Promise<void> {
    const { people, file } = this.stage;
    const inbox = await people.inbox(person, file.id);
    for (const task of inbox.filter(({ kind }) => kind === KIND)) await acknowledgeDocument(this.stage, person, task);
    this.meant.delete(person);
  }
}
