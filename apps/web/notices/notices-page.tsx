import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconBellOff } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Page } from '../shared/api/answers.js';
import { address, request, worldInAddress } from '../shared/api/client.js';
import { LinkButton } from '../shared/ui/link-button.js';
import { MoreButton } from '../shared/ui/more-button.js';
import { PageBody } from '../shared/ui/page-body.js';
import { PageTitle } from '../shared/ui/page-title.js';
import { Panel } from '../shared/ui/panel.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { QueryState } from '../shared/ui/query-state.js';
import { SectionNav } from '../shared/ui/section-nav.js';
import { Empty } from '../shared/ui/states.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { CalendarFeed } from './calendar-feed.js';
import { WORK } from '../shared/api/work.js';
import { MailWays } from './mail-ways.js';
import type { NoticeShown } from './notices-query.js';
import { noticesWords } from './notices.words.js';
import { noticesRoute } from './route.js';

/** What the reader has been told, the newest first; each opens what it is about. */
export function NoticesPage() {
  const t = useWords(noticesWords);
  const { unread } = noticesRoute.useSearch();
  const query = useInfiniteQuery({
    queryKey: ['notices', { unread }],
    queryFn: ({ pageParam, signal }) =>
      request<Page<NoticeShown>>(address('/api/v1/notices', { unread, cursor: pageParam }), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    meta: { follows: { kinds: WORK } },
  });
  const read = useReading();
  return (
    <PageBody maw={900}>
      <Group justify="space-between">
        <PageTitle text={t.title} />
        <Button variant="default" size="xs" loading={read.isPending} onClick={() => read.mutate(undefined)}>
          {t.readAll}
        </Button>
      </Group>
      <SectionNav label={t.views}>
        {([undefined, true] as const).map((only) => (
          <LinkButton
            key={String(only)}
            to="/notices"
            search={only === undefined ? {} : { unread: only }}
            size="compact-sm"
            flex="none"
            variant={unread === only ? 'filled' : 'default'}
            aria-current={unread === only ? 'page' : undefined}
          >
            {only === undefined ? t.all : t.unread}
          </LinkButton>
        ))}
      </SectionNav>
      {read.isError && <ProblemAlert error={read.error} />}
      <Panel title={unread === true ? t.unread : t.all}>
        <QueryState query={query}>
          {({ pages }) => {
            const notices = pages.flatMap(({ items }) => items);
            if (notices.length === 0) {
              const icon = <IconBellOff size={40} stroke={1.2} />;
              return <Empty icon={icon} title={unread === true ? t.noneUnread : t.none} hint={t.noneHint} />;
            }
            return (
              <Stack gap="sm">
                {notices.map((notice) => (
                  <Notice key={notice.id} notice={notice} onOpen={() => read.mutate([notice.id])} />
                ))}
                <MoreButton query={query} />
              </Stack>
            );
          }}
        </QueryState>
      </Panel>
      <MailWays />
      <CalendarFeed />
    </PageBody>
  );
}

/** Marks notices as read; all of them where none is named. */
function useReading() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: readonly number[] | undefined) =>
      request('/api/v1/notices/read', { method: 'POST', body: ids === undefined ? {} : { ids } }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['notices'] }),
  });
}

interface NoticeProps {
  readonly notice: NoticeShown;
  readonly onOpen: () => void;
}

function Notice({ notice, onOpen }: NoticeProps) {
  const t = useWords(noticesWords);
  const say = useSay();
  const { moment } = useFormats();
  const { title, text, campaign, opens, at, readAt } = notice;
  return (
    <Stack gap={2} component="article" pb="sm" style={{ borderBottom: '1px solid var(--vd-line)' }}>
      <Group gap="xs" align="baseline">
        <Text fw={readAt === null ? 700 : 500}>{say(title)}</Text>
        {readAt === null && (
          <Badge variant="default" tt="none" size="sm">
            {t.isNew}
          </Badge>
        )}
      </Group>
      <Text size="sm">{say(text)}</Text>
      <Group gap="sm">
        <Text size="sm" c="dimmed">
          {moment(at)}
          {campaign !== null && ` · ${say(campaign)}`}
        </Text>
        {opens !== null && (
          <Anchor size="sm" href={inThisWorld(opens)} onClick={onOpen}>
            {t.open}
          </Anchor>
        )}
      </Group>
    </Stack>
  );
}

/** The api gives addresses of pages without the world they are of. */
function inThisWorld(path: string): string {
  const world = worldInAddress();
  if (world === null) return path;
  return `${path}${path.includes('?') ? '&' : '?'}world=${encodeURIComponent(world)}`;
}
