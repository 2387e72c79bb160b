import type { Environment } from '../../../libs/config/env.js';
import type { Worlds } from '../../../libs/ledger/worlds.js';
import { NoEngine, type EngineLink } from './engine-link.js';

/** The engine this process tells of committed facts. */
export function engineLink(_environment: Environment, _worlds: Worlds): EngineLink {
  return new NoEngine();
}
