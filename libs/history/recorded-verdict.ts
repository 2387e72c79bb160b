import type { Verdict } from '../domain/rules/verdict.js';

/** The verdict a fact carries, if it does: facts of submission, receipt and evaluation keep it whole. */
export function verdictIn(payload: Readonly<Record<string, unknown>>): Verdict | undefined {
  const verdict = payload['verdict'];
  return typeof verdict === 'object' && verdict !== null && 'rules' in verdict && Array.isArray(verdict.rules)
    ? (verdict as Verdict)
    : undefined;
}
