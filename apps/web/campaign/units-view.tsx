import { useInfiniteQuery } from '@tanstack/react-query';
import { PagedList } from '../shared/ui/paged-list.js';
import { Panel } from '../shared/ui/panel.js';
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
      <PagedList query={query} empty={<Empty title={t.noUnits} hint={t.noUnitsHint} />}>
        {(units) => <UnitsTable label={title} units={units} />}
      </PagedList>
    </Panel>
  );
}
