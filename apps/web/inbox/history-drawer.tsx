import { Drawer } from '@mantine/core';
import { History } from '../history/history.js';
import type { TaskShown } from '../shared/api/answers.js';
import { common } from '../shared/words/common.words.js';
import { useWords } from '../shared/words/language.js';
import { useTaskTexts } from './words-of-task.js';

interface Props {
  readonly task: TaskShown;
  readonly onClose: () => void;
}

/** What happened to what a task is about, beside the task: who reads it decides without leaving the inbox. */
export function HistoryDrawer({ task, onClose }: Props) {
  const texts = useTaskTexts();
  const words = useWords(common);
  const { id, href } = task.owner;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="xl"
      title={texts.whose(task)}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <History href={`${href}/history`} id={id} />
    </Drawer>
  );
}
