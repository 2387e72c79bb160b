import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { makeSubmissionList } from '../../../libs/contracts/commands/award.contract.js';
import { fulfilObligation } from '../../../libs/contracts/commands/obligation.contract.js';
import type { AwardRound } from '../../../libs/domain/campaign-plan/duties.js';
import type { Page } from '../shared/api/answers.js';
import { address, request } from '../shared/api/client.js';
import { openCommandDialog } from '../shared/forms/open-dialog.js';
import { useMay } from '../shared/session/me.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { StatusBadge } from '../shared/ui/status-badge.js';
import { sayDone } from '../shared/ui/toast.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { AddAward } from './add-award.js';
import { occurrenceName, roundsQuery, type CampaignShown, type RoundShown } from './campaign-query.js';
import { contentWords } from './content.words.js';

interface OpenGuidance {
  readonly id: string;
  readonly key: string;
  readonly occurrence: string;
}

const guidanceQuery = (campaignId: string) => ({
  queryKey: ['campaign', campaignId, 'guidance'],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    request<Page<OpenGuidance>>(
      address('/api/v1/obligations', { campaign: campaignId, kind: 'guidance', status: 'open', limit: 200 }),
      { signal },
    ),
  meta: { follows: { kinds: ['obligation'] as const } },
});

/** Award rounds with where each stands; a round that waits for its guidance is opened by recording that document. */
export function RoundsPanel({ campaign }: { readonly campaign: CampaignShown }) {
  const t = useWords(contentWords);
  const rounds = useQuery(roundsQuery(campaign.id));
  const guidance = useQuery(guidanceQuery(campaign.id));
  if (campaign.file.rounds.length === 0) return null;
  return (
    <Panel title={t.rounds}>
      <QueryState query={rounds}>
        {({ items }) => (
          <Stack gap="md">
            {campaign.file.rounds.map((round) => (
              <Round
                key={round.key}
                campaign={campaign}
                round={round}
                opened={items.filter(({ key }) => key === round.key)}
                guidance={guidance.data?.items.filter(({ key }) => key === round.guidance) ?? []}
              />
            ))}
          </Stack>
        )}
      </QueryState>
    </Panel>
  );
}

interface RoundProps {
  readonly campaign: CampaignShown;
  readonly round: AwardRound;
  readonly opened: readonly RoundShown[];
  readonly guidance: readonly OpenGuidance[];
}

function Round({ campaign, round, opened, guidance }: RoundProps) {
  const t = useWords(contentWords);
  const say = useSay();
  const { day, number } = useFormats();
  const may = useMay();
  const { leadAgency } = campaign.file.roles;
  return (
    <Stack gap={4}>
      <Text fw={600}>{say(round.text)}</Text>
      <Text size="sm" c="dimmed">
        {t.awards}:{' '}
        {round.awards
          .map(({ name, quota }) => (quota === undefined ? say(name) : `${say(name)} (${t.quota(number(quota))})`))
          .join('; ')}
      </Text>
      {opened.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t.notOpenYet}
        </Text>
      ) : (
        <List size="sm" spacing={2} listStyleType="none">
          {opened.map(({ id, occurrence, status, closes }) => (
            <List.Item key={id}>
              <Group gap="xs">
                {occurrenceName(occurrence)} {t.closes(day(closes))} <StatusBadge of="round" status={status} />
                {status === 'listing' && may('round.list', campaign.file.roles[round.leads].unit) && (
                  <Button size="compact-sm" onClick={() => makeList(id, t)}>
                    {t.makeList}
                  </Button>
                )}
              </Group>
            </List.Item>
          ))}
        </List>
      )}
      <AddAward campaign={campaign} round={round} />
      {may('obligation.fulfil', leadAgency.unit) &&
        guidance.map((duty) => (
          <Group key={duty.id} gap="xs" className="vd-no-print">
            <Button size="compact-sm" variant="default" onClick={() => recordGuidance(duty.id, t)}>
              {[t.guidance, occurrenceName(duty.occurrence)].join(' ')}
            </Button>
            <Text size="xs" c="dimmed">
              {t.guidanceHint}
            </Text>
          </Group>
        ))}
    </Stack>
  );
}

function makeList(roundId: string, t: (typeof contentWords)['vi']): void {
  openCommandDialog(t.makeListHint, {
    href: `/api/v1/rounds/${encodeURIComponent(roundId)}/submission-list`,
    schema: makeSubmissionList,
    omit: ['roundId'],
    fields: [],
    label: t.makeList,
    onDone: () => sayDone(t.listed),
  });
}

function recordGuidance(obligationId: string, t: (typeof contentWords)['vi']): void {
  openCommandDialog(t.guidance, {
    href: `/api/v1/obligations/${encodeURIComponent(obligationId)}/fulfilment`,
    schema: fulfilObligation,
    omit: ['obligationId'],
    fields: [
      { name: 'proof.number', label: t.number, type: 'line', required: true },
      { name: 'proof.date', label: t.date, type: 'day', required: true },
    ],
    within: { proof: { kind: 'document' } },
    label: t.guidance,
    onDone: () => sayDone(t.guided),
  });
}
