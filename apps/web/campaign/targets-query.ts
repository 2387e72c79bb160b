import { queryOptions } from '@tanstack/react-query';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { PlotPoint, Standing } from '../../../libs/domain/targets/evaluate.js';
import type { NamedUnit } from '../shared/api/answers.js';
import { request } from '../shared/api/client.js';

/** A target with what was reached of it, as the api judges it. */
export interface TargetShown {
  readonly key: string;
  readonly text: Bilingual;
  readonly unit?: string;
  readonly lowerIsBetter?: boolean;
  readonly points: readonly (Standing & { readonly unit?: NamedUnit })[];
  readonly plot: { readonly wanted: readonly PlotPoint[]; readonly reached: readonly PlotPoint[] };
  /** Open questions about what it means. */
  readonly questions: readonly string[];
}

export const targetsQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaign', campaignId, 'targets'],
    queryFn: ({ signal }) =>
      request<{ readonly asOf: string; readonly targets: readonly TargetShown[] }>(
        `/api/v1/campaigns/${encodeURIComponent(campaignId)}/targets`,
        { signal },
      ),
    meta: { follows: { ids: [campaignId], kinds: ['report', 'world'] } },
  });
