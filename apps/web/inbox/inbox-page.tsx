import { VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { TaskShown } from '../shared/api/answers.js';
import { useShortcuts } from '../shared/shortcuts.js';
import { PageTitle } from '../shared/ui/page-title.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { Empty, Loading } from '../shared/ui/states.js';
import { useWords } from '../shared/words/language.js';
import type { TaskDeed } from './bulk.js';
import { ChosenBar } from './chosen-bar.js';
import { FilterBar } from './filter-bar.js';
import styles from './inbox.module.css';
import { inboxWords } from './inbox.words.js';
import { NothingWaits } from './nothing-waits.js';
import { inboxRoute } from './route.js';
import type { InboxFilters } from './search.js';
import { TaskList } from './task-list.js';
import { TaskPane } from './task-pane.js';
import { useInbox, useInboxCounts } from './use-inbox.js';
import { useTicked } from './use-ticked.js';
import { Views } from './views.js';

const DeedDialog = lazy(() => import('./deed-dialog.js').then(({ DeedDialog: it }) => ({ default: it })));
const HelpDialog = lazy(() => import('./help-dialog.js').then(({ HelpDialog: it }) => ({ default: it })));

interface Asked {
  readonly deed: TaskDeed;
  readonly tasks: readonly TaskShown[];
}

/** What waits for the reader, and beside it the task they are at. */
export function InboxPage() {
  const t = useWords(inboxWords);
  const navigate = useNavigate({ from: '/inbox' });
  const { task: asked, world: _world, ...filters } = inboxRoute.useSearch();
  const inbox = useInbox(filters);
  const counts = useInboxCounts();
  const isWide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const { tasks, fetchNextPage, isFetchNextPageError } = inbox;
  const ticked = useTicked(tasks);
  const [deed, setDeed] = useState<Asked>();
  const [isHelping, setHelping] = useState(false);
  const searchRef = useRef<HTMLInputElement>(null);
  // While a filter is being answered the pane stays as it is: a form in it would be gone with the wrong first row.
  const shown = useRef<string>(undefined);
  const first = inbox.isPlaceholderData ? shown.current : tasks[0]?.taskId;
  const chosen = asked ?? (isWide ? first : undefined);
  useEffect(() => {
    shown.current = chosen;
  }, [chosen]);
  const at = tasks.findIndex(({ taskId }) => taskId === chosen);

  const choose = useCallback(
    (task: string | undefined) =>
      void navigate({
        search: ({ task: _, ...rest }) => (task === undefined ? rest : { ...rest, task }),
        replace: isWide,
      }),
    [navigate, isWide],
  );
  const filter = useCallback(
    (change: (before: InboxFilters) => InboxFilters) =>
      void navigate({ search: ({ task: _, ...rest }) => change(rest), replace: true }),
    [navigate],
  );
  // What is on its way already is left to come: to ask again would cut it off.
  const more = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage]);
  // After a failure the reader says when to try again, not the list.
  const goesOn = inbox.hasNextPage && !inbox.isFetching && !isFetchNextPageError;
  /** Ended or handed on: the next one takes its place, the list does not jump. */
  const goOn = (): void => choose((tasks[at + 1] ?? tasks[at - 1])?.taskId);

  const step = (by: 1 | -1) => (): void => {
    const next = tasks[at + by] ?? (at < 0 ? tasks[0] : undefined);
    if (next !== undefined) choose(next.taskId);
  };
  useShortcuts({
    j: step(1),
    k: step(-1),
    x: chosen === undefined ? undefined : () => ticked.tick(chosen, false),
    '/': () => searchRef.current?.focus(),
    '?': () => setHelping(true),
  });

  const isLooking = inbox.isPending || (tasks.length === 0 && inbox.hasNextPage && !inbox.isError);
  return (
    <div className={styles['panes']} data-fills data-showing={asked === undefined ? 'list' : 'detail'}>
      <section className={styles['list']} aria-label={t.list}>
        <VisuallyHidden>
          <PageTitle text={t.title} />
        </VisuallyHidden>
        <FilterBar filters={filters} onChange={filter} searchRef={searchRef} />
        {ticked.tasks.size === 0 ? (
          <Views filters={filters} counts={counts.data} />
        ) : (
          <ChosenBar
            count={ticked.tasks.size}
            onDeed={(wanted) => setDeed({ deed: wanted, tasks: [...ticked.tasks.values()] })}
            onNone={ticked.none}
            onAll={ticked.all}
          />
        )}
        {isLooking && <Looking onMore={more} isMore={goesOn} />}
        {inbox.isError && (
          <ProblemAlert
            error={inbox.error}
            onRetry={() => void (isFetchNextPageError ? fetchNextPage() : inbox.refetch())}
          />
        )}
        {inbox.isSuccess && !isLooking && tasks.length === 0 && <NothingWaits filters={filters} onChange={filter} />}
        {tasks.length > 0 && (
          <TaskList
            tasks={tasks}
            chosen={chosen}
            onChoose={choose}
            ticked={ticked.tasks}
            onTick={ticked.tick}
            hasMore={inbox.hasNextPage}
            goesOn={goesOn}
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
            row={tasks[at]}
            onBack={isWide ? undefined : () => choose(undefined)}
            onEnded={goOn}
            onDeed={(wanted, task) => setDeed({ deed: wanted, tasks: [task] })}
          />
        )}
      </section>
      <Suspense>
        {deed !== undefined && <DeedDialog {...deed} onClose={() => setDeed(undefined)} onDone={ticked.forget} />}
        {isHelping && <HelpDialog onClose={() => setHelping(false)} />}
      </Suspense>
    </div>
  );
}

/** A search may give a page without a find: it goes on by itself. */
function Looking({ isMore, onMore }: { readonly isMore: boolean; readonly onMore: () => void }) {
  useEffect(() => {
    if (isMore) onMore();
  }, [isMore, onMore]);
  return <Loading />;
}
