import { Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { common } from '../shared/words/common.words.js';
import { useFormats, useWords } from '../shared/words/language.js';
import type { Told } from './account-acts.js';
import { accountsWords } from './accounts.words.js';

interface Props {
  readonly told: Told | undefined;
  readonly onClose: () => void;
}

/** The first password of an account, shown this once. */
export function FirstPassword({ told, onClose }: Props) {
  const t = useWords(accountsWords);
  const words = useWords(common);
  const { moment } = useFormats();
  return (
    <Modal
      opened={told !== undefined}
      onClose={onClose}
      title={told === undefined ? t.password : t.passwordOf(told.name)}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      {told !== undefined && (
        <Stack gap="sm">
          <Text size="sm">{t.passwordHint(moment(told.until))}</Text>
          <Group gap="xs">
            <Code fz="lg">{told.password}</Code>
            <CopyButton value={told.password}>
              {({ copied, copy }) => (
                <Button size="compact-sm" variant="default" onClick={copy}>
                  {copied ? t.copied : t.copy}
                </Button>
              )}
            </CopyButton>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
