import { Anchor, Code, Group, Progress, Stack, Text } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import { address, request } from '../shared/api/client.js';
import { QueryState } from '../shared/ui/query-state.js';
import { Empty } from '../shared/ui/states.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { rehearsalWords } from './rehearsals.words.js';

interface RehearsalShown {
  readonly world: string;
  readonly campaignId: string | null;
  readonly name: Bilingual | null;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly now: string;
  readonly begunAt: string;
  readonly state: 'playing' | 'ended' | 'broken' | null;
  readonly held: number;
  readonly failed: readonly string[];
}

const LOOK_EVERY_MS = 1_500;

/** Rehearsals of one campaign or of all, watched while they are played. */
export function RehearsalList({ campaignId }: { readonly campaignId?: string }) {
  const t = useWords(rehearsalWords);
  const query = useQuery({
    queryKey: ['rehearsals', campaignId],
    queryFn: ({ signal }) =>
      request<{ readonly items: readonly RehearsalShown[] }>(address('/api/v1/rehearsals', { campaign: campaignId }), {
        signal,
      }),
    // Its events belong to another world than this page listens to.
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.state === 'playing') === true ? LOOK_EVERY_MS : LOOK_EVERY_MS * 4,
  });
  return (
    <QueryState query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty icon={<IconFlask size={40} stroke={1.2} />} title={t.none} hint={t.noneHint} />
        ) : (
          <Stack gap="md">
            {items.map((rehearsal) => (
              <Rehearsal key={rehearsal.world} rehearsal={rehearsal} />
            ))}
          </Stack>
        )
      }
    </QueryState>
  );
}

/** How much of the campaign's time the rehearsal's clock has passed, in percent. */
function passed({ period, now }: RehearsalShown): number {
  if (period === null) return 0;
  const [from, end] = [Date.parse(period.from), Date.parse(period.to)];
  return Math.round(Math.min(100, Math.max(0, ((Date.parse(now) - from) / Math.max(1, end - from)) * 100)));
}

function Rehearsal({ rehearsal }: { readonly rehearsal: RehearsalShown }) {
  const t = useWords(rehearsalWords);
  const say = useSay();
  const { day, moment, number } = useFormats();
  const { world, name, state, held, failed, now, begunAt, campaignId } = rehearsal;
  const title = name === null ? t.unnamed : say(name);
  const isPlaying = state === 'playing';
  const told = {
    playing: t.playing,
    broken: t.broken,
    ended: failed.length === 0 ? t.ended(number(held)) : t.failed(failed.join(', ')),
  };
  return (
    <Stack gap={6} component="article" aria-label={title} pb="sm" style={{ borderBottom: '1px solid var(--vd-line)' }}>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{title}</Text>
        <Text size="sm" role="status">
          {[...(state === null ? [] : [told[state]]), t.at(day(now))].join('; ')}
        </Text>
      </Group>
      <Progress value={passed(rehearsal)} animated={isPlaying} aria-label={t.progress(title)} />
      <Group gap="md">
        <Text size="sm" c="dimmed">
          {t.begunAt(moment(begunAt))}
        </Text>
        {campaignId !== null && (
          // Another world is another page: nothing that was read of this one may stay.
          <Anchor size="sm" href={address(`/campaigns/${encodeURIComponent(campaignId)}`, { world })}>
            {t.open}
          </Anchor>
        )}
      </Group>
      {isPlaying && <StoryLines world={world} />}
    </Stack>
  );
}

const SHOWN_LINES = 8;

/** The last lines of the story, while it is told. */
function StoryLines({ world }: { readonly world: string }) {
  const t = useWords(rehearsalWords);
  const { data } = useQuery({
    queryKey: ['rehearsal', world],
    queryFn: ({ signal }) =>
      request<{ readonly story: readonly string[] }>(`/api/v1/rehearsals/${encodeURIComponent(world)}`, { signal }),
    refetchInterval: LOOK_EVERY_MS,
  });
  if (data === undefined || data.story.length === 0) return null;
  return (
    <Code block lang="vi" aria-label={t.story}>
      {data.story.slice(-SHOWN_LINES).join('\n')}
    </Code>
  );
}
