import type { LocalDate } from '../calendar/local-date.js';
import type { CampaignFile } from '../campaign-plan/campaign.js';
import type { Who } from '../campaign-plan/parts.js';
import { resolveWho } from '../campaign-plan/resolve-who.js';
import type { Have } from '../core/decision.js';
import { ref, type StreamRef } from '../core/stream.js';
import { organisationUnits } from '../organisation/organisation-unit.js';

/** The unit and those above it, as far as they are loaded: a group may mean only units below another one. */
function chainOf(have: Have, unitId: string): readonly string[] {
  const chain: string[] = [];
  for (let next: string | undefined = unitId; next !== undefined && !chain.includes(next);) {
    chain.push(next);
    next = have.state('unit', next)?.parent;
  }
  return chain;
}

export const needsUnits = (have: Have, unitId: string): readonly StreamRef[] =>
  chainOf(have, unitId).map((id) => ref('unit', id));

/** Does `who` mean this unit on the day? The command must need {@link needsUnits}. */
export function meansUnit(have: Have, file: CampaignFile, who: Who, unitId: string, day: LocalDate): boolean {
  const units = chainOf(have, unitId).flatMap((id) => {
    const unit = have.state('unit', id);
    return unit === undefined ? [] : organisationUnits(id, unit);
  });
  return resolveWho(file, who, { units, clusters: [] }, day).unitIds.includes(unitId);
}
