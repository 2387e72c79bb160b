import { Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { occurrenceName } from '../campaign/campaign-query.js';
import { LinkButton } from '../shared/ui/link-button.js';
import { PagedList } from '../shared/ui/paged-list.js';
import { Panel } from '../shared/ui/panel.js';
import { Empty } from '../shared/ui/states.js';
import { StatusBadge } from '../shared/ui/status-badge.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { allRoundsQuery, type RoundListed } from './boards-query.js';
import { boardsWords } from './boards.words.js';
import { CampaignChoice } from './campaign-choice.js';
import { boardsRoute } from './route.js';

/** Award rounds, each with its submission list to read and to print. */
export function ListsBoard() {
  const t = useWords(boardsWords);
  const { campaign } = boardsRoute.useSearch();
  const query = useInfiniteQuery(allRoundsQuery(campaign));
  return (
    <Panel title={t.lists} hint={t.listsHint}>
      <CampaignChoice />
      <PagedList query={query} empty={<Empty title={t.noRounds} hint={t.noRoundsHint} />}>
        {(rounds) => rounds.map((round) => <Round key={round.id} round={round} />)}
      </PagedList>
    </Panel>
  );
}

function Round({ round: { id, text, campaign, occurrence, status, closes } }: { readonly round: RoundListed }) {
  const t = useWords(boardsWords);
  const say = useSay();
  const { day } = useFormats();
  const called = [say(text), occurrenceName(occurrence)].filter((part) => part !== '').join(' ');
  return (
    <Group justify="space-between" gap="xs" pb="xs" style={{ borderBottom: '1px solid var(--vd-line)' }}>
      <Stack gap={2} flex="1 1 260px">
        <Text fw={600}>{called}</Text>
        <Text size="sm">{say(campaign.name)}</Text>
        <Text size="sm" c="dimmed">
          {t.closes(day(closes))}
        </Text>
      </Stack>
      <Group gap="xs">
        <StatusBadge of="round" status={status} />
        <LinkButton
          to="/rounds/$roundId/list"
          params={{ roundId: id }}
          size="compact-sm"
          variant="default"
          aria-label={t.openListOf(called)}
        >
          {t.openList}
        </LinkButton>
      </Group>
    </Group>
  );
}
