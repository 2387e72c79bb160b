import type { CampaignFile } from '../campaign-plan/campaign.js';
import type { PledgeGate } from '../campaign-plan/pledges.js';
import { refuse, type Decision } from '../core/decision.js';
import type { PledgeResults, Pledge, PledgeVerdict, RegistrationState } from './registration.stream.js';

/** What a unit reached of what it pledged, entry by entry, and what that opens or bars. Pure. */

/** An entry as it compares: `undefined` where nobody has said anything about it. */
export interface PledgeComparison {
  readonly key: string;
  readonly spearhead: boolean;
  readonly wanted?: number;
  readonly reached?: number;
  /** What is missing to the number pledged; 0 when it is reached. */
  readonly gap?: number;
  /** The assessor's word, else that of the numbers, else what the unit claims. */
  readonly verdict?: PledgeVerdict;
  readonly assessed: boolean;
}

/** Does the number reached keep the number pledged? More keeps it, unless less was meant. */
export function keeps(pledge: Pick<Pledge, 'target' | 'lowerIsBetter'>, value: number): boolean | undefined {
  if (pledge.target === undefined) return undefined;
  return pledge.lowerIsBetter === true ? value <= pledge.target : value >= pledge.target;
}

/** Every entry of a pledge beside what was reached of it, in the order of the pledge. */
export const comparePledge = (
  pledges: readonly Pledge[],
  results: PledgeResults | undefined,
): readonly PledgeComparison[] =>
  pledges.map((pledge) => {
    const { key, target, spearhead, lowerIsBetter } = pledge;
    const item = results?.items.find((one) => one.key === key);
    const assessed = results?.verdicts?.[key];
    const byNumber = item?.value === undefined ? undefined : keeps(pledge, item.value);
    const claimed = byNumber === undefined ? item?.claim : byNumber ? 'met' : 'not-met';
    const verdict = assessed ?? claimed;
    return {
      key,
      spearhead: spearhead === true,
      ...(target === undefined ? {} : { wanted: target }),
      ...(item?.value === undefined ? {} : { reached: item.value }),
      ...(target === undefined || item?.value === undefined
        ? {}
        : { gap: Math.max(0, lowerIsBetter === true ? item.value - target : target - item.value) }),
      ...(verdict === undefined ? {} : { verdict }),
      assessed: assessed !== undefined,
    };
  });

/** The gate of the campaign's pledges that a round stands behind; prompt rounds only where it names them. */
export function gateOf(
  file: CampaignFile,
  round: { readonly key: string; readonly kind: string },
): PledgeGate | undefined {
  const gate = file.registration?.gate;
  if (gate === undefined) return undefined;
  const isGuarded = gate.rounds === undefined ? round.kind !== 'prompt' : gate.rounds.includes(round.key);
  return isGuarded ? gate : undefined;
}

export interface GateProblem {
  readonly lacks: 'confirmed' | 'results' | 'met';
  /** Entries that were not kept. */
  readonly keys: readonly string[];
}

/** What a unit still lacks before somebody of it may be nominated; undefined when the gate is open. */
export function gateProblem(
  { needs }: Pick<PledgeGate, 'needs'>,
  state: RegistrationState | undefined,
): GateProblem | undefined {
  const inForce = state?.inForce;
  if (state === undefined || inForce === undefined) return { lacks: 'confirmed', keys: [] };
  if (needs === 'confirmed') return undefined;
  if (state.results?.status !== 'assessed') return { lacks: 'results', keys: [] };
  if (needs === 'results') return undefined;
  const broken = comparePledge(inForce.pledges, state.results).filter(
    ({ verdict, spearhead }) => verdict !== 'met' && (needs === 'all-met' || spearhead),
  );
  return broken.length === 0 ? undefined : { lacks: 'met', keys: broken.map(({ key }) => key) };
}

/**
 * Refuses a nomination the pledges of the unit bar. A gate that no document and no verified rule stands behind advises
 * only: the caller tells it and goes on.
 */
export function refuseGated(
  gate: PledgeGate | undefined,
  state: RegistrationState | undefined,
  unitId: string,
): { readonly refused?: Decision; readonly advice?: GateProblem } {
  const problem = gate === undefined ? undefined : gateProblem(gate, state);
  if (gate === undefined || problem === undefined) return {};
  if (gate.provenance.enforced !== true) return { advice: problem };
  const code = problem.lacks === 'confirmed' ? 'UNIT_NOT_REGISTERED' : 'PLEDGE_NOT_KEPT';
  const keys = problem.keys.length === 0 ? {} : { keys: problem.keys.join(', ') };
  const params = { unit: unitId, ...(code === 'PLEDGE_NOT_KEPT' ? { lacks: problem.lacks, ...keys } : {}) };
  return { refused: refuse(code, { params }) };
}
