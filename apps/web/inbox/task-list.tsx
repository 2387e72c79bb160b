import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { TaskShown } from '../shared/api/answers.js';
import { DueChip } from '../shared/ui/due-chip.js';
import { Loading } from '../shared/ui/states.js';
import { useSay, useWords } from '../shared/words/language.js';
import styles from './inbox.module.css';
import { inboxWords } from './inbox.words.js';
import { useTaskTexts } from './words-of-task.js';

const ROW_HEIGHT = 92;
/** One line more for whose hands it is in. */
const TAKEN_HEIGHT = 112;

const isTaken = (task: TaskShown | undefined): boolean =>
  task !== undefined && (task.assignee !== null || task.closed !== undefined);
const OVERSCAN = 6;

interface Props {
  readonly tasks: readonly TaskShown[];
  readonly chosen: string | undefined;
  readonly onChoose: (taskId: string) => void;
  readonly ticked: ReadonlyMap<string, TaskShown>;
  readonly onTick: (taskId: string, through: boolean) => void;
  readonly hasMore: boolean;
  /** Whether more can be asked for now: nothing is on its way and nothing has failed. */
  readonly goesOn: boolean;
  readonly onMore: () => void;
}

/** The tasks; only the rows in sight are in the page, so that a hundred thousand scroll like fifty. */
export function TaskList({ tasks, chosen, onChoose, ticked, onTick, hasMore, goesOn, onMore }: Props) {
  const t = useWords(inboxWords);
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: tasks.length + (hasMore ? 1 : 0),
    getScrollElement: () => scroll.current,
    estimateSize: (index) => (isTaken(tasks[index]) ? TAKEN_HEIGHT : ROW_HEIGHT),
    overscan: OVERSCAN,
    getItemKey: (index) => tasks[index]?.taskId ?? 'more',
  });
  useLayoutEffect(() => rows.measure(), [rows, tasks]);
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const isEndNear = last >= tasks.length - OVERSCAN;
  // Looked at whenever a row comes into sight and whenever an answer has come: whichever is later asks for the next page.
  useEffect(() => {
    if (goesOn && isEndNear) onMore();
  }, [goesOn, isEndNear, tasks.length, onMore]);

  const at = tasks.findIndex(({ taskId }) => taskId === chosen);
  useEffect(() => {
    if (at < 0) return;
    rows.scrollToIndex(at, { align: 'auto' });
    // Whoever moves by keyboard in the list is taken along; whoever types elsewhere is left in peace.
    const focused = document.activeElement;
    const wasInList = scroll.current?.contains(focused) === true && focused?.matches('[data-open]') === true;
    if (wasInList) {
      requestAnimationFrame(() =>
        scroll.current?.querySelector<HTMLElement>(`[data-index="${String(at)}"] [data-open]`)?.focus({
          preventScroll: true,
        }),
      );
    }
  }, [at, rows]);

  return (
    <div className={styles['scroll']} ref={scroll} tabIndex={-1} data-scroll>
      <ul className={styles['sizer']} style={{ height: rows.getTotalSize() }} aria-label={t.list}>
        {shown.map(({ index, start, size, key }) => {
          const task = tasks[index];
          return (
            <li
              key={key}
              data-index={index}
              className={styles['item']}
              style={{ transform: `translateY(${String(start)}px)`, height: size }}
              aria-setsize={hasMore ? -1 : tasks.length}
              aria-posinset={index + 1}
              {...(task !== undefined && task.taskId === chosen ? { 'data-chosen': true } : {})}
            >
              {task === undefined ? (
                <Loading />
              ) : (
                <TaskRow
                  task={task}
                  isChosen={task.taskId === chosen}
                  isTicked={ticked.has(task.taskId)}
                  onChoose={onChoose}
                  onTick={onTick}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface RowProps extends Pick<Props, 'onChoose' | 'onTick'> {
  readonly task: TaskShown;
  readonly isChosen: boolean;
  readonly isTicked: boolean;
}

function TaskRow({ task, isChosen, isTicked, onChoose, onTick }: RowProps) {
  const say = useSay();
  const texts = useTaskTexts();
  const whose = texts.whose(task);
  return (
    <>
      <span className={styles['tick']}>
        <Checkbox
          size="sm"
          aria-label={whose}
          checked={isTicked}
          onChange={(event) => onTick(task.taskId, (event.nativeEvent as MouseEvent).shiftKey)}
        />
      </span>
      <button
        type="button"
        className={styles['open']}
        data-open
        aria-current={isChosen}
        onClick={() => onChoose(task.taskId)}
      >
        <span className={styles['line']}>
          <strong className={styles['cut']}>{whose}</strong>
        </span>
        <span className={`${styles['line'] ?? ''} ${styles['small'] ?? ''}`}>
          <span className={styles['cut']}>
            {say(task.what.stepName)}
            {task.unit !== null && ` · ${say(task.unit.name)}`}
          </span>
        </span>
        <span className={styles['line']}>
          <DueChip due={task.due} />
        </span>
        {isTaken(task) && (
          <span className={`${styles['line'] ?? ''} ${styles['small'] ?? ''}`}>
            <span className={styles['cut']}>{texts.hands(task)}</span>
          </span>
        )}
      </button>
    </>
  );
}
