import type { World } from '../../../libs/ledger/worlds.js';

/** `joining` until the engine has answered once; `down` when it was there and is gone. */
export type EngineState = 'joining' | 'up' | 'down';

/** How the application tells the engine of committed facts. */
export interface EngineLink {
  start(): void;
  stop(): Promise<void>;
  follow(world: World): Promise<void>;
  leave(world: World): Promise<void>;
  logGrew(world: World): void;
  state(): Promise<EngineState>;
}

export const ENGINE_LINK = Symbol('engine link');

const nothing = (): Promise<void> => Promise.resolve();

/** Without an engine: people's work goes on, facts wait in the outbox. */
export const NO_ENGINE: EngineLink = {
  start: () => undefined,
  stop: nothing,
  follow: nothing,
  leave: nothing,
  logGrew: () => undefined,
  state: () => Promise.resolve('joining'),
};
