import type { Role } from '../domain/access/actor.js';
import { type Api, codeOf, fieldsOf, idOf, listOf, numberOf, textOf, textOrNull } from './api-client.js';

export interface Position {
  readonly person: string;
  readonly unit: string;
  readonly role: string;
  readonly from: string;
  readonly to: string | null;
}

/** Work that stands in somebody's inbox. */
export interface Task {
  readonly id: string;
  readonly kind: string;
  readonly step: string;
  /** What people call the step. */
  readonly name: string;
  readonly visit: number;
  readonly owner: { readonly kind: string; readonly id: string };
  readonly unit: string;
  readonly openedAt: number;
  readonly lastDay: string | null;
  readonly assignee: string | null;
}

/** What a request came to: done with what the receipt says, or refused with the code and the words people read. */
export type Outcome =
  | { readonly ok: true; readonly result: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly status: number; readonly code: string; readonly words: string };

const PAGE = 200;
/** Stands for whoever began the rehearsal and looks on. */
export const ADMIN = '@admin';

/** Everyone of the rehearsal's world; they act through the public API and nothing else. */
export class People {
  acts = 0;
  reads = 0;
  private readonly tokens = new Map<string, Promise<string>>();
  private readonly asked = new Map<string, number>();
  private positions: readonly Position[] = [];

  constructor(
    private readonly api: Api,
    private readonly world: string,
    private readonly adminToken: string,
    private readonly keys: string,
  ) {
    this.tokens.set(ADMIN, Promise.resolve(adminToken));
  }

  know(positions: readonly Position[]): void {
    this.positions = [...positions].sort((a, b) => (a.person < b.person ? -1 : 1));
  }

  /** Whoever holds the role at the unit on a day, in the order of their ids. */
  holders(unit: string, role: Role, on: string): readonly string[] {
    const held = this.positions.filter(
      (p) => p.unit === unit && p.role === role && p.from <= on && (p.to === null || on <= p.to),
    );
    return [...new Set(held.map(({ person }) => person))];
  }

  /** One of them; throws where the organisation has nobody, which makes the rehearsal worthless. */
  holder(unit: string, role: Role, on: string): string {
    const found = this.holders(unit, role, on)[0];
    if (found === undefined) throw new Error(`nobody is ${role} at ${unit} on ${on}`);
    return found;
  }

  /** Reads as a person; throws where they may not. */
  async get(person: string, path: string): Promise<Readonly<Record<string, unknown>>> {
    this.reads += 1;
    const answer = await this.api({ method: 'GET', path, token: await this.token(person), world: this.world });
    if (answer.status !== 200)
      throw new Error(`${person} cannot read ${path}: ${answer.status} ${codeOf(answer.body)}`);
    return fieldsOf(answer.body);
  }

  /** Every item of a list, page by page. */
  async list(person: string, path: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const items: Readonly<Record<string, unknown>>[] = [];
    const joined = path.includes('?') ? '&' : '?';
    for (let cursor = ''; ;) {
      const more = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page = await this.get(person, `${path}${joined}limit=${PAGE}${more}`);
      items.push(...listOf(page['items']).map(fieldsOf));
      cursor = textOf(page['next']);
      if (cursor === '') return items;
    }
  }

  async inbox(person: string, campaign: string): Promise<readonly Task[]> {
    return (await this.list(person, `/api/v1/inbox?campaign=${encodeURIComponent(campaign)}`)).map(taskOf);
  }

  /** Marks of what lies on everybody's desk; whoever began the rehearsal may ask for them. */
  desks(): Promise<Readonly<Record<string, unknown>>> {
    return this.get(ADMIN, `/api/v1/worlds/${this.world}/desks`);
  }

  /** Asks for something as a person. The key of a request is made of who asks and how often they have. */
  async ask(person: string, method: 'POST' | 'PUT', path: string, body: object): Promise<Outcome> {
    const times = (this.asked.get(person) ?? 0) + 1;
    this.asked.set(person, times);
    this.acts += 1;
    const key = `${this.keys}.${person}.${times}`;
    const answer = await this.api({ method, path, body, key, token: await this.token(person), world: this.world });
    return outcomeOf(answer);
  }

  /** Uploads a file as a person; its digest is in the result. The same content twice is one file. */
  async upload(person: string, name: string, content: Uint8Array<ArrayBuffer>): Promise<Outcome> {
    this.acts += 1;
    const token = await this.token(person);
    const file = { name, content };
    const answer = await this.api({ method: 'POST', path: '/api/v1/files', file, token, world: this.world });
    return outcomeOf(answer);
  }

  private token(person: string): Promise<string> {
    const known = this.tokens.get(person);
    if (known !== undefined) return known;
    const asked = this.signIn(person);
    this.tokens.set(person, asked);
    asked.catch(() => this.tokens.delete(person));
    return asked;
  }

  private async signIn(person: string): Promise<string> {
    const path = `/api/v1/worlds/${this.world}/sessions`;
    const answer = await this.api({ method: 'POST', path, body: { personId: person }, token: this.adminToken });
    const token = textOf(fieldsOf(answer.body)['token']);
    if (token === '') throw new Error(`${person} cannot be stood in for: ${answer.status} ${codeOf(answer.body)}`);
    return token;
  }
}

/** Reads a receipt or a problem document. */
export function outcomeOf({ status, body }: { readonly status: number; readonly body: unknown }): Outcome {
  const fields = fieldsOf(body);
  if (status >= 200 && status < 300) return { ok: true, result: fieldsOf(fields['result']) };
  return { ok: false, status, code: textOf(fields['code']) || String(status), words: wordsOf(fields) };
}

/** The problem's own words with the field it is about. */
const wordsOf = (problem: Readonly<Record<string, unknown>>): string =>
  textOf(problem['detailVi']) + (textOf(problem['field']) === '' ? '' : ` [${textOf(problem['field'])}]`);

function taskOf(item: Readonly<Record<string, unknown>>): Task {
  const what = fieldsOf(item['what']);
  const owner = fieldsOf(item['owner']);
  return {
    id: textOf(item['taskId']),
    kind: textOf(what['kind']),
    step: textOf(what['step']),
    name: textOf(fieldsOf(what['stepName'])['vi']),
    visit: numberOf(item['visit']),
    owner: { kind: textOf(owner['kind']), id: textOf(owner['id']) },
    unit: idOf(item['unit']),
    openedAt: Date.parse(textOf(item['openedAt'])),
    lastDay: textOrNull(fieldsOf(item['due'])['lastDay']),
    assignee: item['assignee'] === null ? null : idOf(item['assignee']),
  };
}
