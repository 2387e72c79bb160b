import { Button, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { PageTitle } from '../shared/ui/page-title.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { Empty, Loading } from '../shared/ui/states.js';
import { useWords } from '../shared/words/language.js';
import styles from './inbox.module.css';
import { inboxWords } from './inbox.words.js';
import { inboxRoute } from './route.js';
import type { InboxFilters } from './search.js';
import { TaskList } from './task-list.js';
import { TaskPane } from './task-pane.js';
import { useInbox, useInboxCounts } from './use-inbox.js';
import { Views } from './views.js';

/** What waits for the reader, and beside it the task they are at. */
export function InboxPage() {
  const t = useWords(inboxWords);
  const navigate = useNavigate({ from: '/inbox' });
  const { task: asked, world: _world, ...filters } = inboxRoute.useSearch();
  const inbox = useInbox(filters);
  const counts = useInboxCounts();
  const isWide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { tasks, fetchNextPage, isFetchingNextPage } = inbox;
  const chosen = asked ?? (isWide ? tasks[0]?.taskId : undefined);

  const choose = useCallback(
    (task: string | undefined) =>
      void navigate({
        search: ({ task: _, ...rest }) => (task === undefined ? rest : { ...rest, task }),
        replace: isWide,
      }),
    [navigate, isWide],
  );
  const tick = useCallback(
    (taskId: string) =>
      setTicked((before) => {
        const after = new Set(before);
        if (!after.delete(taskId)) after.add(taskId);
        return after;
      }),
    [],
  );
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);

  /** Ended or handed on: the next one takes its place, the list does not jump. */
  const goOn = useCallback(
    (from: string) => {
      const at = tasks.findIndex(({ taskId }) => taskId === from);
      choose((tasks[at + 1] ?? tasks[at - 1])?.taskId);
    },
    [tasks, choose],
  );

  return (
    <div className={styles['panes']} data-fills data-showing={asked === undefined ? 'list' : 'detail'}>
      <section className={styles['list']} aria-label={t.list}>
        <VisuallyHidden>
          <PageTitle text={t.title} />
        </VisuallyHidden>
        <Views
          filters={filters}
          counts={counts.data}
          onSort={(sort) => void navigate({ search: ({ sort: _, ...rest }) => (sort ? { ...rest, sort } : rest) })}
        />
        {inbox.isPending && <Loading />}
        {inbox.isError && <ProblemAlert error={inbox.error} onRetry={() => void inbox.refetch()} />}
        {inbox.isSuccess && tasks.length === 0 && <Nothing filters={filters} />}
        {tasks.length > 0 && (
          <TaskList
            tasks={tasks}
            chosen={chosen}
            onChoose={choose}
            ticked={ticked}
            onTick={tick}
            hasMore={inbox.hasNextPage}
            onMore={more}
          />
        )}
      </section>
      <section className={styles['detail']} aria-label={t.detail}>
        {chosen === undefined ? (
          <Empty title={t.choose} hint={t.chooseHint} />
        ) : (
          <TaskPane
            key={chosen}
            taskId={chosen}
            row={tasks.find(({ taskId }) => taskId === chosen)}
            onBack={isWide ? undefined : () => choose(undefined)}
            onEnded={() => goOn(chosen)}
          />
        )}
      </section>
    </div>
  );
}

function Nothing({ filters }: { readonly filters: InboxFilters }) {
  const t = useWords(inboxWords);
  const navigate = useNavigate({ from: '/inbox' });
  const isFiltered = Object.keys(filters).some((name) => name !== 'sort');
  if (!isFiltered) return <Empty title={t.empty} hint={t.emptyHint} />;
  return (
    <Empty title={t.emptyFiltered}>
      <Button variant="default" size="xs" onClick={() => void navigate({ search: {} })}>
        {t.clear}
      </Button>
    </Empty>
  );
}
