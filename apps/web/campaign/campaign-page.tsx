import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { periodOf } from '../../../libs/domain/campaign-plan/period.js';
import { PartLink } from '../shared/ui/link-button.js';
import { PageBody } from '../shared/ui/page-body.js';
import { PageTitle } from '../shared/ui/page-title.js';
import { QueryState } from '../shared/ui/query-state.js';
import { SectionNav } from '../shared/ui/section-nav.js';
import { StatusBadge } from '../shared/ui/status-badge.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { CampaignActs } from './campaign-acts.js';
import { campaignQuery, type CampaignShown } from './campaign-query.js';
import { campaignWords } from './campaign.words.js';
import { contentWords } from './content.words.js';
import { ContentView } from './content-view.js';
import { LateView } from './late-view.js';
import { Overview } from './overview.js';
import { QuestionsView } from './questions-view.js';
import { RehearsalsView } from './rehearsals-view.js';
import { RoundsPanel } from './rounds-panel.js';
import { campaignRoute } from './route.js';
import { CAMPAIGN_PARTS, type CampaignPart } from './search.js';
import { TargetsView } from './targets-view.js';
import { UnitsView } from './units-view.js';

/** A campaign: how it goes, who is late, what it asks, what is open, and what can be done with it. */
export function CampaignPage() {
  const { campaignId } = campaignRoute.useParams();
  const { part = 'overview' } = campaignRoute.useSearch();
  const query = useQuery(campaignQuery(campaignId));
  return (
    <PageBody>
      <QueryState query={query}>
        {(campaign) => (
          <>
            <Heading campaign={campaign} />
            <Parts shown={part} campaignId={campaignId} />
            <Part campaign={campaign} part={part} />
          </>
        )}
      </QueryState>
    </PageBody>
  );
}

function Heading({ campaign }: { readonly campaign: CampaignShown }) {
  const t = useWords(campaignWords);
  const words = useWords(contentWords);
  const say = useSay();
  const { day } = useFormats();
  const { file, status, document } = campaign;
  const { from, to } = periodOf(file);
  const unitName = (id: string): string => {
    const unit = campaign.units.find((one) => one.id === id);
    return unit === undefined ? id : say(unit.name);
  };
  return (
    <Group justify="space-between" align="flex-start" gap="sm">
      <Stack gap={4} flex="1 1 340px">
        <PageTitle text={say(file.name)} />
        <Group gap="xs">
          <StatusBadge status={status} />
          <Text size="sm" c="dimmed">
            {t.period(day(from), day(to))}
            {document !== undefined && ` · ${t.byDocument(document.number, day(document.date))}`}
          </Text>
        </Group>
        <Text size="sm" c="dimmed">
          {t.issuer}: {unitName(file.roles.issuer.unit)} · {t.lead}: {unitName(file.roles.leadAgency.unit)}
        </Text>
      </Stack>
      <Group gap="xs" className="vd-no-print">
        <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          {words.print}
        </Button>
        <CampaignActs campaign={campaign} />
      </Group>
    </Group>
  );
}

function Parts({ shown, campaignId }: { readonly shown: CampaignPart; readonly campaignId: string }) {
  const t = useWords(campaignWords);
  return (
    <SectionNav label={t.parts}>
      {CAMPAIGN_PARTS.map((part) => (
        <PartLink
          key={part}
          to="/campaigns/$campaignId"
          params={{ campaignId }}
          search={part === 'overview' ? {} : { part }}
          isShown={part === shown}
        >
          {t[part]}
        </PartLink>
      ))}
    </SectionNav>
  );
}

function Part({ campaign, part }: { readonly campaign: CampaignShown; readonly part: CampaignPart }) {
  switch (part) {
    case 'overview':
      return (
        <>
          <Overview campaign={campaign} />
          <RoundsPanel campaign={campaign} />
        </>
      );
    case 'units':
      return <UnitsView campaign={campaign} />;
    case 'late':
      return <LateView campaign={campaign} />;
    case 'targets':
      return <TargetsView campaign={campaign} />;
    case 'content':
      return <ContentView campaign={campaign} />;
    case 'questions':
      return <QuestionsView campaign={campaign} />;
    case 'rehearsals':
      return <RehearsalsView campaignId={campaign.id} of={{ campaignId: campaign.id }} />;
  }
}
