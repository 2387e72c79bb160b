import { queryOptions } from '@tanstack/react-query';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { UnitType } from '../../../libs/domain/campaign-plan/vocabulary.js';
import type { Page } from '../shared/api/answers.js';
import { address, request } from '../shared/api/client.js';
import { ProblemError } from '../shared/api/problem.js';

export interface UnitListed {
  readonly id: string;
  readonly type: UnitType;
  readonly name: Bilingual;
}
export interface AwardListed {
  readonly award: string;
  readonly name: Bilingual;
}

/** Every unit that exists today: a campaign may give a part to any of them. */
export const unitsQuery = queryOptions({
  queryKey: ['units', 'all'],
  queryFn: async ({ signal }) => {
    const items: UnitListed[] = [];
    let cursor: string | undefined;
    do {
      const page = await request<Page<UnitListed>>(address('/api/v1/units', { limit: 200, cursor }), { signal });
      items.push(...page.items);
      cursor = page.next;
    } while (cursor !== undefined);
    return { items };
  },
  meta: { follows: { kinds: ['unit'] } },
});

/** Awards by the rules of today; none where no rules are loaded: then an award is named freely. */
export const awardsQuery = queryOptions({
  queryKey: ['awards'],
  queryFn: async ({ signal }): Promise<{ readonly items: readonly AwardListed[] }> => {
    try {
      return await request('/api/v1/rules?table=awards', { signal });
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status === 404) return { items: [] };
      throw error;
    }
  },
  meta: { follows: { kinds: ['rule-pack'] } },
});
