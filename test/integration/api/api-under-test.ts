import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { hashPassword } from '../../../apps/api/account/accounts.js';
import { SessionStore } from '../../../apps/api/account/session-store.js';
import { createApp } from '../../../apps/api/app.js';
import { EngineHost } from '../../../apps/api/engine/engine-host.js';
import { NO_ENGINE } from '../../../apps/api/engine/engine-link.js';
import { readEnvironment, type Environment } from '../../../libs/config/env.js';
import type { Role } from '../../../libs/domain/access/actor.js';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import { logKeyFor, signNow } from '../../../libs/ledger/log-keeper.js';
import { logSettings } from '../../../libs/ledger/log-settings.js';
import type { World, Worlds } from '../../../libs/ledger/worlds.js';
import { formatSigner, newSignerKey } from '../../../libs/proof/signed-note.js';
import { CAMPAIGN, UNITS } from '../../domain/support/people.js';
import { campaignFile } from '../../domain/support/sample-province-campaign.js';
import {
  accepted,
  databaseUrl,
  engine,
  launch,
  logAll,
  moveClock,
  on,
  person,
  personId,
  settleProvince,
  testWorlds,
} from '../../support/test-world.js';

export const PASSWORD = 'mật khẩu thử 2026';
export const ROUND = `${CAMPAIGN}.annual.2024`;

export type Body = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

type Headers_ = Readonly<Record<string, string>>;

/** The api on a free port over schemas of its own, with a rehearsal in which the annual round of 2024 is open. */
export class ApiUnderTest {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly worlds: Worlds,
    readonly official: World,
    readonly world: World,
    readonly url: string,
    /** Where this api keeps its files. */
    readonly data: string,
    private readonly environment: Environment,
  ) {}

  /** The campaign of the domain tests, or another one whose annual round has the same keys. */
  static async start(file: CampaignFile = campaignFile): Promise<ApiUnderTest> {
    const worlds = await testWorlds();
    const official = await worlds.official();
    await settleProvince(official);
    const passwordHash = await hashPassword(PASSWORD);
    await official.pool.query({
      text: 'insert into ops_account (person_id, username, password_hash) select id, username, $1 from read_person',
      values: [passwordHash],
    });
    const data = mkdtempSync(join(tmpdir(), 'vinhdanh-api-'));
    const environment = readEnvironment({
      DATABASE_URL: databaseUrl(),
      LOG_LEVEL: 'silent',
      VINHDANH_LOG_KEY: formatSigner(newSignerKey('vinhdanh/test')),
      VINHDANH_CHECKPOINT_DIR: mkdtempSync(join(tmpdir(), 'vinhdanh-checkpoints-')),
      VINHDANH_DATA: data,
    });
    const app = await createApp({ environment, worlds, engine: NO_ENGINE });
    await app.listen(0, '127.0.0.1');
    const world = await worlds.createRehearsal({
      name: 'api',
      clock: on('2024-05-13'),
      createdBy: 'test',
      purpose: {},
    });
    const api = new ApiUnderTest(app, worlds, official, world, await app.getUrl(), data, environment);
    await api.host(official);
    await api.host(world);
    await launch(world, file);
    await openRound(world);
    return api;
  }

  /** Has the api take a world on. It adopts a key for its log in its own time: whoever counts facts must not meet that one. */
  async host(world: World): Promise<void> {
    await this.app.get(EngineHost).host(world);
    await logKeyFor(world, logSettings(this.environment, world.kind).key);
  }

  /** Until the log of a world is whole and signed: the api signs it no further before something is recorded. */
  async logAtRest(world: World): Promise<void> {
    await logAll(world);
    await signNow(world, { ...logSettings(this.environment, world.kind), witnesses: [] }, 'asked');
  }

  async stop(): Promise<void> {
    const names = (await this.worlds.list()).filter(({ kind }) => kind === 'rehearsal').map(({ name }) => name);
    const host = this.app.get(EngineHost);
    await Promise.all(names.map((name) => host.release(name)));
    for (const name of names) await this.worlds.drop(name);
    await this.app.close();
    await this.worlds.close();
    rmSync(this.data, { recursive: true, force: true });
  }

  /** A caller with a session in the rehearsal. */
  async as(unitId: string, role: Role): Promise<Caller> {
    return this.tokenOf(this.world, personId(unitId, role));
  }

  /** A caller with a session in the official world. */
  async officially(unitId: string, role: Role): Promise<Caller> {
    return this.tokenOf(this.official, personId(unitId, role));
  }

  anonymous(headers: Headers_ = {}): Caller {
    return new Caller(this.url, headers);
  }

  private async tokenOf(world: World, id: string): Promise<Caller> {
    const { token } = await this.app.get(SessionStore).begin(world, id);
    return new Caller(this.url, { authorization: `Bearer ${token}`, 'x-world': world.name });
  }
}

/** Somebody who calls the api. */
export class Caller {
  constructor(
    readonly url: string,
    readonly headers: Headers_,
  ) {}

  get(path: string, headers: Headers_ = {}): Promise<Answer> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body?: unknown, headers: Headers_ = {}): Promise<Answer> {
    return this.send('POST', path, body, headers);
  }

  put(path: string, body?: unknown, headers: Headers_ = {}): Promise<Answer> {
    return this.send('PUT', path, body, headers);
  }

  delete(path: string): Promise<Answer> {
    return this.send('DELETE', path, undefined, {});
  }

  /** Uploads one file in a form, with the fields before it. */
  async upload(
    name: string,
    content: string | Uint8Array,
    fields: Headers_ = {},
    path = '/api/v1/files',
  ): Promise<Answer> {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('file', new Blob([content]), name);
    return answerOf(await fetch(`${this.url}${path}`, { method: 'POST', headers: this.headers, body: form }));
  }

  /** `body` as text is sent as it is. */
  async send(method: string, path: string, body: unknown, headers: Headers_): Promise<Answer> {
    const payload = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...this.headers,
        ...headers,
      },
      ...(payload === undefined ? {} : { body: payload }),
    });
    return answerOf(response);
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, headers: response.headers, body: isJson ? (JSON.parse(text) as Body) : { text } };
}

async function openRound(world: World): Promise<void> {
  const key = { campaignId: CAMPAIGN, key: 'guidance', occurrence: '2024', unitId: UNITS.lead };
  await accepted(world, { actor: engine, name: 'openObligation', input: key });
  const obligationId = `${CAMPAIGN}.guidance.2024.${UNITS.lead}`;
  const proof = { kind: 'document', number: '12/HD-SNN', date: '2024-05-13' } as const;
  await accepted(world, {
    actor: person(UNITS.lead, 'officer'),
    name: 'fulfilObligation',
    input: { obligationId, proof },
  });
  await moveClock(world, on('2024-10-01'));
  await accepted(world, {
    actor: engine,
    name: 'openRound',
    input: { campaignId: CAMPAIGN, key: 'annual', occurrence: '2024' },
  });
}

/** A nomination as unit a drafts it. */
export const nominationOf = (subjectId: string, more: Record<string, unknown> = {}) => ({
  campaignId: CAMPAIGN,
  roundId: ROUND,
  awardCode: 'BK',
  unitId: UNITS.a,
  subject: { kind: 'household', id: subjectId, name: 'Hộ bà Bùi Thị Mến' },
  achievement: 'Trồng 5 ha cam, giúp 12 hộ thoát nghèo',
  documents: [{ kind: 'report', reference: 'BC-01' }],
  ...more,
});

/** What stands in a body under a dotted path; a number is a place in a list, counted from the end when negative. */
export function dig(body: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => {
    if (Array.isArray(at)) return at.at(Number(key)) as unknown;
    return typeof at === 'object' && at !== null ? (at as Body)[key] : undefined;
  }, body);
}

export const textAt = (body: unknown, path: string): string => String(dig(body, path));

export function listAt(body: unknown, path: string): readonly unknown[] {
  const list = dig(body, path);
  if (!Array.isArray(list)) throw new Error(`no list at ${path}: ${JSON.stringify(body)}`);
  return list as readonly unknown[];
}

/** One field of every item of a list. */
export const eachOf = (body: unknown, path: string, field: string): readonly unknown[] =>
  listAt(body, path).map((item) => dig(item, field));
