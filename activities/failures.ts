import { ApplicationFailure } from '@temporalio/common';
import type { EngineWorld, EngineWorlds } from './ports.js';

/** Connection classes of PostgreSQL, its shutdown, and the codes of Node's sockets: it comes back, trying again helps. */
const PASSING = /^(08|53|57|40|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_)/;

const NO_TABLE = '42P01';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/**
 * A failure as a code. Messages of a database quote rows, rows name people: none of it may reach a history, so neither
 * message nor cause is passed on.
 */
export function asCode(error: unknown): ApplicationFailure {
  if (error instanceof ApplicationFailure) return error;
  const code = codeOf(error);
  const isPassing = PASSING.test(code) || (error instanceof Error && /connect|terminated|timeout/i.test(error.message));
  const type = isPassing ? 'UNAVAILABLE' : 'DEFECT';
  return ApplicationFailure.create({ type, message: code === '' ? type : `${type} ${code}`, nonRetryable: !isPassing });
}

/** Runs an activity in its world. A world that was thrown away has nothing left to read or do: `gone` is the answer then. */
export async function inWorld<T>(
  worlds: EngineWorlds,
  name: string,
  run: (world: EngineWorld) => Promise<T>,
  gone?: () => T,
): Promise<T> {
  try {
    const world = await worlds.open(name);
    if (world !== undefined) return await run(world);
    if (gone !== undefined) return gone();
    throw ApplicationFailure.create({ type: 'NO_WORLD', message: 'NO_WORLD', nonRetryable: true });
  } catch (error) {
    // Its tables are gone although this process has it open: it was thrown away by another one.
    if (gone !== undefined && codeOf(error) === NO_TABLE) return gone();
    if (!(error instanceof ApplicationFailure)) worlds.report?.(error);
    throw asCode(error);
  }
}
