import { Anchor, Button, Group, Menu, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconChevronDown, IconHandGrab, IconHandStop, IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { TaskShown } from '../shared/api/answers.js';
import { useAct, wish } from '../shared/api/act.js';
import { useShortcuts } from '../shared/shortcuts.js';
import { DueChip } from '../shared/ui/due-chip.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { Loading } from '../shared/ui/states.js';
import { sayDone } from '../shared/ui/toast.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import type { TaskDeed } from './bulk.js';
import { deedWords } from './deeds.words.js';
import styles from './inbox.module.css';
import { inboxWords } from './inbox.words.js';
import { TaskActs } from './task-acts.js';
import { TaskMatter } from './task-matter.js';
import { taskQuery } from './task-query.js';
import { useTaskTexts } from './words-of-task.js';

const HistoryDrawer = lazy(() => import('./history-drawer.js').then((module) => ({ default: module.HistoryDrawer })));

/** Whose history the api tells. */
const KEEPS_HISTORY: readonly string[] = ['nomination', 'campaign', 'obligation', 'activity', 'example', 'dispatch'];

interface Props {
  readonly taskId: string;
  /** The task as the list has it, shown until it has been read anew. */
  readonly row: TaskShown | undefined;
  readonly onBack: (() => void) | undefined;
  readonly onEnded: () => void;
  readonly onDeed: (deed: TaskDeed, task: TaskShown) => void;
}

/**
 * One task: what it is, why it is mine, who has it in hand and what it is about, which scrolls; below it, always in sight,
 * what can be done.
 */
export function TaskPane({ taskId, row, onBack, onEnded, onDeed }: Props) {
  const t = useWords(inboxWords);
  const { data: task, error, refetch } = useQuery({ ...taskQuery(taskId), placeholderData: () => row });
  return (
    <div className={styles['task']}>
      <div className={styles['read']}>
        <Stack p={{ base: 'sm', md: 'lg' }} gap="md" maw={960}>
          {onBack !== undefined && (
            <Anchor component="button" type="button" onClick={onBack} size="sm">
              <Group gap={4}>
                <IconArrowLeft size={16} aria-hidden /> {t.backToList}
              </Group>
            </Anchor>
          )}
          {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
          {task === undefined && error === null && <Loading />}
          {task !== undefined && (
            <>
              <Heading task={task} />
              <Hands task={task} onDeed={(deed) => onDeed(deed, task)} />
              <TaskMatter task={task} onEnded={onEnded} />
            </>
          )}
        </Stack>
      </div>
      {task?.status === 'open' && <TaskActs task={task} onEnded={onEnded} />}
    </div>
  );
}

function Heading({ task }: { readonly task: TaskShown }) {
  const t = useWords(inboxWords);
  const say = useSay();
  const texts = useTaskTexts();
  const { moment } = useFormats();
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed">
        {say(task.campaign.name)}
      </Text>
      <Title order={2} size="h3">
        {texts.whose(task)}
      </Title>
      <Text>
        {say(task.what.stepName)}
        {task.unit !== null && ` · ${say(task.unit.name)}`}
      </Text>
      <Group gap="sm">
        <DueChip due={task.due} />
        <Text size="sm" c="dimmed">
          {t.opened(moment(task.openedAt))}
        </Text>
        {KEEPS_HISTORY.includes(task.owner.kind) && <Past task={task} />}
      </Group>
    </Stack>
  );
}

/** What happened so far, in a drawer over the list: the task and its form stay as they are. */
function Past({ task }: { readonly task: TaskShown }) {
  const t = useWords(inboxWords);
  const [isOpen, setOpen] = useState(false);
  const open = (): void => setOpen(true);
  useShortcuts({ h: open });
  return (
    <>
      <Button size="compact-sm" variant="subtle" leftSection={<IconHistory size={16} aria-hidden />} onClick={open}>
        {t.past}
      </Button>
      <Suspense>{isOpen && <HistoryDrawer task={task} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}

interface HandsProps {
  readonly task: TaskShown;
  readonly onDeed: (deed: TaskDeed) => void;
}

const OTHERS: readonly TaskDeed[] = ['reassign', 'delegate', 'followUp'];

/** Who has it in hand; to take it, to give it back, to hand it on, to put it off. */
function Hands({ task, onDeed }: HandsProps) {
  const t = useWords(inboxWords);
  const deeds = useWords(deedWords);
  const texts = useTaskTexts();
  const { day } = useFormats();
  const claim = useAct({ onDone: () => sayDone(t.taken) });
  const release = useAct({ onDone: () => sayDone(t.released) });
  const base = `/api/v1/tasks/${encodeURIComponent(task.taskId)}`;
  const error = claim.error ?? release.error;
  const isMine = task.status === 'open' && task.mine !== null;
  const take = isMine && task.assignee === null ? () => claim.mutate(wish(`${base}/claim`)) : undefined;
  const giveBack = isMine && task.assignee?.me === true ? () => release.mutate(wish(`${base}/release`)) : undefined;
  useShortcuts({ c: take, u: giveBack, d: isMine ? () => onDeed('delegate') : undefined });
  return (
    <Paper className="vd-surface" p="sm">
      <Group justify="space-between" gap="sm">
        <Stack gap={2} flex="1 1 16rem">
          <Text size="sm" fw={600}>
            {texts.hands(task)}
          </Text>
          <Text size="sm" c="dimmed">
            {texts.why(task)}
          </Text>
          {task.followUp !== null && <Text size="sm">{t.followUp(day(task.followUp))}</Text>}
        </Stack>
        <Group gap="xs">
          {take !== undefined && (
            <Button
              size="xs"
              leftSection={<IconHandGrab size={16} aria-hidden />}
              loading={claim.isPending}
              onClick={take}
            >
              {t.claim}
            </Button>
          )}
          {giveBack !== undefined && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconHandStop size={16} aria-hidden />}
              loading={release.isPending}
              onClick={giveBack}
            >
              {t.release}
            </Button>
          )}
          {isMine && (
            <Menu shadow="md" position="bottom-end">
              <Menu.Target>
                <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
                  {t.handOn}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {OTHERS.map((deed) => (
                  <Menu.Item key={deed} onClick={() => onDeed(deed)}>
                    {deeds[deed]}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
        </Group>
      </Group>
      {error !== null && <ProblemAlert error={error} />}
    </Paper>
  );
}
