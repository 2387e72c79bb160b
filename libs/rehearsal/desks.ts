import { fieldsOf, listOf, textOf } from './api-client.js';
import { eachOf } from './each-of.js';
import type { People, Task } from './people.js';

interface Kept<T> {
  readonly mark: string;
  readonly value: T;
}

/**
 * Everybody's desk as it was last read. One question tells which of them have changed; only those are opened again, so
 * what people see is what they would see if they all looked.
 */
export class Desks {
  private marks = new Map<string, string>();
  private readonly kinds = new Map<string, readonly string[]>();
  private readonly inboxes = new Map<string, Kept<readonly Task[]>>();
  private readonly parts = new Map<string, Kept<unknown>>();
  private duties = '';
  private rounds = '';

  constructor(
    private readonly people: People,
    private readonly campaign: string,
  ) {}

  /** Asks what has changed; to be called before a look. */
  async refresh(): Promise<void> {
    const told = await this.people.desks();
    this.duties = textOf(told['duties']);
    this.rounds = textOf(told['rounds']);
    this.marks = new Map();
    this.kinds.clear();
    for (const [person, desk] of Object.entries(fieldsOf(told['desks']))) {
      const { mark, kinds } = fieldsOf(desk);
      this.marks.set(person, textOf(mark));
      this.kinds.set(person, listOf(kinds).map(textOf));
    }
  }

  /** The inboxes of these people, read again where something in them is new. */
  async tasksOf(persons: readonly string[]): Promise<readonly (Task & { readonly who: string })[]> {
    const inboxes = await eachOf(persons, async (who) => (await this.inbox(who)).map((task) => ({ ...task, who })));
    return inboxes.flat();
  }

  /** People for whom work of this kind waits, in the order of their ids. */
  having(kind: string): readonly string[] {
    return [...this.kinds].flatMap(([person, kinds]) => (kinds.includes(kind) ? [person] : [])).sort();
  }

  /** What was read of the open duties or rounds, read again where they have changed. */
  async part<T>(name: 'duties' | 'rounds', load: () => Promise<T>): Promise<T> {
    const mark = this[name];
    const kept = this.parts.get(name);
    // Under a name there is what its own reader gave.
    if (kept?.mark === mark) return kept.value as T;
    const value = await load();
    this.parts.set(name, { mark, value });
    return value;
  }

  private async inbox(person: string): Promise<readonly Task[]> {
    const mark = this.marks.get(person);
    if (mark === undefined) return [];
    const kept = this.inboxes.get(person);
    if (kept?.mark === mark) return kept.value;
    const value = await this.people.inbox(person, this.campaign);
    this.inboxes.set(person, { mark, value });
    return value;
  }
}
