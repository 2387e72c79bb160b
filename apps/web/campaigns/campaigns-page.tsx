import { Group, Paper, Stack, Text } from '@mantine/core';
import { IconFlag3, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { printedNumber } from '../campaign/campaign-query.js';
import { RehearsalList } from '../campaign/rehearsal-list.js';
import { rehearsalWords } from '../campaign/rehearsals.words.js';
import { LinkAnchor, LinkButton } from '../shared/ui/link-button.js';
import { PageBody } from '../shared/ui/page-body.js';
import { PageTitle } from '../shared/ui/page-title.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { Empty } from '../shared/ui/states.js';
import { StatusBadge } from '../shared/ui/status-badge.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { campaignsQuery, plansQuery, type CampaignListed, type PlanListed } from './campaigns-query.js';
import { campaignsWords } from './campaigns.words.js';

/** Campaigns of the system, and plans that are ready to become one: a new installation has something to show at once. */
export function CampaignsPage() {
  const t = useWords(campaignsWords);
  const rehearsing = useWords(rehearsalWords);
  const campaigns = useQuery(campaignsQuery);
  const plans = useQuery(plansQuery);
  return (
    <PageBody>
      <Group justify="space-between">
        <PageTitle text={t.title} />
        <Group gap="xs">
          <LinkButton to="/campaigns/new" search={{ by: 'form' }} leftSection={<IconPlus size={18} aria-hidden />}>
            {t.compose}
          </LinkButton>
          <LinkButton to="/campaigns/new" variant="default" leftSection={<IconPlus size={18} aria-hidden />}>
            {t.create}
          </LinkButton>
        </Group>
      </Group>
      <Panel title={t.running}>
        <QueryState query={campaigns}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty icon={<IconFlag3 size={40} stroke={1.2} />} title={t.none} hint={t.noneHint} />
            ) : (
              <Stack gap="sm">
                {items.map((campaign) => (
                  <CampaignCard key={campaign.id} campaign={campaign} />
                ))}
              </Stack>
            )
          }
        </QueryState>
      </Panel>
      <Panel title={t.rehearsed} hint={rehearsing.hint}>
        <RehearsalList />
      </Panel>
      <Panel title={t.shipped} hint={t.shippedHint}>
        <QueryState query={plans}>
          {({ items }) => (
            <Stack gap="sm">
              {items.map((plan) => (
                <PlanCard
                  key={plan.name}
                  plan={plan}
                  isIn={campaigns.data?.items.some(({ id }) => id === plan.campaignId) === true}
                />
              ))}
            </Stack>
          )}
        </QueryState>
      </Panel>
    </PageBody>
  );
}

const years = (from: number, to: number): string => (from === to ? String(from) : `${String(from)} - ${String(to)}`);

function CampaignCard({ campaign }: { readonly campaign: CampaignListed }) {
  const t = useWords(campaignsWords);
  const say = useSay();
  const { day } = useFormats();
  const { id, name, status, issuer, fromYear, toYear, document } = campaign;
  return (
    <Paper className="vd-surface" p="sm">
      <Group justify="space-between" gap="xs">
        <LinkAnchor to="/campaigns/$campaignId" params={{ campaignId: id }} fw={600}>
          {say(name)}
        </LinkAnchor>
        <StatusBadge status={status} />
      </Group>
      <Text size="sm" c="dimmed">
        {say(issuer.name)} · {years(fromYear, toYear)}
        {document !== null && ` · ${t.byDocument(document.number, day(document.date))}`}
      </Text>
    </Paper>
  );
}

function PlanCard({ plan, isIn }: { readonly plan: PlanListed; readonly isIn: boolean }) {
  const t = useWords(campaignsWords);
  const say = useSay();
  const { day } = useFormats();
  const { name, title, fromYear, toYear, document } = plan;
  const printed = document === null ? '' : printedNumber(document);
  return (
    <Paper className="vd-surface" p="sm">
      <Group justify="space-between" gap="xs">
        <Stack gap={2} flex="1 1 320px">
          <Text fw={600}>{say(title)}</Text>
          <Text size="sm" c="dimmed">
            {document?.issuer ?? ''} · {years(fromYear, toYear)}
            {document?.date !== undefined && ` · ${t.byDocument(printed, day(document.date.value))}`}
          </Text>
        </Stack>
        {isIn ? (
          <Text size="sm" c="dimmed">
            {t.already}
          </Text>
        ) : (
          <LinkButton to="/campaigns/new" search={{ plan: name }} size="compact-sm" variant="default">
            {t.see}
          </LinkButton>
        )}
      </Group>
    </Paper>
  );
}
