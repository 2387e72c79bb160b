import { expect, it } from '@jest/globals';
import type { ArgumentsHost } from '@nestjs/common';
import pg from 'pg';
import { ProblemFilter } from '../../../apps/api/http/problem.filter.js';

/** What a request is answered that failed with this error. */
function statusFor(error: unknown): number | undefined {
  let status: number | undefined;
  const reply = {
    sent: false,
    status: (code: number) => {
      status = code;
      return reply;
    },
    header: () => reply,
    send: () => undefined,
  };
  const request = { id: 'r1', headers: {}, url: '/api/v1/inbox', method: 'GET', log: { error: () => undefined } };
  const http = { getRequest: () => request, getResponse: () => reply };
  const host = { switchToHttp: () => http } as unknown as ArgumentsHost;
  new ProblemFilter(() => ({}) as never).catch(error, host);
  return status;
}

it.each(['postgres://a@127.0.0.1:1/b', 'postgres://a@127.0.0.1:1/b?host=/nowhere/at/all'])(
  'a database that has ended is unavailable for a while, not a defect: %s',
  async (connectionString) => {
    const failure = await new pg.Client({ connectionString }).connect().then(
      () => new Error('connected'),
      // An error of Node's own belongs to another realm than this file.
      ({ message, code }: Error & { code: string }) => Object.assign(new Error(message), { code }),
    );
    expect(statusFor(failure)).toBe(503);
  },
);

it('a file that is missing is a defect of ours', () => {
  expect(statusFor(Object.assign(new Error('ENOENT: no such file, open x'), { code: 'ENOENT' }))).toBe(500);
});

it('a wire that broke under a statement is unavailable for a while, though its code is as long as the server’s', () => {
  expect(statusFor(Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' }))).toBe(503);
});
