/** Starts the Temporal server that was found, and gives every kind of server the same namespace and search attributes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ATTEMPT_MS, freePorts, PATIENCE_MS, until } from './ports.mjs';
import { endProcess, isAlive, lastWords, startProcess } from './processes.mjs';
import { Expected, say } from './say.mjs';
import { dynamicConfig, DYNAMIC, PORTS_NEEDED, serverConfig } from './temporal-config.mjs';
import { findTemporal } from './temporal-find.mjs';

export const NAMESPACE = 'vinhdanh';
const RETENTION_DAYS = 7;
const KEYWORD = 2;
const DATETIME = 6;
/** Codes of gRPC. `PASSING`: cancelled, too late, too many at once, not there. */
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;
const PASSING = [1, 4, 8, 14];
const SEARCH_ATTRIBUTES = { World: KEYWORD, Campaign: KEYWORD, Stage: KEYWORD, DueAt: DATETIME };

/** Chosen before the server exists, so that the api can be told where the engine will be. */
export async function chooseTemporalPorts(book) {
  const running = book.get('temporal');
  if (isAlive(running)) return running.ports;
  const ports = await freePorts(PORTS_NEEDED, book.content.ports.temporal ?? []);
  book.note({ ports: { ...book.content.ports, temporal: ports } });
  return ports;
}

export async function startTemporal(book, ports, { nice = 0 } = {}) {
  const address = `127.0.0.1:${ports[0]}`;
  let entry = book.get('temporal');
  const adopted = isAlive(entry);
  if (!adopted) {
    const found = await findTemporal();
    const [command, ...args] =
      found.kind === 'cli' ? cliLine(book, found.path, ports[0]) : serverLine(book, found.path, ports);
    entry = startProcess(book, 'temporal', { command, args, nice, ports });
  }
  await becomeReady(address, entry);
  return { address, adopted };
}

export const endTemporal = (book, options) => endProcess(book, 'temporal', { graceMs: 15_000, ...options });

function serverLine(book, program, ports) {
  const directory = join(book.directory, 'temporal');
  mkdirSync(directory, { recursive: true });
  const config = join(directory, 'server.yaml');
  const dynamic = join(directory, 'dynamic.yaml');
  // JSON is YAML: no writer needed.
  writeFileSync(dynamic, JSON.stringify(dynamicConfig(), null, 2));
  const content = serverConfig({ database: join(directory, 'temporal.db'), dynamicConfig: dynamic, ports });
  writeFileSync(config, JSON.stringify(content, null, 2));
  return [program, '--config-file', config, '--allow-no-auth', 'start'];
}

function cliLine(book, program, port) {
  const directory = join(book.directory, 'temporal');
  mkdirSync(directory, { recursive: true });
  const dynamic = Object.entries(DYNAMIC).flatMap(([key, value]) => [
    '--dynamic-config-value',
    `${key}=${JSON.stringify(value)}`,
  ]);
  const fixed = ['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--log-level', 'warn'];
  return [program, ...fixed, '--port', String(port), '--db-filename', join(directory, 'temporal-cli.db'), ...dynamic];
}

async function becomeReady(address, entry) {
  const ready = await until(() => isServing(address), {
    timeoutMs: PATIENCE_MS,
    everyMs: 200,
    giveUp: () => {
      if (!isAlive(entry)) throw new Expected(`the Temporal server ended at once:\n${lastWords(entry)}`);
    },
  });
  if (!ready) throw new Expected(`the Temporal server does not answer at ${address}:\n${lastWords(entry)}`);
}

async function isServing(address) {
  const { Connection } = await import('@temporalio/client');
  let connection;
  try {
    connection = await Connection.connect({ address, connectTimeout: ATTEMPT_MS });
    await connection.workflowService.getClusterInfo({});
    return true;
  } catch {
    return false;
  } finally {
    await connection?.close();
  }
}

/** Idempotent: makes the namespace and the search attributes if they are missing, returns once both can be used. */
export async function ensureNamespace(address, namespace = NAMESPACE) {
  const { Connection } = await import('@temporalio/client');
  const connection = await Connection.connect({ address, connectTimeout: ATTEMPT_MS }).catch(() => {
    throw new Expected(`no Temporal server answers at ${address} (TEMPORAL_ADDRESS)`);
  });
  try {
    await ensureRegistered(connection, namespace);
    await ensureSearchAttributes(connection, namespace);
    await usable(connection, namespace);
  } finally {
    await connection.close();
  }
}

async function ensureRegistered({ workflowService }, namespace) {
  const register = async () => {
    const exists = await workflowService.describeNamespace({ namespace }).then(
      () => true,
      (error) => (error.code === NOT_FOUND ? false : Promise.reject(error)),
    );
    if (exists) return;
    const workflowExecutionRetentionPeriod = { seconds: RETENTION_DAYS * 24 * 3600 };
    const already = (error) => (error.code === ALREADY_EXISTS ? undefined : Promise.reject(error));
    await workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod }).catch(already);
    say(`Temporal namespace ${namespace} registered`);
  };
  // A server that has just come up, or has much to do, answers its first questions late or not at all.
  let complaint;
  const attempt = () =>
    register().then(
      () => true,
      (error) => {
        if (!PASSING.includes(error.code)) throw error;
        complaint = error;
        return false;
      },
    );
  if (!(await until(attempt, { timeoutMs: PATIENCE_MS, everyMs: 150 }))) throw complaint;
}

async function ensureSearchAttributes({ operatorService }, namespace) {
  // A namespace becomes known to the services a moment after it was written.
  let complaint;
  const done = await until(
    async () => {
      try {
        const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
        const missing = Object.entries(SEARCH_ATTRIBUTES).filter(([name]) => !customAttributes?.[name]);
        if (missing.length === 0) return true;
        await operatorService.addSearchAttributes({ namespace, searchAttributes: Object.fromEntries(missing) });
      } catch (error) {
        complaint = error;
      }
      return false;
    },
    { timeoutMs: PATIENCE_MS, everyMs: 150 },
  );
  if (!done) throw complaint ?? new Expected('Temporal did not take the search attributes');
}

async function usable({ workflowService }, namespace) {
  const query = "World = 'none' AND Campaign = 'none' AND Stage = 'none' AND DueAt > '2020-01-01T00:00:00Z'";
  let complaint;
  const counted = await until(
    () =>
      workflowService.countWorkflowExecutions({ namespace, query }).then(
        () => true,
        (error) => {
          complaint = error;
          return false;
        },
      ),
    { timeoutMs: PATIENCE_MS, everyMs: 150 },
  );
  if (!counted) throw complaint;
}
