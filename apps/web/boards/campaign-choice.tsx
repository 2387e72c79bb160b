import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { Page } from '../shared/api/answers.js';
import { address, request } from '../shared/api/client.js';
import { useSay, useWords } from '../shared/words/language.js';
import { boardsWords } from './boards.words.js';
import { boardsRoute } from './route.js';

interface CampaignListed {
  readonly id: string;
  readonly name: Bilingual;
}

/** The campaign a board is about; it stands in the address. */
export function CampaignChoice() {
  const t = useWords(boardsWords);
  const say = useSay();
  const { campaign } = boardsRoute.useSearch();
  const navigate = boardsRoute.useNavigate();
  const { data } = useQuery({
    queryKey: ['campaigns', 'running'],
    queryFn: ({ signal }) =>
      request<Page<CampaignListed>>(address('/api/v1/campaigns', { status: 'running', limit: 200 }), { signal }),
    meta: { follows: { kinds: ['campaign'] } },
  });
  const put = (next: string | null): void =>
    void navigate({
      search: ({ campaign: _before, ...rest }) => (next === null ? rest : { ...rest, campaign: next }),
      replace: true,
    });
  return (
    <Select
      label={t.campaign}
      placeholder={t.anyCampaign}
      clearable
      searchable
      w="100%"
      maw={520}
      className="vd-no-print"
      value={campaign ?? null}
      onChange={put}
      data={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: say(name) }))}
    />
  );
}
