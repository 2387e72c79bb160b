import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { formOf, type FormedAct } from '../acts/act-forms.js';
import { actsWords } from '../acts/acts.words.js';
import { useHeldBack } from '../acts/held-back.js';
import { isOpenToMe } from '../matters/matter-query.js';
import type { TaskShown } from '../shared/api/answers.js';
import { useShortcuts } from '../shared/shortcuts.js';
import { Loading } from '../shared/ui/states.js';
import { useWords } from '../shared/words/language.js';
import { inboxWords } from './inbox.words.js';
import { useOfferedActs } from './offered-acts.js';
import { useTaskTexts } from './words-of-task.js';

const ActForm = lazy(() => import('../acts/act-form.js'));

interface Props {
  readonly task: TaskShown;
  readonly onEnded: () => void;
}

/** The outcomes of the step; one is chosen, its form opens in place, and it can be sent without taking the task first. */
export function TaskActs({ task, onEnded }: Props) {
  const t = useWords(inboxWords);
  const labels = useWords(actsWords);
  const texts = useTaskTexts();
  const acts = useOfferedActs(task);
  /** The act that is open, or the kind that was asked for by a key before the acts were there. */
  const [open, setOpen] = useState<FormedAct | 'good' | 'back'>();
  const isHeldBack = useHeldBack().some(({ about }) => about === task.taskId);
  useShortcuts(isHeldBack ? {} : { a: () => setOpen('good'), r: () => setOpen('back') });

  if (acts === undefined) return <Loading />;
  // What is ended by a form of its own says so beside what it is about.
  if (acts.length === 0 && task.owner.kind !== 'nomination' && isOpenToMe(task)) return null;
  if (isHeldBack) return <Text c="dimmed">{labels.sending}</Text>;
  const chosen = acts.find(({ command }) => command === open || formOf(command).tone === open);
  return (
    <Paper className="vd-surface" p="md">
      <Stack gap="sm">
        <Title order={3} size="h5">
          {t.steps}
        </Title>
        {acts.length === 0 && (
          <Text size="sm" c="dimmed">
            {t.nothingToDo}
          </Text>
        )}
        {chosen === undefined ? (
          <Group gap="xs">
            {acts.map(({ command }) => {
              const { label, tone } = formOf(command);
              return (
                <Button key={command} variant={tone === 'good' ? 'filled' : 'default'} onClick={() => setOpen(command)}>
                  {labels[label]}
                </Button>
              );
            })}
          </Group>
        ) : (
          <Suspense fallback={<Loading />}>
            <ActForm
              key={chosen.command}
              act={chosen}
              about={task.taskId}
              whose={texts.whose(task)}
              onDone={onEnded}
              onCancel={() => setOpen(undefined)}
            />
          </Suspense>
        )}
      </Stack>
    </Paper>
  );
}
