import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { repositoryRoot } from '../../../libs/config/paths.js';
import { fieldsOf, listOf, numberOf, textOf } from '../../../libs/rehearsal/api-client.js';

export const PARTS = ['worker', 'temporal', 'api', 'postgres'] as const;
export type Part = (typeof PARTS)[number];

const freePort = (): Promise<number> =>
  new Promise((found, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null ? found(address.port) : fail(new Error('no port')),
      );
    });
  });

const jsonIn = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** A whole system of its own, started the way people start it. What it starts, and nothing else, can be killed here. */
export class LaunchedSystem {
  private constructor(
    readonly baseUrl: string,
    /** Where it keeps everything. */
    readonly data: string,
    private readonly launcher: ChildProcess,
  ) {}

  static async start(): Promise<LaunchedSystem> {
    const port = await freePort();
    const { DATABASE_URL: _database, TEMPORAL_ADDRESS: _temporal, NODE_OPTIONS: _options, ...env } = process.env;
    const args = ['scripts/start.mjs', '--ephemeral', '--no-rehearsal', '--port', String(port)];
    const launcher = spawn(process.execPath, args, {
      cwd: repositoryRoot(),
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let told = '';
    const data = await new Promise<string>((found, fail) => {
      launcher.once('exit', () => fail(new Error(`the launcher ended:\n${told}`)));
      launcher.stdout.setEncoding('utf8').on('data', (text: string) => {
        told += text;
        const directory = /Data and logs are in (.+?)\. Ctrl-C/.exec(told)?.[1];
        if (directory !== undefined) found(directory);
      });
    });
    const system = new LaunchedSystem(`http://127.0.0.1:${port}`, data, launcher);
    await system.untilUp();
    return system;
  }

  /** The addresses of its servers, as its processes were told them. */
  address(name: 'DATABASE_URL' | 'TEMPORAL_ADDRESS' | 'TEMPORAL_NAMESPACE'): string {
    return textOf(fieldsOf(fieldsOf(jsonIn(join(this.data, 'run.json')))['env'])[name]);
  }

  /** Ends a part at once, as a power cut would. False where it is not there just now. */
  kill(part: Part): boolean {
    return this.signal(part, 'SIGKILL');
  }

  /** Makes a part deaf and dumb without ending it, until it is resumed. */
  halt(part: Part): boolean {
    return this.signal(part, 'SIGSTOP');
  }

  resume(part: Part): boolean {
    return this.signal(part, 'SIGCONT');
  }

  /** Takes away all Temporal knows and the server with it; the launcher starts an empty one in its place. */
  loseTemporalStore(): void {
    const directory = join(this.data, 'temporal');
    const store = readdirSync(directory).filter((name) => name.includes('.db'));
    if (store.length === 0) throw new Error('Temporal has no store to lose');
    for (const name of store) rmSync(join(directory, name));
    this.kill('temporal');
  }

  private signal(part: Part, signal: NodeJS.Signals): boolean {
    const pid = numberOf(fieldsOf(fieldsOf(fieldsOf(jsonIn(join(this.data, 'run.json')))['processes'])[part])['pid']);
    if (pid <= 1) return false;
    try {
      process.kill(pid, signal);
      return true;
    } catch {
      return false;
    }
  }

  admin(): { readonly username: string; readonly password: string } {
    const accounts = listOf(jsonIn(join(this.data, 'demo-accounts.json'))).map(fieldsOf);
    const admin = accounts.find((account) => account['role'] === 'admin');
    return { username: textOf(admin?.['username']), password: textOf(admin?.['password']) };
  }

  /** Everything answers and the engine has joined. */
  async untilUp(patience = 240_000): Promise<void> {
    for (const since = Date.now(); Date.now() - since < patience; await pause(250)) {
      const ready: unknown = await fetch(`${this.baseUrl}/health/ready`).then(
        (response) => response.json(),
        () => undefined,
      );
      if (fieldsOf(ready)['engine'] === 'up') return;
    }
    throw new Error('the system is not up');
  }

  async end(): Promise<void> {
    if (this.launcher.exitCode !== null) return;
    const ended = new Promise((done) => this.launcher.once('exit', done));
    this.launcher.kill('SIGINT');
    await ended;
  }
}
