import { Badge, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { NamedUnit, Page } from '../shared/api/answers.js';
import { address, request } from '../shared/api/client.js';
import { WORK } from '../shared/api/work.js';
import { LinkAnchor, LinkButton } from '../shared/ui/link-button.js';
import { MoreButton } from '../shared/ui/more-button.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { SectionNav } from '../shared/ui/section-nav.js';
import { Empty } from '../shared/ui/states.js';
import { WideTable } from '../shared/ui/wide-table.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { engineWords } from './engine.words.js';
import { adminRoute } from './route.js';
import { LIVES } from './search.js';

interface LifeShown {
  readonly kind: (typeof LIVES)[number];
  readonly id: string;
  readonly campaign: NamedUnit | null;
  readonly unit: NamedUnit | null;
  readonly waitingFor: Bilingual;
  readonly stuck: boolean;
  readonly nextAt: string | null;
  readonly behind: number;
}

/** Everything the engine carries, with what it waits for in the words of the house. */
export function LivesPanel() {
  const t = useWords(engineWords);
  const { life, stuck } = adminRoute.useSearch();
  const query = useInfiniteQuery({
    queryKey: ['system', 'waiting', { life, stuck }],
    queryFn: ({ pageParam, signal }) =>
      request<Page<LifeShown>>(address('/api/v1/system/waiting', { kind: life, stuck, cursor: pageParam }), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    meta: { follows: { kinds: WORK } },
  });
  const filters = [
    { key: 'all', label: t.all, search: {} },
    { key: 'stuck', label: t.stuck, search: { stuck: true as const } },
    ...LIVES.map((kind) => ({ key: kind, label: t[kind], search: { life: kind } })),
  ];
  const chosen = stuck === true ? 'stuck' : (life ?? 'all');
  return (
    <Panel title={t.waiting} hint={t.waitingHint}>
      <SectionNav label={t.kinds}>
        {filters.map(({ key, label, search }) => (
          <LinkButton
            key={key}
            to="/admin"
            search={{ part: 'engine', ...search }}
            size="compact-sm"
            flex="none"
            variant={key === chosen ? 'filled' : 'default'}
            aria-current={key === chosen ? 'true' : undefined}
          >
            {label}
          </LinkButton>
        ))}
      </SectionNav>
      <QueryState query={query}>
        {({ pages }) => {
          const lives = pages.flatMap(({ items }) => items);
          if (lives.length === 0) return <Empty title={t.nothing} hint={t.nothingHint} />;
          return (
            <Stack gap="xs">
              <WideTable label={t.waiting} minWidth={760}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t.what}</Table.Th>
                    <Table.Th>{t.waitsFor}</Table.Th>
                    <Table.Th>{t.next}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {lives.map((one) => (
                    <Life key={`${one.kind}/${one.id}`} life={one} />
                  ))}
                </Table.Tbody>
              </WideTable>
              <MoreButton query={query} />
            </Stack>
          );
        }}
      </QueryState>
    </Panel>
  );
}

function Life({ life: { kind, id, campaign, unit, waitingFor, stuck, nextAt, behind } }: { readonly life: LifeShown }) {
  const t = useWords(engineWords);
  const say = useSay();
  const { moment, number } = useFormats();
  const of = kind === 'campaign' || campaign === null ? [] : [say(campaign.name)];
  return (
    <Table.Tr>
      <Table.Td>
        <LifeName kind={kind} id={id} campaign={campaign} unit={unit} />
        <Text size="sm" c="dimmed">
          {kind === 'campaign' ? t[kind] : of.join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td>
        {say(waitingFor)}{' '}
        {stuck && (
          <Badge variant="outline" color="red" c="var(--mantine-color-error)" tt="none">
            {t.needsLook}
          </Badge>
        )}
        {behind > 0 && (
          <Text size="sm" c="dimmed">
            {t.behind(number(behind))}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{nextAt === null ? '–' : moment(nextAt)}</Table.Td>
    </Table.Tr>
  );
}

/** What it is and whose; an id only where there is nothing else to call it by. Nominees' names are not for this page. */
function LifeName({ kind, id, campaign, unit }: Pick<LifeShown, 'kind' | 'id' | 'campaign' | 'unit'>) {
  const t = useWords(engineWords);
  const say = useSay();
  const named = unit === null ? t[kind] : `${t[kind]}: ${say(unit.name)}`;
  if (kind === 'nomination')
    return (
      <LinkAnchor to="/nominations/$nominationId" params={{ nominationId: id }}>
        {named}
      </LinkAnchor>
    );
  if (campaign === null) return <Text>{id}</Text>;
  return (
    <LinkAnchor to="/campaigns/$campaignId" params={{ campaignId: campaign.id }}>
      {kind === 'campaign' ? say(campaign.name) : named}
    </LinkAnchor>
  );
}
