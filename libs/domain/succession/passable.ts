import type { Fact, StreamDefinition, StreamKind, States } from '../core/stream.js';
import { PASSED_ON, type Passing } from './passing.js';
import { registrationAfter, takeOver, TAKEN_OVER } from './registration-passing.js';

/** A kind of stream whose open work can pass to a successor: its own facts, and the one that says so. */
export function passable<K extends StreamKind>(
  definition: StreamDefinition<K>,
  after: (state: States[K], passing: Passing) => States[K],
): StreamDefinition<K> {
  return {
    ...definition,
    evolve: (state, fact) =>
      fact.type === PASSED_ON && state !== undefined
        ? after(state, fact.payload as unknown as Passing)
        : definition.evolve(state, fact),
  };
}

/** Registrations pass on by their pledges: the old one is closed, the successor's takes them over. */
export function passableRegistration(definition: StreamDefinition<'registration'>): StreamDefinition<'registration'> {
  const evolve = (state: States['registration'] | undefined, fact: Fact): States['registration'] => {
    if (fact.type === TAKEN_OVER) return takeOver(state, fact);
    return fact.type === PASSED_ON && state !== undefined
      ? registrationAfter(state, fact.payload as unknown as Passing)
      : definition.evolve(state, fact);
  };
  return { ...definition, evolve };
}
