import { createServer, connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const HOST = '127.0.0.1';
/**
 * How long a server of ours that runs may take until it answers, on a machine that does much else. One that has ended is
 * noticed at once; only one that never answers uses this up.
 */
export const PATIENCE_MS = 300_000;
/** How long one attempt to reach it may take; a busy one is not cut off while it is about to answer. */
export const ATTEMPT_MS = 10_000;
/** Below the range from which systems pick ports for outgoing connections, so a chosen port is not lost before it is used. */
const LOWEST = 18_000;
const COUNT = 12_000;

export function isFree(port, host = HOST) {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => done(true)));
  });
}

/** `wanted` are kept where they are still free: clients and Temporal's membership table remember the old ones. */
export async function freePorts(count, wanted = []) {
  const ports = [];
  for (const port of wanted.slice(0, count)) {
    if (!ports.includes(port) && (await isFree(port))) ports.push(port);
  }
  while (ports.length < count) {
    const port = LOWEST + Math.floor(Math.random() * COUNT);
    if (!ports.includes(port) && (await isFree(port))) ports.push(port);
  }
  return ports;
}

export function answers(port, host = HOST) {
  return new Promise((done) => {
    const socket = connect({ port, host, timeout: 1000 });
    const finish = (result) => {
      socket.destroy();
      done(result);
    };
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
    socket.once('timeout', () => finish(false));
  });
}

/** Polls `attempt` until it returns something truthy; `giveUp` may throw to end the wait early. */
export async function until(attempt, { timeoutMs, everyMs = 100, giveUp = () => undefined }) {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    giveUp();
    const result = await attempt();
    if (result) return result;
    if (Date.now() > deadline) return undefined;
    await pause(everyMs);
  }
}
