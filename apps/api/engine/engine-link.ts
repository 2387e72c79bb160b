import type { World } from '../../../libs/ledger/worlds.js';

/** `joining` until the engine has answered once, or answers again after it was gone. */
export type EngineState = 'joining' | 'up' | 'down';

/** How the application tells the engine of committed facts. */
export interface EngineLink {
  start(): void;
  stop(): Promise<void>;
  follow(world: World): void;
  leave(world: World): Promise<void>;
  logGrew(world: World, logIndex: number): void;
  state(): EngineState;
}

export const ENGINE_LINK = Symbol('engine link');

/** Without an engine: work goes on, the outbox waits. */
export class NoEngine implements EngineLink {
  start(): void {
    // Nothing to reach.
  }
  stop(): Promise<void> {
    return Promise.resolve();
  }
  follow(): void {
    // Facts stay in the outbox.
  }
  leave(): Promise<void> {
    return Promise.resolve();
  }
  logGrew(): void {
    // Facts stay in the outbox.
  }
  state(): EngineState {
    return 'joining';
  }
}
