import { Button, type ButtonProps } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { eraseSubject } from '../../../libs/contracts/commands/organisation.contract.js';
import { openCommandDialog } from '../shared/forms/open-dialog.js';
import { useMay } from '../shared/session/me.js';
import { sayDone } from '../shared/ui/toast.js';
import { useWords } from '../shared/words/language.js';
import { erasingWords } from './erasing.words.js';

interface Props extends Pick<ButtonProps, 'size'> {
  /** `person/<id>` or `subject/<id>`. */
  readonly subject: string;
}

/** For those who may: destroys what names somebody, with the grounds for it. */
export function EraseButton({ subject, size = 'xs' }: Props) {
  const t = useWords(erasingWords);
  const may = useMay();
  const client = useQueryClient();
  if (!may('subject.erase')) return null;
  const ask = (): void =>
    openCommandDialog(t.erase, {
      href: '/api/v1/erasures',
      schema: eraseSubject,
      fixed: { subject },
      fields: [{ name: 'reason', label: t.reason, hint: t.hint, type: 'text', required: true }],
      label: t.erase,
      isEnding: true,
      onDone: () => {
        // No fact of what is on the page tells of it: the key to its texts is gone.
        void client.invalidateQueries();
        sayDone(t.done);
      },
    });
  return (
    <Button variant="default" size={size} leftSection={<IconEraser size={16} aria-hidden />} onClick={ask}>
      {t.erase}
    </Button>
  );
}
