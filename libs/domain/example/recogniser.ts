import type { CampaignFile } from '../campaign-plan/campaign.js';
import type { Who } from '../campaign-plan/parts.js';
import type { Have } from '../core/decision.js';
import { ref, type StreamRef } from '../core/stream.js';

/** A unit and those above it, as far as they are loaded; the nearest first. */
export function chainOf(have: Have, unitId: string): readonly string[] {
  const chain: string[] = [];
  for (let at: string | undefined = unitId; at !== undefined && !chain.includes(at);) {
    chain.push(at);
    at = have.state('unit', at)?.parent;
  }
  return chain;
}

export const needsChain = (have: Have, unitId: string): readonly StreamRef[] =>
  chainOf(have, unitId).map((id) => ref('unit', id));

/**
 * The unit that recognises an example of `unitId` at a level: the nearest one, from the unit upward, that the campaign
 * means; else the first it names. Undefined where it means none of them.
 */
export function recogniserOf(file: CampaignFile, who: Who, have: Have, unitId: string): string | undefined {
  const groups = file.scope.filter(({ key }) => who.scope?.includes(key) === true);
  const ids = [
    ...(who.roles ?? []).map((role) => file.roles[role].unit),
    ...(who.unitIds ?? []),
    ...groups.flatMap((group) => group.unitIds ?? []),
  ];
  const types: readonly string[] = [...(who.unitTypes ?? []), ...groups.flatMap(({ unitTypes }) => unitTypes)];
  const chain = chainOf(have, unitId);
  const isMeant = (id: string, i: number): boolean =>
    ids.includes(id) || types.includes(have.state('unit', id)?.type ?? '') || (who.parent === true && i === 1);
  return chain.find(isMeant) ?? ids[0];
}
