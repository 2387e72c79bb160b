import { Button, FileButton, Group, Text } from '@mantine/core';
import { IconFileSpreadsheet, IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type DragEvent } from 'react';
import { upload, type KeptFile } from '../shared/api/upload.js';
import { Panel } from '../shared/ui/panel.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { useFormats, useWords } from '../shared/words/language.js';
import styles from './award-import.module.css';
import { awardImportWords } from './award-import.words.js';

interface Props {
  readonly file: KeptFile | undefined;
  readonly onFile: (file: KeptFile) => void;
}

/** Where the list is chosen or dropped; it is sent at once, and kept where nobody else sees it. */
export function FileChoice({ file, onFile }: Props) {
  const t = useWords(awardImportWords);
  const { number } = useFormats();
  const [isOver, setOver] = useState(false);
  const sending = useMutation({ mutationFn: (chosen: File) => upload(chosen), onSuccess: onFile });
  const send = (chosen: File | null | undefined): void => {
    if (chosen != null) sending.mutate(chosen);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    send(event.dataTransfer.files[0]);
  };
  const label = file === undefined ? t.choose : t.chooseOther;
  return (
    <Panel title={t.file} hint={t.fileHint}>
      <div
        className={styles['place']}
        data-over={isOver || undefined}
        onDrop={onDrop}
        onDragOver={(event) => (event.preventDefault(), setOver(true))}
        onDragLeave={() => setOver(false)}
      >
        <Group gap="sm">
          <IconFileSpreadsheet size={28} stroke={1.4} aria-hidden />
          {file !== undefined && <Text fw={600}>{t.chosen(file.name, number(Math.ceil(file.size / 1024)))}</Text>}
          <FileButton onChange={send} accept=".xlsx,.csv">
            {(button) => (
              <Button
                {...button}
                variant={file === undefined ? 'filled' : 'default'}
                loading={sending.isPending}
                leftSection={<IconUpload size={16} aria-hidden />}
              >
                {label}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed" visibleFrom="sm">
            {t.drop}
          </Text>
        </Group>
      </div>
      {sending.isError && <ProblemAlert error={sending.error} />}
      {file === undefined && (
        <Text size="sm" c="dimmed">
          {t.needs}
        </Text>
      )}
    </Panel>
  );
}
