import { Button, Group, Menu, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useFormats, useWords } from '../shared/words/language.js';
import type { TaskDeed } from './bulk.js';
import { deedWords } from './deeds.words.js';

const MORE: readonly TaskDeed[] = ['release', 'giveBack', 'reassign', 'delegate', 'followUp'];

interface Props {
  readonly count: number;
  readonly onDeed: (deed: TaskDeed) => void;
  readonly onNone: () => void;
  readonly onAll: () => void;
}

/** What can be done with all that are ticked. */
export function ChosenBar({ count, onDeed, onNone, onAll }: Props) {
  const t = useWords(deedWords);
  const { number } = useFormats();
  return (
    <Group gap={6} px="xs" py={6} role="toolbar" aria-label={t.chosen(number(count))}>
      <Text size="sm" fw={600} role="status" flex="1 0 100%">
        {t.chosen(number(count))}
      </Text>
      <Button size="compact-sm" onClick={() => onDeed('claim')}>
        {t.claim}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => onDeed('pass')}>
        {t.pass}
      </Button>
      <Menu shadow="md">
        <Menu.Target>
          <Button size="compact-sm" variant="default" aria-label={t.other} px={6}>
            <IconChevronDown size={14} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {MORE.map((deed) => (
            <Menu.Item key={deed} onClick={() => onDeed(deed)}>
              {t[deed]}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={onAll}>{t.chooseShown}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button size="compact-sm" variant="subtle" onClick={onNone}>
        {t.choseNone}
      </Button>
    </Group>
  );
}
