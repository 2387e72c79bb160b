import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const switched = z.enum(['true', 'false']).transform((value) => value === 'true');
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' });

/** Every variable the api, the worker and the command line read. `.env.example` tells the same, which a test checks. */
export const environmentSchema = z.object({
  /** The role that owns the tables and migrates them. */
  DATABASE_URL: postgresUrl,
  /** The role that may add facts but never change them; without it the owner is used. */
  DATABASE_APP_URL: postgresUrl.optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  /** Where people reach the application: links in mail are made of it. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:3000'),
  /** Session cookies only over https; switch on wherever PUBLIC_URL is https. */
  COOKIE_SECURE: switched.default(false),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^:\s/]+:\d+$/, 'must be host:port')
    .default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('vinhdanh'),
  TEMPORAL_TASK_QUEUE: z.string().min(1).default('vinhdanh'),
  /** A bundle made beforehand; without it the worker makes its own. */
  WORKFLOW_BUNDLE: z.string().min(1).optional(),
  /** Where files of this installation are kept: uploads, exports, demo accounts. */
  VINHDANH_DATA: z.string().min(1).default('.data'),
  /** Without it mail stays in the outbox, visible to operators. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('Vinh Danh <no-reply@vinhdanh.invalid>'),
  /** The key that signs the log (`vinhdanh log key` makes one); without it that of the file. */
  VINHDANH_LOG_KEY: z.string().min(1).optional(),
  /** Made at the first start where there is none; left out, it is `log.key` among the files of the installation. */
  VINHDANH_LOG_KEY_FILE: z.string().min(1).optional(),
  /** Who cosigns the state of the log, as `address key` pairs with commas between. */
  VINHDANH_WITNESSES: z.string().min(1).optional(),
  /** Every signed state of the log as a file, best on another machine's disk; left out, `checkpoints` among the files. */
  VINHDANH_CHECKPOINT_DIR: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Where the worker shows its metrics; 0: nowhere. */
  WORKER_METRICS_PORT: port.default(0),
});

export type Environment = Readonly<z.output<typeof environmentSchema>>;

/** Names every wrong variable at once: nobody should have to start five times to find five mistakes. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';

  constructor(readonly problems: readonly string[]) {
    super(`The environment is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

/** An empty variable counts as absent: that is what an unfilled line of an env file means. */
export function readEnvironment(source: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environmentSchema.safeParse(filled);
  if (parsed.success) return Object.freeze(parsed.data);
  throw new EnvironmentError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
}
