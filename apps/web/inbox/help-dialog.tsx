import { Kbd, Modal, Stack, Switch, Table } from '@mantine/core';
import { switchShortcuts, useShortcutsOn } from '../shared/shortcuts.js';
import { useWords } from '../shared/words/language.js';
import { helpWords } from './help.words.js';

const KEYS = [
  ['j', 'next'],
  ['k', 'previous'],
  ['c', 'claim'],
  ['u', 'release'],
  ['a', 'pass'],
  ['r', 'giveBack'],
  ['d', 'delegate'],
  ['h', 'past'],
  ['z', 'undo'],
  ['x', 'tick'],
  ['/', 'search'],
  ['?', 'help'],
] as const;

/** The keys of the inbox, and the switch for those whom single keys trouble. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(helpWords);
  const isOn = useShortcutsOn();
  return (
    <Modal opened onClose={onClose} title={t.title}>
      <Stack>
        <Table>
          <Table.Tbody>
            {KEYS.map(([key, what]) => (
              <Table.Tr key={key}>
                <Table.Td w={60}>
                  <Kbd>{key}</Kbd>
                </Table.Td>
                <Table.Td>{t[what]}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Switch
          label={t.switch}
          checked={isOn}
          onChange={({ currentTarget }) => switchShortcuts(currentTarget.checked)}
        />
      </Stack>
    </Modal>
  );
}
