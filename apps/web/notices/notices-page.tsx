import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconBellOff } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { request, worldInAddress } from '../shared/api/client.js';
import { pagesOf } from '../shared/api/pages.js';
import { PartLink } from '../shared/ui/link-button.js';
import { PageBody } from '../shared/ui/page-body.js';
import { PageTitle } from '../shared/ui/page-title.js';
import { PagedList } from '../shared/ui/paged-list.js';
import { Panel } from '../shared/ui/panel.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
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
    ...pagesOf<NoticeShown>('/api/v1/notices', { unread }),
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
          <PartLink
            key={String(only)}
            to="/notices"
            search={only === undefined ? {} : { unread: only }}
            isShown={unread === only}
          >
            {only === undefined ? t.all : t.unread}
          </PartLink>
        ))}
      </SectionNav>
      {read.isError && <ProblemAlert error={read.error} />}
      <Panel title={unread === true ? t.unread : t.all}>
        <PagedList
          query={query}
          empty={
            <Empty
              icon={<IconBellOff size={40} stroke={1.2} />}
              title={unread === true ? t.noneUnread : t.none}
              hint={t.noneHint}
            />
          }
        >
          {(notices) =>
            notices.map((notice) => <Notice key={notice.id} notice={notice} onOpen={() => read.mutate([notice.id])} />)
          }
        </PagedList>
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
  const { title, text, campaign, whose, opens, at, readAt } = notice;
  return (
    <Stack gap={2} component="article" pb="sm" style={{ borderBottom: '1px solid var(--vd-line)' }}>
      <Group gap="xs" align="baseline">
        <Text fw={readAt === null ? 700 : 500}>{whose === null ? say(title) : t.titled(say(title), whose)}</Text>
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
