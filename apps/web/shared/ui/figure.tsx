import { Paper, Text } from '@mantine/core';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  /** Red says that something is late; the words say it too. */
  readonly isLate?: boolean;
}

/** One number a leader looks for, with what it is of. */
export function Figure({ label, value, hint, isLate = false }: Props) {
  return (
    <Paper className="vd-surface" px="md" py="sm" miw={150} flex="1 1 150px">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fz={26} fw={700} lh={1.25} {...(isLate ? { c: 'var(--mantine-color-error)' } : {})}>
        {value}
      </Text>
      {hint !== undefined && (
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      )}
    </Paper>
  );
}
