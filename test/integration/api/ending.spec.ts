import { expect, it } from '@jest/globals';
import { endingOf } from '../../../apps/api/ending.js';

/** Told to end; resolves with how it ended and what it said. */
function ended(close: () => Promise<void>, signals = 1): Promise<{ code: number; said: readonly string[] }> {
  const said: string[] = [];
  return new Promise((resolve) => {
    const end = endingOf({
      close,
      exit: (code) => resolve({ code, said }),
      say: (line) => said.push(line),
      patience: 20,
    });
    for (let i = 0; i < signals; i += 1) end();
  });
}

it('an api that is told to end ends when it has let go of everything, once, however often it is told', async () => {
  let closed = 0;
  const close = (): Promise<void> => {
    closed += 1;
    return Promise.resolve();
  };
  expect(await ended(close, 3)).toEqual({ code: 0, said: [] });
  expect(closed).toBe(1);
});

it('an api that is told to end ends whatever keeps it, and says so', async () => {
  const { code, said } = await ended(() => new Promise<void>(() => undefined));
  expect(code).toBe(0);
  expect(said.join()).toContain('had not let go of everything');
});

it('an api that cannot let go says so in its exit code', async () => {
  const { code, said } = await ended(() => Promise.reject(new TypeError('secret')));
  expect([code, said.join()]).toEqual([1, 'Vinh Danh api could not let go of everything: TypeError']);
});
