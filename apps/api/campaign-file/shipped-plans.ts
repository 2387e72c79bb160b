import { readdirSync, readFileSync } from 'node:fs';
import { dataFile } from '../../../libs/config/paths.js';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import { validateCampaignFile } from '../../../libs/reference/campaign-reference.js';

/** A plan that comes with the product, ready to be read, rehearsed or taken in. */
export interface ShippedPlan {
  readonly name: string;
  readonly path: string;
  readonly file: CampaignFile;
}

let known: readonly ShippedPlan[] | undefined;

/** The plans of `data/campaigns`, read once; they do not change while the process runs. */
export function shippedPlans(): readonly ShippedPlan[] {
  known ??= readdirSync(dataFile('campaigns'))
    .filter((entry) => entry.endsWith('.yaml'))
    .sort()
    .flatMap((entry): readonly ShippedPlan[] => {
      const path = dataFile('campaigns', entry);
      const { file } = validateCampaignFile(path);
      return file === undefined ? [] : [{ name: entry.slice(0, -'.yaml'.length), path, file }];
    });
  return known;
}

export const shippedPlan = (name: string): ShippedPlan | undefined => shippedPlans().find((plan) => plan.name === name);

export const textOfPlan = (plan: ShippedPlan): string => readFileSync(plan.path, 'utf8');
