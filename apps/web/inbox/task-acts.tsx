import { Button, Group, Text, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { formOf, type FormedAct, type OfferedAct } from '../acts/act-forms.js';
import { actsWords } from '../acts/acts.words.js';
import { useHeldBack } from '../acts/held-back.js';
import { isOpenToMe } from '../matters/matter-query.js';
import type { TaskShown } from '../shared/api/answers.js';
import { useShortcuts } from '../shared/shortcuts.js';
import { Loading } from '../shared/ui/states.js';
import { useWords } from '../shared/words/language.js';
import { keepFootClear } from './foot.js';
import styles from './inbox.module.css';
import { inboxWords } from './inbox.words.js';
import { useOfferedActs } from './offered-acts.js';
import { useTaskTexts } from './words-of-task.js';

const ActForm = lazy(() => import('../acts/act-form.js'));

interface Props {
  readonly task: TaskShown;
  readonly onEnded: () => void;
}

/**
 * The outcomes of the step, at the foot of the pane; one is chosen, its form opens there beside what it is about, and it can be
 * sent without taking the task first.
 */
export function TaskActs({ task, onEnded }: Props) {
  const t = useWords(inboxWords);
  const labels = useWords(actsWords);
  const texts = useTaskTexts();
  const acts = useOfferedActs(task);
  /** The act that is open, or the kind that was asked for by a key before the acts were there. */
  const [open, setOpen] = useState<FormedAct | 'good' | 'back'>();
  const isHeldBack = useHeldBack().some(({ about }) => about === task.taskId);
  useShortcuts(isHeldBack ? {} : { a: () => setOpen('good'), r: () => setOpen('back') });

  // What is ended by a form of its own says so beside what it is about.
  if (acts?.length === 0 && task.owner.kind !== 'nomination' && isOpenToMe(task)) return null;
  const chosen = acts?.find(({ command }) => command === open || formOf(command).tone === open);
  return (
    <section className={styles['acts']} aria-label={t.steps} ref={keepFootClear}>
      {acts === undefined && !isHeldBack && <Loading />}
      {isHeldBack && <Text c="dimmed">{labels.sending}</Text>}
      {acts !== undefined && !isHeldBack && chosen === undefined && <Outcomes acts={acts} onChoose={setOpen} />}
      {chosen !== undefined && !isHeldBack && (
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
    </section>
  );
}

interface OutcomesProps {
  readonly acts: readonly OfferedAct[];
  readonly onChoose: (act: FormedAct) => void;
}

function Outcomes({ acts, onChoose }: OutcomesProps) {
  const t = useWords(inboxWords);
  const labels = useWords(actsWords);
  if (acts.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t.nothingToDo}
      </Text>
    );
  return (
    <Group gap="xs">
      <Title order={3} size="h6">
        {t.steps}
      </Title>
      {acts.map(({ command }) => {
        const { label, tone } = formOf(command);
        return (
          <Button key={command} variant={tone === 'good' ? 'filled' : 'default'} onClick={() => onChoose(command)}>
            {labels[label]}
          </Button>
        );
      })}
    </Group>
  );
}
