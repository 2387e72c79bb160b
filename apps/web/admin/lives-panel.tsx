import { Badge, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { NamedUnit } from '../shared/api/answers.js';
import { occurrenceName } from '../campaign/campaign-query.js';
import { pagesOf } from '../shared/api/pages.js';
import { WORK } from '../shared/api/work.js';
import { LinkAnchor, PartLink } from '../shared/ui/link-button.js';
import { PagedTable } from '../shared/ui/paged-list.js';
import { Panel } from '../shared/ui/panel.js';
import { SectionNav } from '../shared/ui/section-nav.js';
import { Empty } from '../shared/ui/states.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { engineWords } from './engine.words.js';
import { adminRoute } from './route.js';
import { LIVES } from './search.js';

interface LifeShown {
  readonly kind: (typeof LIVES)[number];
  readonly id: string;
  readonly campaign: NamedUnit | null;
  readonly unit: NamedUnit | null;
  readonly round: { readonly name: Bilingual; readonly occurrence: string } | null;
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
    ...pagesOf<LifeShown>('/api/v1/system/waiting', { kind: life, stuck }),
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
          <PartLink key={key} to="/admin" search={{ part: 'engine', ...search }} isShown={key === chosen}>
            {label}
          </PartLink>
        ))}
      </SectionNav>
      <PagedTable
        query={query}
        empty={<Empty title={t.nothing} hint={t.nothingHint} />}
        label={t.waiting}
        minWidth={760}
        heads={[t.what, t.waitsFor, t.next]}
      >
        {(lives) => lives.map((one) => <Life key={`${one.kind}/${one.id}`} life={one} />)}
      </PagedTable>
    </Panel>
  );
}

function Life({ life }: { readonly life: LifeShown }) {
  const { kind, campaign, waitingFor, stuck, nextAt, behind } = life;
  const t = useWords(engineWords);
  const say = useSay();
  const { moment, number } = useFormats();
  const of = kind === 'campaign' || campaign === null ? [] : [say(campaign.name)];
  return (
    <Table.Tr>
      <Table.Td>
        <LifeName life={life} />
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
function LifeName({ life: { kind, id, campaign, unit, round } }: { readonly life: LifeShown }) {
  const t = useWords(engineWords);
  const say = useSay();
  const whose = [unit?.name, round?.name].flatMap((name) => (name === undefined ? [] : [say(name)]));
  const named = [[t[kind], ...whose].join(': '), occurrenceName(round?.occurrence)]
    .filter((part) => part !== '')
    .join(' ');
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
