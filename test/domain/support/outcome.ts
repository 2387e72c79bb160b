import type { Decision } from '../../../libs/domain/core/decision.js';
import type { Refusal } from '../../../libs/domain/core/decision.js';

/** 'accepted', or the code it was refused with. */
export const outcome = (decision: Decision): string => (decision.ok ? 'accepted' : decision.refusal.code);

/** The refusal of a command that must be refused. */
export function refusalOf(decision: Decision): Refusal {
  if (decision.ok) throw new Error('the command was accepted');
  return decision.refusal;
}
