import { type Ask, type Have } from '../core/decision.js';
import type { NominationState, PinnedStep } from './nomination-state.js';

export const submittedTogether = ({ roundId, unitId, awardCode }: NominationState): Ask => ({
  ask: 'submittedTogether',
  roundId,
  unitId,
  awardCode,
});

export const batchSize = (state: NominationState, have: Have): number => have.answer(submittedTogether(state)).length;

export const dependsOnBatch = (route: readonly PinnedStep[]): boolean =>
  route.some(({ byBatch }) => byBatch !== undefined);
