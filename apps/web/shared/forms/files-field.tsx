import { ActionIcon, Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { upload, type KeptFile } from '../api/upload.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { catalogue } from '../words/catalogue.js';
import { useFormats, useWords } from '../words/language.js';

const filesWords = catalogue(
  {
    attach: 'Đính kèm tệp',
    attachTo: (what: string) => `Đính kèm tệp: ${what}`,
    kilobytes: (size: string) => `${size} KB`,
    remove: (name: string) => `Bỏ tệp ${name}`,
  },
  {
    attach: 'Attach a file',
    attachTo: (what) => `Attach a file: ${what}`,
    kilobytes: (size) => `${size} KB`,
    remove: (name) => `Remove ${name}`,
  },
);

interface Props {
  /** What the files show; screen readers hear it with the button. */
  readonly about: string;
  readonly files: readonly KeptFile[];
  readonly onChange: (files: readonly KeptFile[]) => void;
}

/** Files sent as they are chosen: a long report is not lost with one that is too large. */
export function FilesField({ about, files, onChange }: Props) {
  const t = useWords(filesWords);
  const { number } = useFormats();
  const sending = useMutation({
    mutationFn: (file: File) => upload(file),
    onSuccess: (kept) => onChange([...files.filter(({ digest }) => digest !== kept.digest), kept]),
  });
  const choose = (file: File | null): void => {
    if (file !== null) sending.mutate(file);
  };
  return (
    <Stack gap={4}>
      {files.map(({ digest, name, size }) => (
        <Group key={digest} gap="xs" wrap="nowrap">
          <IconPaperclip size={16} aria-hidden />
          <Text size="sm">
            {name} ({t.kilobytes(number(Math.ceil(size / 1024)))})
          </Text>
          <ActionIcon
            variant="subtle"
            aria-label={t.remove(name)}
            onClick={() => onChange(files.filter((one) => one.digest !== digest))}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {sending.isError && <ProblemAlert error={sending.error} />}
      <Group>
        <FileButton onChange={choose}>
          {(props) => (
            <Button
              {...props}
              size="compact-sm"
              variant="default"
              aria-label={t.attachTo(about)}
              loading={sending.isPending}
              leftSection={<IconPaperclip size={14} aria-hidden />}
            >
              {t.attach}
            </Button>
          )}
        </FileButton>
      </Group>
    </Stack>
  );
}
