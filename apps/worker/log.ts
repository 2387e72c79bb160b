import { Runtime } from '@temporalio/worker';
import { pino, type Logger } from 'pino';

/** Where something failed, without what it was said about: messages of a database quote rows, rows name people. */
export function failureFrames(error: unknown): { readonly name: string; readonly code?: string; readonly at?: string } {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .join('\n');
  return {
    name: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...(frames === undefined ? {} : { at: frames }),
  };
}

const FIELDS = ['workflowId', 'workflowType', 'activityType', 'attempt', 'taskQueue', 'workflowCode'];
const known = (meta: Readonly<Record<string, unknown>> | undefined): Record<string, unknown> =>
  Object.fromEntries(FIELDS.flatMap((name) => (meta?.[name] === undefined ? [] : [[name, meta[name]]])));

/** The SDK's own lines go where ours go, with ids and codes only. Signals are ours: mail and metrics end with the worker. */
export function installRuntime(log: Logger): void {
  const line =
    (level: 'trace' | 'debug' | 'info' | 'warn' | 'error') => (message: string, meta?: Record<string, unknown>) => {
      const error = meta?.['error'];
      log[level]({ ...known(meta), ...(error === undefined ? {} : { failure: failureFrames(error) }) }, message);
    };
  Runtime.install({
    shutdownSignals: [],
    logger: {
      log: (level, message, meta) => line(levelOf(level))(message, meta),
      trace: line('trace'),
      debug: line('debug'),
      info: line('debug'),
      warn: line('warn'),
      error: line('error'),
    },
    telemetryOptions: { logging: { forward: {}, filter: { core: 'WARN', other: 'ERROR' } } },
  });
}

const levelOf = (level: string): 'trace' | 'debug' | 'info' | 'warn' | 'error' => {
  const lower = level.toLowerCase();
  return lower === 'trace' || lower === 'info' || lower === 'warn' || lower === 'error' ? lower : 'debug';
};

export const createLog = (level: string): Logger => pino({ level, base: { part: 'worker' } });
