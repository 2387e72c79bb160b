import { useInfiniteQuery } from '@tanstack/react-query';
import { MoreButton } from '../shared/ui/more-button.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { Empty } from '../shared/ui/states.js';
import { useWords } from '../shared/words/language.js';
import { unitsQuery, type CampaignShown } from './campaign-query.js';
import { campaignWords } from './campaign.words.js';
import { standingWords } from './standing.words.js';
import { UnitsTable } from './units-table.js';

/** How far every unit is, the most overdue first. */
export function UnitsView({ campaign }: { readonly campaign: CampaignShown }) {
  const t = useWords(standingWords);
  const { units: title } = useWords(campaignWords);
  const query = useInfiniteQuery(unitsQuery(campaign.id));
  return (
    <Panel title={title} hint={t.unitsHint}>
      <QueryState query={query}>
        {({ pages }) => {
          const units = pages.flatMap(({ items }) => items);
          if (units.length === 0) return <Empty title={t.noUnits} hint={t.noUnitsHint} />;
          return (
            <>
              <UnitsTable label={title} units={units} />
              <MoreButton query={query} />
            </>
          );
        }}
      </QueryState>
    </Panel>
  );
}
