import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** The framework's own words, in the one log. What it says of every route at boot is for debugging. */
export class NestLog implements LoggerService {
  constructor(private readonly pino: Logger) {}

  log(message: unknown, context?: unknown): void {
    this.pino.debug({ context }, String(message));
  }
  warn(message: unknown, context?: unknown): void {
    this.pino.warn({ context }, String(message));
  }
  error(message: unknown, ...more: readonly unknown[]): void {
    this.pino.error({ more }, String(message));
  }
  debug(message: unknown, context?: unknown): void {
    this.pino.debug({ context }, String(message));
  }
  verbose(message: unknown, context?: unknown): void {
    this.pino.trace({ context }, String(message));
  }
}
